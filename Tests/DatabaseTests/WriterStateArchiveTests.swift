import Testing

@testable import Database

/// When the writer archives: what ``WriterStateTests`` does not look at, because it is about files without an archive.
@Suite struct WriterStateArchiveTests {
    typealias State = WriterState<Int, String>

    private func state(interval: Int64? = 1_000) -> State {
        var limits = State.Limits()
        limits.capacity = 10_000
        limits.batch = 3
        limits.truncateAbove = 1_000
        limits.archiveInterval = interval
        limits.checkpointFrames = 100
        return State(limits: limits, now: 0)
    }

    /// What the writer would do, as text, so that a failed expectation reads well.
    private func describe(_ step: State.Step) -> String {
        switch step {
        case .act(.commit(let jobs)): "commit \(jobs)"
        case .act(.purge(let waiters)): "purge \(waiters)"
        case .act(.checkpoint(let mode)): "checkpoint \(mode)"
        case .act(.archive): "archive"
        case .act(.optimize): "optimize"
        case .act(.finish): "finish"
        case .sleep(let until): "sleep until \(until.map(String.init) ?? "woken")"
        }
    }

    /// Writes something, after which there is something to archive.
    private func write(_ state: inout State, frames: Int, walBytes: Int64 = 10, at now: Int64) {
        _ = state.admit(1)
        #expect(describe(state.next(now: now)) == "commit [1]")
        state.committed(walBytes: walBytes, walFrames: frames, isArchiveBehind: true, at: now)
    }

    @Test(arguments: [1, 200, 1_000, 5_000] as [Int64])
    func `what is committed is archived when the interval is over, and not before`(interval: Int64) {
        var state = state(interval: interval)
        write(&state, frames: 3, at: 10)
        #expect(describe(state.next(now: 10 + interval - 1)) == "sleep until \(10 + interval)")
        #expect(describe(state.next(now: 10 + interval)) == "archive")
        state.archived(isDone: true, at: 10 + interval)
        #expect(describe(state.next(now: 10 + interval)) == "sleep until 60000")
    }

    @Test func `the interval begins with the first commit that is not archived, however many follow`() {
        var state = state()
        for now: Int64 in stride(from: 10, to: 1_010, by: 100) { write(&state, frames: 3, at: now) }
        _ = state.admit(2)
        #expect(describe(state.next(now: 1_009)) == "commit [2]")
        state.committed(walBytes: 10, walFrames: 6, isArchiveBehind: true, at: 1_009)
        #expect(describe(state.next(now: 1_010)) == "archive")
    }

    @Test func `it is archived also while more writes wait than can be done`() {
        var state = state()
        write(&state, frames: 3, at: 0)
        var archived: [Int64] = []
        for job in 1...9_000 { _ = state.admit(job) }
        for now: Int64 in stride(from: 1, to: 2_500, by: 1) {
            switch state.next(now: now) {
            case .act(.archive):
                archived.append(now)
                state.archived(isDone: true, at: now)
            case .act(.commit): state.committed(walBytes: 10, walFrames: 3, isArchiveBehind: true, at: now)
            default: Issue.record("nothing else is due")
            }
        }
        // The next commit is a millisecond after the archiving.
        #expect(archived == [1_000, 2_001])
    }

    @Test func `it comes before a purge that waits, and purges go on while it fails`() {
        var state = state()
        write(&state, frames: 3, at: 0)
        _ = state.admit(purge: "a")
        #expect(describe(state.next(now: 1_000)) == "archive")
        state.archived(isDone: false, at: 1_000)
        #expect(describe(state.next(now: 1_000)) == "purge [\"a\"]")
    }

    @Test func `after a failure it is tried again an interval later, again and again, and writes go on`() {
        var state = state()
        write(&state, frames: 3, at: 0)
        for now: Int64 in [1_000, 2_500, 4_000] {
            #expect(describe(state.next(now: now)) == "archive")
            state.archived(isDone: false, at: now + 500)
            _ = state.admit(7)
            #expect(describe(state.next(now: now + 500)) == "commit [7]")
            state.committed(walBytes: 10, walFrames: 6, isArchiveBehind: true, at: now + 500)
            #expect(describe(state.next(now: now + 501)) == "sleep until \(now + 1_500)")
        }
        #expect(describe(state.next(now: 5_500)) == "archive")
        state.archived(isDone: true, at: 5_500)
        #expect(describe(state.next(now: 5_500)) == "sleep until 60000")
    }

