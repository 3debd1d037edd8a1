import Glibc
import TestKit
import Testing

@testable import Database

@Suite struct ReadersTests {
    private let folder: TemporaryFolder
    private let database: DatabaseFile
    private let readers: Readers

    init() throws {
        folder = try TemporaryFolder()
        database = try DatabaseFile(path: folder.file("app.db"), schema: Schema([TestFile.notes]))
        readers = Readers(path: folder.file("app.db"))
    }

    @Test func `threads that end give their connections back`() {
        for _ in 0..<20 {
            let isDone = ConditionLock(false)
            Database.Thread.start { [readers] in
                let one: Int?? = try? readers.read { try $0.first("SELECT 1 AS one") { try $0["one"] } }
                #expect(one == 1)
                isDone.withLock { $0 = true }
                isDone.wakeAll()
            }
            isDone.wait { $0 ? .done(()) : .sleep(until: nil) }
        }
        // A thread signs off after its closure has returned: give the last ones a moment, but not for ever.
        for _ in 0..<5_000 where readers.count > 0 { usleep(1_000) }
        #expect(readers.count == 0)
        readers.close()
    }

    @Test func `closing cuts a long query short`() {
        let started = Flag()
        let failure = ConditionLock<(any Error)?>(nil)
        Database.Thread.start { [readers] in
            do {
                _ = try readers.read { connection -> Int? in
                    started.set()
                    return try connection.first(
                        "WITH RECURSIVE endless (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless) SELECT count(*) AS n FROM endless"
                    ) { try $0["n"] }
                }
            } catch {
                failure.withLock { $0 = error }
                failure.wakeAll()
            }
        }
        started.block()
        readers.close()
        let error: any Error = failure.wait { failure in
            guard let error = failure else { return .sleep(until: nil) }
            return .done(error)
        }
        guard case .sqlite(let code, _, _)? = error as? DatabaseError else {
            Issue.record("unexpected \(error)")
            return
        }
        // SQLITE_INTERRUPT
        #expect(code == ResultCode(rawValue: 9))
    }

    @Test func `closing while threads come and go leaves none behind`() {
        let running = ConditionLock(0)
        for _ in 0..<16 {
            running.withLock { $0 += 1 }
            Database.Thread.start { [readers] in
                // Until the readers are closed, which is what makes it throw.
                while (try? readers.read { try $0.first("SELECT 1 AS one") { try $0["one"] as Int } }) != nil {}
                running.withLock { $0 -= 1 }
                running.wakeAll()
            }
        }
        for _ in 0..<5_000 where readers.count < 16 { usleep(1_000) }
        readers.close()
        running.wait { $0 == 0 ? .done(()) : .sleep(until: nil) }
        #expect(readers.count == 0)
        #expect(throws: DatabaseError.closed) { try readers.read { _ in } }
    }

    @Test func `a process may open files one after the other without end, and reads of a closed one stay closed`() throws {
        readers.close()
        for _ in 0..<1_200 {
            let next = Readers(path: database.path)
            #expect(try next.read { try $0.first("SELECT 1 AS one") { try $0["one"] as Int } } == 1)
            #expect(throws: DatabaseError.closed) { try readers.read { _ in } }
            next.close()
        }
    }
}
