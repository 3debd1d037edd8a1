import Glibc
import Synchronization
import TestKit
import Testing

@testable import Database
@testable import ServiceKit

@Suite(.timeLimit(.minutes(1))) struct WriteProbeTests {
    /// A file in the middle of a purge, which ends with the pause.
    private func purging(_ database: DatabaseFile) async throws -> (purge: Task<Void, any Error>, pause: VacuumPause) {
        let pause = VacuumPause()
        try await database.write { pause.install(on: $0.handle) }
        let purge = Task { try await database.purge() }
        await pause.wait()
        return (purge, pause)
    }

    @Test func `a service is ready while its file is purged, however long that takes`() async throws {
        let folder = try TemporaryFolder()
        let database = try DatabaseFile(path: folder.file("app.db"), schema: Notebook.fileSchema)
        let (purge, pause) = try await purging(database)
        let writes = database.statistics.writes
        // None was there before whose answer would still hold.
        try await WriteProbe(database).check()
        #expect(database.statistics.queueDepth == 0)
        pause.end()
        try await purge.value
        try await WriteProbe(database).check()
        #expect(database.statistics.writes == writes + 1, "afterwards it writes again")
    }

    @Test func `a service that could not write before its file is purged is not ready meanwhile`() async throws {
        let folder = try TemporaryFolder()
        var options = DatabaseFile.Options()
        options.queueCapacity = 1
        let database = try DatabaseFile(path: folder.file("app.db"), schema: Notebook.fileSchema, options: options)
        let isHeld = Atomic(false)
        let isOver = Atomic(false)
        let held = Task {
            try await database.write { _ in
                isHeld.store(true, ordering: .releasing)
                while !isOver.load(ordering: .acquiring) { usleep(1_000) }
            }
        }
        while !isHeld.load(ordering: .acquiring) { await Task.yield() }
        let waiting = Task { try await database.write { _ in } }
        while database.statistics.queueDepth == 0 { await Task.yield() }
        let probe = WriteProbe(database)
        await #expect(throws: DatabaseError.overloaded) { try await probe.check() }
        isOver.store(true, ordering: .releasing)
        try await held.value
        try await waiting.value
        let (purge, pause) = try await purging(database)
        await #expect(throws: DatabaseError.overloaded) { try await probe.check() }
        pause.end()
        try await purge.value
    }
}
