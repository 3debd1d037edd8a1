import Glibc
import Synchronization
import TestKit
import Testing

@testable import Database

@Suite(.timeLimit(.minutes(2))) struct SnapshotTests {
    private func texts(_ path: String) throws -> [String] { try rowsElsewhere("SELECT text FROM notes ORDER BY id", on: path) }

    private func makeFixture(isArchived: Bool) throws -> ArchiveFixture {
        var fixture = try ArchiveFixture { $0.segmentBytes = 50_000 }
        if !isArchived { fixture.options.archive = nil }
        return fixture
    }

    /// What writers have begun and what they were told is written.
    private final class Progress: Sendable {
        private let texts = Mutex((begun: Set<String>(), done: Set<String>()))

        var begun: Set<String> { texts.withLock { $0.begun } }
        var done: Set<String> { texts.withLock { $0.done } }

        func begin(_ text: String) { texts.withLock { _ = $0.begun.insert(text) } }
        func end(_ text: String) { texts.withLock { _ = $0.done.insert(text) } }
    }

    @Test("a copy among writes has all that were acknowledged before and none that began after", arguments: [true, false])
    func copiesAmongWrites(isArchived: Bool) async throws {
        let fixture = try makeFixture(isArchived: isArchived)
        let database = try fixture.open()
        let progress = Progress()
        var copies: [(name: String, position: ArchivePosition?, before: Set<String>, until: Set<String>)] = []
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    for round in 0..<150 {
                        let text = "\(writer) \(round)"
                        progress.begin(text)
                        try await fixture.insert(text, into: database)
                        progress.end(text)
                    }
                }
            }
            for number in 0..<6 {
                // Some have been written since the last time.
                while progress.done.count < number * 80 { await Task.yield() }
                let before = progress.done
                let snapshot = try await database.snapshot()
                let until = progress.begun
                try snapshot.copy(to: fixture.folder.file("\(number).db"))
                copies.append(("\(number).db", snapshot.position, before, until))
                snapshot.close()
            }
            try await group.waitForAll()
        }
        try await fixture.archive(database)
        for copy in copies {
            let path = fixture.folder.file(copy.name)
            #expect(try FileCheck(path: path, isFull: true).damage == [])
            let found = Set(try texts(path))
            #expect(found.isSuperset(of: copy.before) && found.isSubset(of: copy.until))
            #expect((copy.position != nil) == isArchived)
            guard isArchived, let position = copy.position else { continue }
            // And from each of them the archive leads to the end.
            let all = try fixture.restore(ArchiveFixture.Base(name: copy.name, time: fixture.clock.now, position: position)).texts
            #expect(all.count == 600 && Set(all) == progress.done)
        }
    }

    @Test func `it stays as it was, whatever is written, and is copied as often as one likes`() async throws {
        let file = try TestFile()
        for text in ["a", "b"] { try await file.database.write { _ = try $0.execute("INSERT INTO notes (text) VALUES (?)", text) } }
        let snapshot = try await file.database.snapshot()
        try snapshot.copy(to: file.folder.file("1.db"))
        try await file.database.write { connection in
            try connection.execute("DELETE FROM notes WHERE text = 'a'")
            for number in 0..<500 { try connection.execute("INSERT INTO notes (text) VALUES (?)", "\(number)") }
        }
        try await file.database.write { _ = try $0.execute("CREATE TABLE later (x)") }
        try snapshot.copy(to: file.folder.file("2.db"))
        #expect(try snapshot.rowCounts() == ["notes": 2])
        #expect(try texts(file.folder.file("1.db")) == ["a", "b"] && texts(file.folder.file("2.db")) == ["a", "b"])
        #expect(snapshot.position == nil)
        #expect(try await file.database.snapshot().rowCounts() == ["notes": 501, "later": 0])
        #expect(try FileCheck(path: file.folder.file("2.db"), isFull: true).rowCounts == ["notes": 2])
    }

    @Test func `a copy stands alone and is for the owner and the group only`() async throws {
        let file = try TestFile()
        let snapshot = try await file.database.snapshot()
        let path = file.folder.file("copy.db")
        try snapshot.copy(to: path)
        for suffix in ["-wal", "-shm", "-journal"] { #expect(access(path + suffix, F_OK) != 0) }
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o007 == 0)
        #expect(try rowsElsewhere("PRAGMA journal_mode", on: path) == ["delete"])
        #expect(try rowsElsewhere("PRAGMA auto_vacuum", on: path) == ["2"])
        // It serves as a file of the service.
        snapshot.close()
        let copy = try DatabaseFile(path: path, schema: Schema([TestFile.notes]))
        try await copy.write { _ = try $0.execute("INSERT INTO notes (text) VALUES ('new')") }
        copy.close()
        #expect(try texts(path) == ["new"])
    }

    @Test func `nothing is copied over what is there already`() async throws {
        let file = try TestFile()
        let snapshot = try await file.database.snapshot()
        let there = try file.folder.write(Array("mine".utf8), to: "there")
        #expect(
            performing: { try snapshot.copy(to: there) },
            throws: { error in
                guard let error = error as? DatabaseError, case .unusable(there, _) = error else { return false }
                return true
            }
        )
        #expect(try file.folder.read("there") == Array("mine".utf8))
        #expect(throws: DatabaseError.self) { try snapshot.copy(to: file.folder.file("none/copy.db")) }
        let empty = try file.folder.write([], to: "empty")
        try snapshot.copy(to: empty)
        #expect(try texts(empty) == [])
    }

    @Test func `a copy that is cancelled ends`() async throws {
        let file = try TestFile()
        let snapshot = try await file.database.snapshot()
        #expect(throws: CancellationError.self) { try snapshot.copy(to: file.folder.file("1.db")) { true } }
        // The snapshot is still good for another one.
        try snapshot.copy(to: file.folder.file("2.db")) { false }
        #expect(try texts(file.folder.file("2.db")) == [])
    }

    @Test func `counting that is cancelled ends`() async throws {
        let file = try TestFile()
        try await file.database.write { connection in
            for number in 0..<2_000 { try connection.execute("INSERT INTO notes (text) VALUES (?)", "\(number)") }
        }
        let snapshot = try await file.database.snapshot()
        #expect(throws: CancellationError.self) { try snapshot.rowCounts { true } }
        #expect(try snapshot.rowCounts { false } == ["notes": 2_000])
    }

    @Test("a snapshot that is closed while it is copied ends the copy", arguments: [true, false])
    func closesDuringCopy(byItself: Bool) async throws {
        let file = try TestFile()
        let text = String(repeating: "text", count: 1_000_000)
        try await file.database.write { _ = try $0.execute("INSERT INTO notes (text) VALUES (?)", text) }
        let snapshot = try await file.database.snapshot()
        let (copying, closing, closed) = (Flag(), Flag(), Flag())
        let copy = Task {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                Thread.start {
                    let outcome = Result {
                        try snapshot.copy(to: file.folder.file("copy.db")) {
                            copying.set()
                            closing.block()
                            // The other thread may be held up just before it closes: there are more megabytes to come.
                            usleep(20_000)
                            return false
                        }
                    }
                    continuation.resume(with: outcome)
                }
            }
        }
        await copying.wait()
        Thread.start {
            closing.set()
            if byItself { snapshot.close() } else { file.database.close() }
            closed.set()
        }
        await #expect(throws: DatabaseError.closed) { try await copy.value }
        await closed.wait()
        #expect(throws: DatabaseError.closed) { try snapshot.rowCounts() }
        snapshot.close()
    }

    @Test func `after it or the file is closed there is nothing to be had of it`() async throws {
        let file = try TestFile()
        let first = try await file.database.snapshot()
        let second = try await file.database.snapshot()
        first.close()
        #expect(throws: DatabaseError.closed) { try first.copy(to: file.folder.file("1.db")) }
        #expect(try second.rowCounts() == ["notes": 0])
        file.database.close()
        #expect(throws: DatabaseError.closed) { try second.copy(to: file.folder.file("2.db")) }
        await #expect(throws: DatabaseError.closed) { try await file.database.snapshot() }
        #expect(access(file.database.path + "-wal", F_OK) != 0, "a snapshot kept the WAL from being moved into the file")
    }

    @Test func `one that nobody holds any more does not hold up a purge, and one that somebody holds does`() async throws {
        let file = try TestFile()
        let held = try await file.database.snapshot()
        await #expect(
            performing: { try await file.database.purge() },
            throws: { error in
                guard let error = error as? DatabaseError, case .sqlite(.busy, _, _) = error else { return false }
                return true
            }
        )
        held.close()
        _ = try await file.database.snapshot().time
        try await file.database.purge()
        #expect(try file.folder.read("app.db-wal").isEmpty)
    }
}
