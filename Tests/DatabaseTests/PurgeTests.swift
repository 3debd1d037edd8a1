import Glibc
import Synchronization
import TestKit
import Testing

@testable import Database

@Suite(.timeLimit(.minutes(2))) struct PurgeTests {
    /// Notes in an order in which neither the table nor its index grows at the end only, so that pages are split and freed.
    private static let numbers = (0..<6_000).map { $0 * 4_211 % 6_000 }

    /// Every third note is deleted, every fifth of the others is changed.
    private static func isDeleted(_ number: Int) -> Bool { number.isMultiple(of: 3) }
    private static func isChanged(_ number: Int) -> Bool { !isDeleted(number) && number.isMultiple(of: 5) }

    private static func text(_ number: Int, _ word: String) -> String {
        let order = String(UInt32(truncatingIfNeeded: number) &* 2_654_435_761, radix: 16)
        return "\(order) \(word) \(number) \(String(repeating: "x", count: number % 300))"
    }

    /// A file with notes that were kept, changed (`#outdated` is what they were) and deleted (`#deleted`).
    private func makeFile(options: DatabaseFile.Options = .init()) async throws -> TestFile {
        let file = try TestFile(options: options)
        for chunk in 0..<12 {
            try await file.database.write { connection in
                for number in Self.numbers[chunk * 500..<(chunk + 1) * 500] {
                    let word = Self.isDeleted(number) ? "#deleted" : Self.isChanged(number) ? "#outdated" : "#kept"
                    try connection.execute("INSERT INTO notes (id, text) VALUES (?, ?)", number + 1, Self.text(number, word))
                }
            }
        }
        try await file.database.write { connection in
            for number in Self.numbers where Self.isChanged(number) {
                try connection.execute("UPDATE notes SET text = ? WHERE id = ?", Self.text(number, "#changed"), number + 1)
            }
        }
        try await file.database.write { connection in
            for number in Self.numbers where Self.isDeleted(number) {
                try connection.execute("DELETE FROM notes WHERE id = ?", number + 1)
            }
        }
        return file
    }

    /// What is in such a file.
    private static let expected = (0..<6_000).filter { !isDeleted($0) }.map { text($0, isChanged($0) ? "#changed" : "#kept") }

    private func isSound(_ file: TestFile) throws -> Bool {
        try file.database.first("PRAGMA integrity_check") { try $0["integrity_check"] as String } == "ok"
    }

    @Test func `nothing that was deleted or changed is in the file or the WAL any more, and all else is`() async throws {
        let file = try await makeFile()
        for word in ["#deleted", "#outdated"] { #expect(try file.folder.occurrences(of: word) > 0, "there is nothing to purge") }
        let pages = try #require(try file.database.read { try $0.integer("PRAGMA page_count") })
        try await file.database.purge()
        for word in ["#deleted", "#outdated"] { #expect(try file.folder.occurrences(of: word) == 0) }
        #expect(try file.texts() == Self.expected)
        #expect(try isSound(file))
        #expect(try #require(try file.database.read { try $0.integer("PRAGMA page_count") }) < pages)
        #expect(try file.database.read { try $0.integer("PRAGMA freelist_count") } == 0)
        #expect(try file.folder.read("app.db-wal").isEmpty)
    }

    @Test func `the same holds for what is deleted after a purge, and after a start`() async throws {
        let file = try await makeFile()
        try await file.database.purge()
        try await file.database.write { try $0.execute("DELETE FROM notes WHERE text LIKE '%#changed%'") }
        #expect(try file.folder.occurrences(of: "#changed") > 0)
        try await file.database.purge()
        #expect(try file.folder.occurrences(of: "#changed") == 0)
        try await file.database.write { try $0.execute("DELETE FROM notes") }
        file.database.close()
        #expect(try file.folder.occurrences(of: "#kept") > 0)
        let again = try DatabaseFile(path: file.database.path, schema: Schema([TestFile.notes]))
        try await again.purge()
        #expect(try file.folder.occurrences(of: "#kept") == 0)
    }

    @Test func `a file that is empty is purged, too`() async throws {
        let file = try TestFile()
        try await file.database.purge()
        try await file.database.write { try $0.execute("INSERT INTO notes (text) VALUES ('after')") }
        #expect(try file.texts() == ["after"])
    }

    @Test func `settings of the file and of the connection stay as they were, and numbers are not given twice`() async throws {
        let file = try await makeFile()
        let settings = [
            "auto_vacuum", "page_size", "user_version", "application_id", "synchronous", "foreign_keys", "busy_timeout", "cache_size",
            "temp_store", "mmap_size", "journal_size_limit", "wal_autocheckpoint", "secure_delete", "trusted_schema", "cell_size_check",
            "analysis_limit", "query_only",
        ]
        let texts = ["journal_mode", "encoding"]
        let read: @Sendable (Connection) throws -> [String] = { connection in
            var found: [String] = []
            for name in settings { found.append("\(name) \(try connection.integer("PRAGMA \(name)") ?? -1)") }
            for name in texts { found.append("\(name) \(try connection.text("PRAGMA \(name)") ?? "-")") }
            return found
        }
        let before = try await file.database.write(read)
        try await file.database.purge()
        #expect(try await file.database.write(read) == before)
        #expect(before.contains("auto_vacuum 2") && before.contains("temp_store 2") && before.contains("journal_mode wal"))
        // Up to 6000 they were given before.
        let next: Int64? = try await file.database.write { connection in
            try connection.execute("DELETE FROM notes WHERE id > 5000")
            return try connection.first("INSERT INTO notes (text) VALUES ('next') RETURNING id") { try $0["id"] }
        }
        #expect(next == 6_001)
    }

    @Test func `a file that came without auto_vacuum has it afterwards`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        try runElsewhere(
            "PRAGMA auto_vacuum = 0; CREATE TABLE old (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO old VALUES (7, 'x')",
            on: path
        )
        let database = try DatabaseFile(path: path, schema: Schema([TestFile.notes]))
        #expect(try database.read { try $0.integer("PRAGMA auto_vacuum") } == 0)
        try await database.purge()
        #expect(try database.first("SELECT text FROM old WHERE id = 7") { try $0["text"] as String } == "x")
        database.close()
        // Asked of the file: a connection that was open before goes on saying what it read then.
        #expect(try rowsElsewhere("PRAGMA auto_vacuum", on: path) == ["2"])
    }

    @Test func `a scan that needs an older state is not disturbed, and the purge says that it was in vain`() async throws {
        let file = try await makeFile()
        let (held, letGo) = (Flag(), Flag())
        let scan = Task {
            try await file.database.scan { connection in
                let before = try connection.first("SELECT count(*) AS n FROM notes") { try $0["n"] as Int }
                held.set()
                letGo.block()
                let after = try connection.first("SELECT count(*) AS n FROM notes") { try $0["n"] as Int }
                return [before, after]
            }
        }
        await held.wait()
        await #expect(
            performing: { try await file.database.purge() },
            throws: { error in
                guard let error = error as? DatabaseError, case .sqlite(.busy, _, _) = error else { return false }
                return error.isTemporary
            }
        )
        // Nobody waits for the scan.
        try await file.database.write { try $0.execute("INSERT INTO notes (text) VALUES ('meanwhile')") }
        letGo.set()
        #expect(try await scan.value == [4_000, 4_000])
        try await file.database.purge()
        #expect(try file.folder.occurrences(of: "#deleted") == 0)
        #expect(try file.texts() == Self.expected + ["meanwhile"])
    }

    @Test func `purges while others write and read lose nothing`() async throws {
        let file = try await makeFile()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    for round in 0..<250 {
                        let text = "\(writer) \(round)"
                        try await file.database.write { try $0.execute("INSERT INTO notes (text, number) VALUES (?, 8)", text) }
                        let found = try file.database.first("SELECT count(*) AS n FROM notes WHERE text = ?", text) { try $0["n"] as Int }
                        #expect(found == 1, "an acknowledged write is not seen")
                    }
                }
            }
            group.addTask {
                for _ in 0..<10 {
                    do {
                        try await file.database.purge()
                    } catch DatabaseError.sqlite(.busy, _, _) {
                        // One of the readers was in the way, which is allowed.
                    }
                }
            }
            try await group.waitForAll()
        }
        try await file.database.purge()
        #expect(file.database.statistics.purges > 1)
        #expect(try file.folder.occurrences(of: "#deleted") == 0)
        #expect(try file.texts().filter { $0.utf8.contains(UInt8(ascii: "#")) } == Self.expected)
        #expect(try file.database.first("SELECT count(*) AS n FROM notes WHERE number = 8") { try $0["n"] as Int } == 1_000)
        #expect(try isSound(file))
    }

    @Test func `a purge that fails leaves everything as it was, and the service goes on`() async throws {
        let file = try await makeFile()
        // SQLite makes its copy in a database that it attaches, and knows no more than ten of them.
        try await file.database.write { connection in
            for number in 0..<10 { try connection.executeGenerated("ATTACH ':memory:' AS other\(number)") }
        }
        await #expect(throws: DatabaseError.self) { try await file.database.purge() }
        #expect(try await file.database.write { try $0.integer("PRAGMA temp_store") } == 2)
        #expect(try await file.database.write { try $0.integer("PRAGMA cache_size") } == -32_000)
        try await file.database.write { connection in
            try connection.execute("INSERT INTO notes (text) VALUES ('after')")
            for number in 0..<10 { try connection.executeGenerated("DETACH other\(number)") }
        }
        #expect(try file.texts() == Self.expected + ["after"])
        try await file.database.purge()
        #expect(try file.folder.occurrences(of: "#deleted") == 0)
        #expect(try isSound(file))
    }

    @Test func `a purge that waits is refused when the file is closed, without waiting for the writes before it`() async throws {
        let file = try TestFile()
        let (held, letGo) = (Flag(), Flag())
        let write = Task {
            try await file.database.write { connection in
                held.set()
                letGo.block()
                try connection.execute("INSERT INTO notes (text) VALUES ('before')")
            }
        }
        await held.wait()
        let purge = Task { try await file.database.purge() }
        while file.database.statistics.queueDepth < 1 { await Task.yield() }
        Thread.start { file.database.close() }
        await #expect(throws: DatabaseError.closed) { try await purge.value }
        letGo.set()
        try await write.value
        // Returns when the other call has closed the file.
        file.database.close()
        await #expect(throws: DatabaseError.closed) { try await file.database.purge() }
        #expect(try rowsElsewhere("SELECT text FROM notes", on: file.database.path) == ["before"])
    }

    @Test func `who is cancelled does not wait for a purge, and it is carried out all the same`() async throws {
        let file = try await makeFile()
        let (write, letGo) = try await heldWrite(in: file)
        let purge = Task { try await file.database.purge() }
        while file.database.statistics.queueDepth < 1 { await Task.yield() }
        purge.cancel()
        await #expect(throws: CancellationError.self) { try await purge.value }
        letGo.set()
        try await write.value
        while file.database.statistics.purges == 0 { await Task.yield() }
        for word in ["#deleted", "#outdated"] { #expect(try file.folder.occurrences(of: word) == 0) }
        #expect(try file.texts() == Self.expected)
    }

    @Test func `a purge that runs when the file is closed ends, and the file is whole`() async throws {
        let file = try await makeFile()
        let pause = VacuumPause()
        try await file.database.write { pause.install(on: $0.handle) }
        let purge = Task { try await file.database.purge() }
        await pause.wait()
        Thread.start { file.database.close() }
        while !file.database.writer.arePurgesAbandoned.load(ordering: .acquiring) { await Task.yield() }
        pause.end()
        await #expect(throws: DatabaseError.closed) { try await purge.value }
        // Returns when the other call has closed the file.
        file.database.close()
        #expect(access(file.database.path + "-wal", F_OK) != 0)
        #expect(try file.folder.occurrences(of: "#deleted") > 0, "the purge went on")
        let again = try DatabaseFile(path: file.database.path, schema: Schema([TestFile.notes]))
        #expect(try again.read { try $0.all("SELECT text FROM notes ORDER BY id") { try $0["text"] as String } } == Self.expected)
        try await again.purge()
        #expect(try file.folder.occurrences(of: "#deleted") == 0)
    }

    // MARK: Purges that are given up

    @Test func `a purge that runs when purges are given up ends, and the writes behind it have their turn`() async throws {
        let file = try await makeFile()
        let pause = VacuumPause()
        try await file.database.write { pause.install(on: $0.handle) }
        let purge = Task { try await file.database.purge() }
        await pause.wait()
        let write = Task { try await file.database.write { try $0.execute("INSERT INTO notes (text) VALUES ('behind it')") } }
        while file.database.statistics.queueDepth < 1 { await Task.yield() }
        #expect(file.database.statistics.isPurging)
        file.database.abandonPurges()
        pause.end()
        await #expect(throws: DatabaseError.closed) { try await purge.value }
        #expect(try await write.value == 1)
        #expect(try file.folder.occurrences(of: "#deleted") > 0, "the purge went on")
        #expect(try file.texts() == Self.expected + ["behind it"])
        #expect(try isSound(file))
        #expect(!file.database.statistics.isPurging)
        await #expect(throws: DatabaseError.closed) { try await file.database.purge() }
        try await file.database.write { try $0.execute("DELETE FROM notes WHERE text = 'behind it'") }
    }

    @Test func `purges that wait when purges are given up are refused at once, without waiting for the writes before them`() async throws {
        let file = try await makeFile()
        let (write, letGo) = try await heldWrite(in: file)
        let purges = (0..<2).map { _ in Task { try await file.database.purge() } }
        while file.database.statistics.queueDepth < 2 { await Task.yield() }
        file.database.abandonPurges()
        for purge in purges { await #expect(throws: DatabaseError.closed) { try await purge.value } }
        letGo.set()
        try await write.value
        #expect(file.database.statistics.purges == 0)
    }

    @Test func `a purge that is about to begin when purges are given up does not`() async throws {
        let file = try await makeFile()
        let (write, letGo) = try await heldWrite(in: file)
        let purge = Task { try await file.database.purge() }
        while file.database.statistics.queueDepth < 1 { await Task.yield() }
        // What giving up does first. The writer's thread takes the purge before it hears of the rest.
        file.database.writer.arePurgesAbandoned.store(true, ordering: .releasing)
        letGo.set()
        try await write.value
        await #expect(throws: DatabaseError.closed) { try await purge.value }
        #expect(try file.folder.occurrences(of: "#deleted") > 0)
    }

    /// A write that the writer's thread is held at until the flag is set.
    private func heldWrite(in file: TestFile) async throws -> (write: Task<Void, any Error>, letGo: Flag) {
        let (held, letGo) = (Flag(), Flag())
        let write = Task {
            try await file.database.write { _ in
                held.set()
                letGo.block()
            }
        }
        await held.wait()
        return (write, letGo)
    }

    // MARK: Room

    @Test func `without room for it on the disk a purge does not begin`() async throws {
        let free = Mutex<Int64?>(0)
        var options = DatabaseFile.Options()
        options.room = { _ in free.withLock { $0 } }
        let file = try await makeFile(options: options)
        // Whole pages, which are not copied and need no room.
        try await file.database.write { try $0.execute("DELETE FROM notes WHERE id > 3000") }
        let pages = try file.database.read { try $0.integer("PRAGMA page_count") ?? 0 }
        let freePages = try file.database.read { try $0.integer("PRAGMA freelist_count") ?? 0 }
        let needed = 2 * 4_096 * (pages - freePages) + 64 * 1_024 * 1_024
        #expect(freePages > 0)
        free.withLock { $0 = needed - 1 }
        await #expect(
            performing: { try await file.database.purge() },
            throws: { error in
                guard let error = error as? DatabaseError, case .sqlite(.full, _, _) = error else { return false }
                return error.isTemporary
            }
        )
        #expect(try file.folder.occurrences(of: "#deleted") > 0)
        free.withLock { $0 = needed }
        try await file.database.purge()
        #expect(try file.folder.occurrences(of: "#deleted") == 0)
        free.withLock { $0 = nil }
        try await file.database.purge()
        #expect(try file.texts().count == 2_000)
    }

    @Test func `the room on the disk of a file is known, and that of none is not`() throws {
        let file = try TestFile()
        #expect(try #require(Disk.room(for: file.database.path)) > 0)
        #expect(Disk.room(for: file.folder.file("missing")) == nil)
    }

    // MARK: What others have left in the file

    @Test func `samples of keys that another SQLite took are deleted`() async throws {
        let file = try TestFile()
        file.database.close()
        try runElsewhere(
            """
            PRAGMA writable_schema = ON; CREATE TABLE sqlite_stat4 (tbl, idx, neq, nlt, ndlt, sample); PRAGMA writable_schema = OFF;
            INSERT INTO sqlite_stat4 VALUES ('notes', 'notes_by_text', '1 1', '0 0', '0 0', CAST('#sampled' AS BLOB));
            """,
            on: file.database.path
        )
        let database = try DatabaseFile(path: file.database.path, schema: Schema([TestFile.notes]))
        #expect(try file.folder.occurrences(of: "#sampled") > 0)
        try await database.purge()
        #expect(try file.folder.occurrences(of: "#sampled") == 0)
    }
}
