import Synchronization

/// Those who want to know when something may have changed.
///
/// What they get is a signal without content: who is slow finds one waiting, however many there were, and looks at what is there now. So
/// nobody's slowness costs memory, and nobody waits for another.
final class Subscribers: Sendable {
    private struct State {
        var continuations: [Int: AsyncStream<Void>.Continuation] = [:]
        var next = 0
        var isFinished = false
    }

    private let state = Mutex(State())

    /// How many there are.
    var count: Int { state.withLock { $0.continuations.count } }

    /// Signals for one more, until it stops listening or all are sent away.
    func subscribe() -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let id = state.withLock { state in
                state.next += 1
                return state.next
            }
            // Before it is known here: whoever ends it at once would not be forgotten.
            continuation.onTermination = { [weak self] _ in self?.state.withLock { $0.continuations[id] = nil } }
            let isFinished = state.withLock { state in
                if !state.isFinished { state.continuations[id] = continuation }
                return state.isFinished
            }
            if isFinished { continuation.finish() }
        }
    }

    /// Signals to all.
    func wake() {
        for continuation in state.withLock({ Array($0.continuations.values) }) { continuation.yield() }
    }

    /// Sends all away, and everybody who comes later.
    func finish() {
        let continuations = state.withLock { state in
            state.isFinished = true
            return Array(state.continuations.values)
        }
        for continuation in continuations { continuation.finish() }
    }
}
