import Testing

@testable import Database

@Suite struct WriterStateTests {
    typealias State = WriterState<Int, String>

    private func state(capacity: Int = 4, batch: Int = 3) -> State {
        var limits = State.Limits()
        limits.capacity = capacity
        limits.batch = batch
        limits.truncateAbove = 1_000
        return State(limits: limits, now: 0)
    }

    /// What the writer would do, as text, so that a failed expectation reads well.
    private func describe(_ step: State.Step) -> String {
        switch step {
        case .act(.commit(let jobs)): "commit \(jobs)"
        case .act(.archive): "archive"
        case .act(.purge(let waiters)): "purge \(waiters)"
        case .act(.checkpoint(let mode)): "checkpoint \(mode)"
        case .act(.optimize): "optimize"
        case .act(.finish): "finish"
        case .sleep(let until): "sleep until \(until.map(String.init) ?? "woken")"
        }
    }

    @Test func `everything that waits goes into one transaction, in order, up to the batch limit`() {
        var state = state()
        for job in 1...4 { #expect(state.admit(job) == .accepted) }
        #expect(describe(state.next(now: 1)) == "commit [1, 2, 3]")
        #expect(describe(state.next(now: 1)) == "commit [4]")
        #expect(describe(state.next(now: 1)) == "sleep until 86400000")
    }

    @Test func `a full queue refuses, and takes again when it has room`() {
        var state = state()
        for job in 1...4 { _ = state.admit(job) }
        #expect(state.admit(5) == .overloaded)
        _ = state.next(now: 1)
        #expect(state.admit(5) == .accepted)
    }

    @Test func `closing writes what waits, takes nothing more and then finishes`() {
        var state = state()
        _ = state.admit(1)
        _ = state.close()
        #expect(state.admit(2) == .closed)
        #expect(describe(state.next(now: 1)) == "commit [1]")
        state.committed(walBytes: 5_000, at: 1)
        #expect(describe(state.next(now: 100_000)) == "finish")
    }

    @Test func `a passive checkpoint comes a minute after the first write it has to move, also under load`() {
        var state = state()
        _ = state.admit(1)
        _ = state.next(now: 10)
        state.committed(walBytes: 10, at: 10)
        #expect(describe(state.next(now: 11)) == "sleep until 60000")
        _ = state.admit(2)
        #expect(describe(state.next(now: 60_000)) == "checkpoint passive")
        state.checkpointed(walBytes: 10, at: 60_001)
        #expect(describe(state.next(now: 60_001)) == "commit [2]")
    }

    @Test func `without a write there is nothing to checkpoint`() {
        var state = state()
        #expect(describe(state.next(now: 600_000)) == "sleep until 86400000")
    }

    @Test func `a large WAL is cut when the writer has been idle for a second`() {
        var state = state()
        _ = state.admit(1)
        _ = state.next(now: 10)
        state.committed(walBytes: 1_001, at: 10)
        #expect(describe(state.next(now: 500)) == "sleep until 1010")
        #expect(describe(state.next(now: 1_010)) == "checkpoint truncate")
    }

    @Test func `a truncation that readers hold up is tried again a second later, not at once`() {
        var state = state()
        _ = state.admit(1)
        _ = state.next(now: 10)
        state.committed(walBytes: 1_001, at: 10)
        _ = state.next(now: 1_010)
        state.checkpointed(walBytes: 1_001, at: 6_000)
        #expect(describe(state.next(now: 6_000)) == "sleep until 7000")
        #expect(describe(state.next(now: 7_000)) == "checkpoint truncate")
    }

    @Test func `statistics for the planner are renewed once a day`() {
        var state = state()
        #expect(describe(state.next(now: 86_400_000)) == "optimize")
        state.optimized(at: 86_400_000)
        #expect(describe(state.next(now: 86_400_001)) == "sleep until 172800000")
    }

    @Test func `a purge comes after all writes that were there before it`() {
        var state = state(capacity: 10)
        for job in 1...4 { _ = state.admit(job) }
        #expect(state.admit(purge: "a") == .accepted)
        for job in 5...6 { _ = state.admit(job) }
        let steps = (0..<4).map { _ in describe(state.next(now: 1)) }
        #expect(steps == ["commit [1, 2, 3]", "commit [4, 5, 6]", "purge [\"a\"]", "sleep until 86400000"])
    }

    @Test func `under load a purge does not wait for the queue to be empty`() {
        var state = state(capacity: 100)
        for job in 1...3 { _ = state.admit(job) }
        _ = state.admit(purge: "a")
        for job in 4...9 { _ = state.admit(job) }
        let steps = (0..<4).map { _ in describe(state.next(now: 1)) }
        #expect(steps == ["commit [1, 2, 3]", "purge [\"a\"]", "commit [4, 5, 6]", "commit [7, 8, 9]"])
    }

    @Test func `one purge serves all whose writes are done, and no other`() {
        var state = state(capacity: 10, batch: 2)
        _ = state.admit(1)
        _ = state.admit(purge: "a")
        _ = state.admit(2)
        _ = state.admit(purge: "b")
        _ = state.admit(3)
        _ = state.admit(purge: "c")
        let steps = (0..<4).map { _ in describe(state.next(now: 1)) }
        #expect(steps == ["commit [1, 2]", "purge [\"a\", \"b\"]", "commit [3]", "purge [\"c\"]"])
    }

    @Test func `without writes a purge begins at once`() {
        var state = state()
        _ = state.admit(purge: "a")
        #expect(describe(state.next(now: 1)) == "purge [\"a\"]")
    }

    @Test func `purges that wait have a limit, too, and do not take the room of writes`() {
        var state = state(capacity: 2)
        #expect(state.admit(purge: "a") == .accepted)
        #expect(state.admit(purge: "b") == .accepted)
        #expect(state.admit(purge: "c") == .overloaded)
        #expect(state.queueDepth == 2)
        #expect(state.admit(1) == .accepted)
    }

    @Test func `closing refuses the purges that wait, and takes no more`() {
        var state = state()
        _ = state.admit(1)
        _ = state.admit(purge: "a")
        _ = state.admit(purge: "b")
        #expect(state.close() == ["a", "b"])
        #expect(state.close() == [])
        #expect(state.admit(purge: "c") == .closed)
        #expect(describe(state.next(now: 1)) == "commit [1]")
        #expect(describe(state.next(now: 1)) == "finish")
    }

    @Test func `giving purges up refuses those that wait and later ones, and nothing else`() {
        var state = state()
        _ = state.admit(1)
        _ = state.admit(purge: "a")
        _ = state.admit(purge: "b")
        #expect(state.abandonPurges() == ["a", "b"])
        #expect(state.abandonPurges() == [])
        #expect(state.admit(purge: "c") == .closed)
        #expect(state.admit(2) == .accepted)
        #expect(describe(state.next(now: 1)) == "commit [1, 2]")
        #expect(describe(state.next(now: 1)) == "sleep until 86400000")
        #expect(state.close() == [])
    }

    @Test func `it is purging while a purge waits or runs, and no longer`() {
        var state = state()
        _ = state.admit(1)
        #expect(!state.isPurging)
        _ = state.admit(purge: "a")
        #expect(state.isPurging)
        _ = state.next(now: 1)
        #expect(state.isPurging, "it waits for the write")
        #expect(describe(state.next(now: 1)) == "purge [\"a\"]")
        #expect(state.isPurging, "it runs")
        state.purged(walBytes: 0, at: 2)
        #expect(!state.isPurging)
        _ = state.admit(2)
        _ = state.admit(purge: "b")
        _ = state.abandonPurges()
        #expect(!state.isPurging)
    }

    @Test func `a purge leaves nothing to checkpoint, unless it was held up`() {
        var state = state()
        _ = state.admit(1)
        _ = state.next(now: 10)
        state.committed(walBytes: 10, at: 10)
        _ = state.admit(purge: "a")
        _ = state.next(now: 20)
        state.purged(walBytes: 0, at: 30)
        #expect(describe(state.next(now: 30)) == "sleep until 86400000")
        _ = state.admit(purge: "b")
        _ = state.next(now: 40)
        state.purged(walBytes: 500, at: 50)
        #expect(describe(state.next(now: 50)) == "sleep until 60050")
        state.purged(walBytes: 1_001, at: 60)
        #expect(describe(state.next(now: 60)) == "sleep until 1060")
        #expect(describe(state.next(now: 1_060)) == "checkpoint truncate")
    }
}