    @Test func `so many new frames are a reason for a checkpoint, and then so many more`() {
        var state = state()
        write(&state, frames: 99, at: 10)
        #expect(describe(state.next(now: 11)) == "sleep until 1010")
        write(&state, frames: 100, at: 20)
        #expect(describe(state.next(now: 20)) == "checkpoint passive")
        // It archives first.
        state.archived(isDone: true, at: 21)
        state.checkpointed(walBytes: 10, at: 21)
        // A reader has held it up, or else the log would begin anew.
        write(&state, frames: 199, at: 30)
        #expect(describe(state.next(now: 31)) == "sleep until 1030")
        write(&state, frames: 200, at: 40)
        #expect(describe(state.next(now: 40)) == "checkpoint passive")
        state.archived(isDone: true, at: 41)
        state.checkpointed(walBytes: 10, at: 41)
        write(&state, frames: 20, at: 50)
        write(&state, frames: 99, at: 60)
        #expect(describe(state.next(now: 60)) == "sleep until 1050")
        write(&state, frames: 100, at: 70)
        #expect(describe(state.next(now: 70)) == "checkpoint passive")
    }

    @Test func `such a checkpoint comes before the writes that wait`() {
        var state = state()
        write(&state, frames: 100, at: 10)
        _ = state.admit(2)
        #expect(describe(state.next(now: 10)) == "checkpoint passive")
    }

    @Test func `a checkpoint that waits for the archive is not tried again at once, but an interval later`() {
        var state = state()
        write(&state, frames: 500, at: 10)
        #expect(describe(state.next(now: 10)) == "checkpoint passive")
        // Archiving failed, so there was none.
        state.archived(isDone: false, at: 15)
        #expect(describe(state.next(now: 15)) == "sleep until 1015")
        write(&state, frames: 600, at: 20)
        #expect(describe(state.next(now: 21)) == "sleep until 1015")
        #expect(describe(state.next(now: 1_015)) == "checkpoint passive")
        state.archived(isDone: true, at: 1_016)
        state.checkpointed(walBytes: 10, at: 1_016)
        #expect(describe(state.next(now: 1_016)) == "sleep until 86400000")
    }

    @Test func `an idle writer cuts a large log also while archiving fails, each time with an attempt to archive`() {
        var state = state()
        write(&state, frames: 50, walBytes: 1_001, at: 0)
        #expect(describe(state.next(now: 1_000)) == "checkpoint truncate")
        state.archived(isDone: false, at: 1_100)
        #expect(describe(state.next(now: 1_100)) == "sleep until 2100")
        #expect(describe(state.next(now: 2_100)) == "checkpoint truncate")
        // Given up: then the checkpoint comes in spite of it.
        state.archived(isDone: false, at: 2_100)
        state.checkpointed(walBytes: 0, at: 2_100)
        #expect(describe(state.next(now: 2_200)) == "sleep until 3100")
        #expect(describe(state.next(now: 3_100)) == "archive")
    }

    @Test func `a full disk is a reason for a checkpoint at once`() {
        var state = state()
        write(&state, frames: 3, at: 10)
        state.ranOutOfRoom()
        #expect(describe(state.next(now: 11)) == "checkpoint passive")
        state.archived(isDone: true, at: 12)
        state.checkpointed(walBytes: 10, at: 12)
        #expect(describe(state.next(now: 12)) == "sleep until 86400000")
    }

    @Test func `what the opening left is archived and moved, too`() {
        var state = state()
        state.opened(isArchiveBehind: true, at: 100)
        #expect(describe(state.next(now: 100)) == "sleep until 1100")
        #expect(describe(state.next(now: 1_100)) == "archive")
        state.archived(isDone: true, at: 1_100)
        #expect(describe(state.next(now: 60_000)) == "checkpoint passive")
        var other = self.state()
        other.opened(isArchiveBehind: false, at: 100)
        #expect(describe(other.next(now: 100)) == "sleep until 60000")
    }

    @Test func `closing does not wait for the interval, since whoever finishes archives`() {
        var state = state()
        write(&state, frames: 500, at: 10)
        _ = state.admit(2)
        _ = state.close()
        #expect(describe(state.next(now: 5_000)) == "commit [2]")
        #expect(describe(state.next(now: 5_000)) == "finish")
    }

    @Test func `without an archive neither commits nor frames are a reason for anything`() {
        var state = state(interval: nil)
        _ = state.admit(1)
        _ = state.next(now: 10)
        state.committed(walBytes: 10, walFrames: 5_000, at: 10)
        #expect(describe(state.next(now: 59_999)) == "sleep until 60000")
        #expect(describe(state.next(now: 60_000)) == "checkpoint passive")
        state.archived(isDone: true, at: 60_000)
        state.checkpointed(walBytes: 10, at: 60_000)
        #expect(describe(state.next(now: 60_001)) == "sleep until 86400000")
    }
}
