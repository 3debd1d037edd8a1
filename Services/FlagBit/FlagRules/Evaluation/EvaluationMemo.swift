/// What was found out about one context on the way, so that each segment and each prerequisite is evaluated once for it, however often it is
/// asked.
///
/// For one snapshot, one context and one thread. Evaluations of several flags may share it.
public final class EvaluationMemo {
    /// Whether segments hold, by key.
    var segments: [String: Bool] = [:]
    /// What prerequisites give, by key.
    var flags: [String: Evaluation] = [:]

    /// Nothing yet.
    public init() {}
}
