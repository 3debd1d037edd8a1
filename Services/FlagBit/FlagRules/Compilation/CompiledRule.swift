/// A rule, checked and ready to evaluate.
struct CompiledRule: Sendable {
    let conditions: [Condition]
    let answer: Answer
}

/// What a flag gives in one of its cases, with the variant's name found once.
struct Answer: Sendable {
    /// Nil leaves the value to the caller.
    let value: FlagValue?
    let variant: String?
}
