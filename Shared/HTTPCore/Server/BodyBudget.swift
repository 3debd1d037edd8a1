import Synchronization

/// The memory that the bodies of all requests under way may take together, so that many clients with large bodies are told to come again
/// instead of ending the process.
final class BodyBudget: Sendable {
    private let limit: Int
    private let used = Atomic(0)

    init(limit: Int) {
        self.limit = limit
    }

    /// What one body takes of the budget; given back when nobody holds this any more.
    ///
    /// Held by the connection while the body arrives, and by the task that answers the request for as long as it runs, whatever becomes of
    /// the connection meanwhile: the body may lie in a buffer, in the queue of the writer, or in both.
    final class Share: Sendable {
        private let budget: BodyBudget
        private let bytes = Atomic(0)

        init(of budget: BodyBudget) {
            self.budget = budget
        }

        /// Takes more bytes, or none if there are not as many left.
        func grow(by count: Int) -> Bool {
            guard budget.used.add(count, ordering: .relaxed).newValue <= budget.limit else {
                budget.used.subtract(count, ordering: .relaxed)
                return false
            }
            bytes.add(count, ordering: .relaxed)
            return true
        }

        deinit { budget.used.subtract(bytes.load(ordering: .relaxed), ordering: .relaxed) }
    }
}
