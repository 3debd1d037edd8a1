import Glibc
import TestKit
import Testing

@testable import Database
import Timekeeping

@Suite struct DatabaseFileTests {
    @Test func `it works`() async throws {
        let file = try TestFile()
        let id: Int64? = try await file.database.write { connection in
            try connection.first("INSERT INTO notes (text) VALUES (?) RETURNING id", "hello") { try $0["id"] }
        }
        #expect(id == 1)
        #expect(try file.texts() == ["hello"])
    }

    @Test func `values of every type come back as they went in`() async throws {
        let table = Table(
            "everything",
            columns: [
                .identity(), .integer("number"), .real("real"), .text("text"), .blob("blob"), .timestamp("time"),
                .text("missing", nullable: true),
            ]
        )
        let file = try TestFile(schema: Schema([table]))
        let time = Timestamp(milliseconds: 1_700_000_000_123)
        try await file.database.write { connection in
            try connection.execute(
                "INSERT INTO everything (number, real, text, blob, time, missing) VALUES (?, ?, ?, ?, ?, ?)",
                Int64.min,
                0.1,
                "né\u{0}\u{1F600}",
                [0, 255] as [UInt8],
                time,
                String?.none
            )
            try connection.execute(
                "INSERT INTO everything (number, real, text, blob, time) VALUES (?, ?, ?, ?, ?)",
                0,
                1.0,
                "",
                [UInt8](),
                time
            )
        }
        let rows = try file.database.read { connection in
            try connection.all("SELECT * FROM everything ORDER BY id") { row in
                (
                    try row["number"] as Int64, try row["real"] as Double, try row["text"] as String, try row["blob"] as [UInt8],
                    try row["time"] as Timestamp, try row["missing"] as String?
                )
            }
        }
        #expect(rows[0] == (.min, 0.1, "né\u{0}\u{1F600}", [0, 255], time, nil))
        #expect(rows[1] == (0, 1.0, "", [], time, nil))
    }

