import Synchronization

/// The memory that the bodies of all requests under way may take together, so that many clients with large bodies are told to come again
/// instead of ending the process.
///
/// A body counts from its arrival until its request is answered: until then it may lie in a buffer, in the queue of the writer, or in both.
final class BodyBudget: Sendable {
    private let limit: Int
    private let used = Atomic(0)

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes bytes, or none if there are not as many left.
    func take(_ bytes: Int) -> Bool {
        if used.add(bytes, ordering: .relaxed).newValue <= limit { return true }
        give(bytes)
        return false
    }

    func give(_ bytes: Int) {
        used.subtract(bytes, ordering: .relaxed)
    }
}
