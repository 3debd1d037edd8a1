import TestKit
import Testing

@testable import Database

/// References that are checked at the end of a transaction only, as tables of other programs may have them.
@Suite(.timeLimit(.minutes(1))) struct BrokenReferenceTests {
    private func makeFile() async throws -> TestFile {
        let file = try TestFile()
        try await file.database.write { connection in
            try connection.executeGenerated("CREATE TABLE marks (note INTEGER REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED)")
        }
        return file
    }

    @Test func `a write that leaves one pointing nowhere fails alone, not with those that share its transaction`() async throws {
        let file = try await makeFile()
        let (held, letGo) = (Flag(), Flag())
        let first = Task {
            try await file.database.write { _ in
                held.set()
                letGo.block()
            }
        }
        await held.wait()
        let broken = Task { try await file.database.write { try $0.execute("INSERT INTO marks (note) VALUES (7)") } }
        while file.database.statistics.queueDepth < 1 { await Task.yield() }
        let sound = Task { try await file.database.write { try $0.execute("INSERT INTO notes (text) VALUES ('sound')") } }
        while file.database.statistics.queueDepth < 2 { await Task.yield() }
        letGo.set()
        try await first.value
        await #expect(
            performing: { _ = try await broken.value },
            throws: { error in
                guard let error = error as? DatabaseError, case .sqlite(.constraint, _, _) = error else { return false }
                return !error.isTemporary
            }
        )
        #expect(try await sound.value == 1)
        #expect(try file.texts() == ["sound"])
        #expect(try file.database.first("SELECT count(*) AS n FROM marks") { try $0["n"] as Int } == 0)
    }

    @Test func `one that points somewhere in the end is fine`() async throws {
        let file = try await makeFile()
        try await file.database.write { connection in
            try connection.execute("INSERT INTO marks (note) VALUES (8)")
            try connection.execute("INSERT INTO notes (id, text) VALUES (8, 'late')")
        }
        #expect(try file.database.first("SELECT count(*) AS n FROM marks") { try $0["n"] as Int } == 1)
    }
}
