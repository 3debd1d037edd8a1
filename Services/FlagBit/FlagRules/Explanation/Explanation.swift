/// Why a flag answers what it does: everything that it looks at, and what came of it.
///
/// All is looked at, also what the evaluation had no need of: rules behind the one that held, conditions behind one that failed, and all of
/// a disabled flag. What is shown of each is what the evaluation finds, or would find, there.
public struct Explanation: Sendable, Equatable {
    /// What the flag answers.
    public let evaluation: Evaluation
    /// The flags that must give a value first, in their order.
    public let prerequisites: [Prerequisite]
    /// The rules in their order; the first that holds wins, unless the flag is disabled or a prerequisite fails.
    public let rules: [Rule]

    /// Another flag that must give a value first.
    public struct Prerequisite: Sendable, Equatable {
        /// The key of the other flag.
        public let flag: String
        /// What it must give, as written.
        public let wanted: FlagValue
        /// What it gives; nil if there is no such flag.
        public let evaluation: Evaluation?
        /// Whether it gives what it must. A disabled flag does not, whatever its value.
        public let isFulfilled: Bool
    }

    /// A rule.
    public struct Rule: Sendable, Equatable {
        /// Whether all conditions hold.
        public let holds: Bool
        /// The conditions in their order.
        public let conditions: [ConditionOutcome]
    }
}
