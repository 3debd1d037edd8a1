/// One thing that `doctor` looked at.
struct Finding: Sendable, Equatable {
    enum Verdict: String, Sendable {
        /// As it should be.
        case sound
        /// Worth knowing; nothing has to be done.
        case notice
        /// Somebody has to do something.
        case problem
    }

    /// What was looked at, such as `foreign_keys`.
    let topic: String
    let verdict: Verdict
    /// What was found and, for a problem, what to do.
    let text: String
}
