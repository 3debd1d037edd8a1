import Testing

@testable import Database

@Suite struct WriterStateTests {
    typealias State = WriterState<Int>

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
        state.close()
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
}
