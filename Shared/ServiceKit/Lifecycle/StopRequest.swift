import Synchronization

/// A wish to stop, which may come before there is anything that could.
final class StopRequest: Sendable {
    private struct State {
        var isMade = false
        var reaction: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    /// Whether somebody has asked.
    var isMade: Bool { state.withLock { $0.isMade } }

    /// Asks.
    func make() {
        let reaction = state.withLock { state in
            state.isMade = true
            return state.reaction
        }
        reaction?()
    }

    /// Says what has to be done when somebody asks; it is done at once if somebody has.
    func whenMade(_ reaction: @escaping @Sendable () -> Void) {
        let isMade = state.withLock { state in
            state.reaction = reaction
            return state.isMade
        }
        if isMade { reaction() }
    }
}
