import Synchronization

/// Whether a service has been asked to stop and goes on answering for a moment.
final class Leaving: Sendable {
    private let isBegun = Atomic(false)

    /// From now on it is about to stop.
    func begin() { isBegun.store(true, ordering: .relaxed) }

    /// Whether it is.
    func callAsFunction() -> Bool { isBegun.load(ordering: .relaxed) }
}