    @Test func `a write whose closure throws leaves nothing, and its error comes back`() async throws {
        struct Refused: Error {}
        let file = try TestFile()
        await #expect(throws: Refused.self) {
            try await file.database.write { connection in
                try connection.execute("INSERT INTO notes (text) VALUES ('half')")
                throw Refused()
            }
        }
        #expect(try file.texts() == [])
    }

    @Test func `of thousands of concurrent writes exactly those that throw are rolled back`() async throws {
        struct Refused: Error {}
        let file = try TestFile()
        let failures = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<4_000 {
                group.addTask {
                    do {
                        try await file.database.write { connection in
                            try connection.execute("INSERT INTO notes (text, number) VALUES (?, ?)", "\(number)", number)
                            if number % 7 == 0 { throw Refused() }
                            // A violated constraint in the middle is another way to fail.
                            if number % 11 == 0 { try connection.execute("INSERT INTO notes (text) VALUES (?)", "\(number)") }
                        }
                        return false
                    } catch {
                        return true
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        let expected = (0..<4_000).filter { $0 % 7 != 0 && $0 % 11 != 0 }
        #expect(failures == 4_000 - expected.count)
        let found: [Int] = try file.database.read { try $0.all("SELECT number FROM notes ORDER BY number") { try $0["number"] } }
        #expect(found == expected)
        #expect(file.database.statistics.transactions < 4_000, "nothing was committed together")
    }

    @Test func `a reader always sees its own acknowledged write and never an uncommitted one`() async throws {
        let file = try TestFile()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    for round in 0..<100 {
                        let text = "\(writer)-\(round)"
                        try await file.database.write { connection in
                            // Two rows that belong together: no reader may see one of them.
                            try connection.execute("INSERT INTO notes (text) VALUES (?)", "\(text) a")
                            try connection.execute("INSERT INTO notes (text) VALUES (?)", "\(text) b")
                        }
                        let (mine, all): (Int?, Int?) = try file.database.read { connection in
                            (
                                try connection.first("SELECT count(*) AS n FROM notes WHERE text LIKE ?", "\(text) %") { try $0["n"] },
                                try connection.first("SELECT count(*) AS n FROM notes") { try $0["n"] }
                            )
                        }
                        #expect(mine == 2)
                        #expect(all.map { $0 % 2 } == 0)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `all queries of one read see one state`() async throws {
        let file = try TestFile()
        let counts = try await file.database.scan { connection in
            let before: Int? = try connection.first("SELECT count(*) AS n FROM notes") { try $0["n"] }
            let written = Flag()
            Task.detached {
                try await file.database.write { try $0.execute("INSERT INTO notes (text) VALUES ('late')") }
                written.set()
            }
            written.block()
            let after: Int? = try connection.first("SELECT count(*) AS n FROM notes") { try $0["n"] }
            return [before, after]
        }
        #expect(counts == [0, 0])
        #expect(try file.texts() == ["late"])
    }

    @Test func `reads may be nested, and a reader cannot write`() async throws {
        let file = try TestFile()
        let nested: Int? = try file.database.read { _ in
            try file.database.read { try $0.first("SELECT 1 AS one") { try $0["one"] } }
        }
        #expect(nested == 1)
        #expect(throws: DatabaseError.self) {
            try file.database.read { try $0.execute("INSERT INTO notes (text) VALUES ('no')") }
        }
    }

    @Test func `the same statement can run inside its own loop`() async throws {
        let file = try TestFile()
        try await file.database.write { connection in
            for text in ["a", "b", "c"] { try connection.execute("INSERT INTO notes (text) VALUES (?)", text) }
        }
        func visit(_ connection: Connection, depth: Int) throws -> Int {
            var count = 0
            try connection.each("SELECT id FROM notes") { _ in
                count += depth == 0 ? 1 : try visit(connection, depth: depth - 1)
            }
            return count
        }
        #expect(try file.database.read { try visit($0, depth: 2) } == 27)
    }

    @Test func `a column that is missing or of another type is named`() async throws {
        let file = try TestFile()
        try await file.database.write { try $0.execute("INSERT INTO notes (text) VALUES ('x')") }
        #expect(throws: DatabaseError.column(name: "text", found: "TEXT", wanted: "Int")) {
            try file.database.read { try $0.first("SELECT text FROM notes") { try $0["text"] as Int } }
        }
        #expect(throws: DatabaseError.column(name: "txt", found: "no such column in the result", wanted: "String")) {
            try file.database.read { try $0.first("SELECT text FROM notes") { try $0["txt"] as String } }
        }
    }

    @Test func `a full queue answers overloaded at once and what was accepted is written`() async throws {
        var options = DatabaseFile.Options()
        options.queueCapacity = 10
        let file = try TestFile(options: options)
        let (held, letGo) = (Flag(), Flag())
        let results = await withTaskGroup(of: DatabaseError?.self) { group in
            group.addTask {
                try? await file.database.write { _ in
                    held.set()
                    letGo.block()
                }
                return nil
            }
            await held.wait()
            for number in 0..<50 {
                group.addTask {
                    do {
                        try await file.database.write { try $0.execute("INSERT INTO notes (text) VALUES (?)", "\(number)") }
                        return nil
                    } catch {
                        return error as? DatabaseError
                    }
                }
            }
            var refused: [DatabaseError?] = []
            // Forty find the queue full while the writer is held; only then is it let go.
            while refused.count < 40, let result = await group.next() { refused.append(result) }
            letGo.set()
            for await result in group { refused.append(result) }
            return refused
        }
        #expect(results.filter { $0 == .overloaded }.count == 40)
        #expect(try file.texts().count == 10)
    }

    @Test func `a write that finds the file full fails alone, and the service goes on`() async throws {
        let file = try TestFile()
        try await file.database.write { connection in
            let pages = try connection.integer("PRAGMA page_count") ?? 0
            try connection.executeGenerated("PRAGMA max_page_count = \(pages + 4)")
        }
        let large = String(repeating: "x", count: 100_000)
        let outcomes = await withTaskGroup(of: (Int, ResultCode?).self) { group in
            for number in 0..<40 {
                group.addTask {
                    do {
                        let text = number % 10 == 5 ? large : "\(number)"
                        try await file.database.write { try $0.execute("INSERT INTO notes (text, number) VALUES (?, ?)", text, number) }
                        return (number, nil)
                    } catch DatabaseError.sqlite(let code, _, _) {
                        return (number, code)
                    } catch {
                        Issue.record("unexpected \(error)")
                        return (number, .misuse)
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(outcomes == [5: .full, 15: .full, 25: .full, 35: .full])
        let kept: [Int] = try file.database.read { try $0.all("SELECT number FROM notes ORDER BY number") { try $0["number"] } }
        #expect(kept == (0..<40).filter { $0 % 10 != 5 })
    }

    @Test func `a write that loses the transaction for all fails alone: the others are written without it`() async throws {
        let file = try TestFile()
        let (held, letGo) = (Flag(), Flag())
        let outcomes = await withTaskGroup(of: (Int, DatabaseError?).self) { group in
            // Holds the writer until all others wait, so that they are one batch.
            group.addTask {
                try? await file.database.write { _ in
                    held.set()
                    letGo.block()
                }
                return (-1, nil)
            }
            await held.wait()
            for number in 0..<3 {
                group.addTask {
                    do {
                        try await file.database.write { connection in
                            try connection.execute("INSERT INTO notes (text) VALUES (?)", "\(number)")
                            // What SQLite does by itself when the disk is full in the middle of a transaction.
                            if number == 1 { try connection.executeGenerated("ROLLBACK") }
                        }
                        return (number, nil)
                    } catch {
                        return (number, error as? DatabaseError)
                    }
                }
                while file.database.statistics.queueDepth <= number { await Task.yield() }
            }
            letGo.set()
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(Set(outcomes.keys) == [1])
        #expect(try file.texts() == ["0", "2"])
    }

    @Test func `closing writes what waits, leaves no WAL and refuses what comes after`() async throws {
        let file = try TestFile()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask { _ = try? await file.database.write { try $0.execute("INSERT INTO notes (text) VALUES (?)", "\(number)") } }
            }
            await group.waitForAll()
        }
        _ = try file.texts()
        file.database.close()
        #expect(access(file.database.path + "-wal", F_OK) != 0)
        await #expect(throws: DatabaseError.closed) { try await file.database.write { try $0.execute("DELETE FROM notes") } }
        #expect(throws: DatabaseError.closed) { try file.texts() }
        await #expect(throws: DatabaseError.closed) { try await file.database.scan { _ in } }
        let again = try DatabaseFile(path: file.database.path, schema: Schema([TestFile.notes]))
        #expect(try again.read { try $0.first("SELECT count(*) AS n FROM notes") { try $0["n"] as Int } } == 200)
    }

    @Test func `closing cuts a long scan short`() async throws {
        let file = try TestFile()
        let started = Flag()
        let scan = Task {
            try await file.database.scan { connection in
                started.set()
                return try connection.first(
                    "WITH RECURSIVE endless (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless) SELECT count(*) AS n FROM endless"
                ) { try $0["n"] as Int }
            }
        }
        await started.wait()
        file.database.close()
        await #expect(throws: DatabaseError.self) { _ = try await scan.value }
    }

    @Test func `the writer's settings are the design's`() async throws {
        let file = try TestFile()
        let expected: [String: Int64] = [
            "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5_000, "cache_size": -32_000, "temp_store": 2, "mmap_size": 0,
            "journal_size_limit": 67_108_864, "wal_autocheckpoint": 1_000, "auto_vacuum": 2, "secure_delete": 2, "trusted_schema": 0,
            "cell_size_check": 1, "analysis_limit": 400,
        ]
        let found = try await file.database.write { connection in
            try expected.keys.reduce(into: [String: Int64]()) { $0[$1] = try connection.integer("PRAGMA \($1)") }
        }
        #expect(found == expected)
        #expect(try await file.database.write { try $0.text("PRAGMA journal_mode") } == "wal")
        #expect(try file.database.read { try $0.integer("PRAGMA cache_size") } == -8_000)
        #expect(try file.database.read { try $0.integer("PRAGMA query_only") } == 1)
    }

    @Test func `a file whose last reference goes with a write is closed all the same`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        // The writer lets go of the closure after its caller has gone on: often enough it is the last to know the file.
        for _ in 0..<200 {
            var file: DatabaseFile? = try await Self.opened(path)
            let held = file
            try await file?.write { connection in
                withExtendedLifetime(held) {}
                _ = try connection.first("SELECT 1 AS one") { try $0["one"] as Int }
            }
            file = nil
        }
        try await Self.opened(path).close()
    }

    /// Opens a file as soon as the one before has let go of it.
    private static func opened(_ path: String) async throws -> DatabaseFile {
        while true {
            do {
                return try DatabaseFile(path: path, schema: Schema([TestFile.notes]))
            } catch DatabaseError.inUse {
                await Task.yield()
            }
        }
    }
}
