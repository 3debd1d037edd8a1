import FlagRules
import HTTPCore

/// Who asks for which flags.
struct EvaluationRequest: Sendable {
    /// The most flags that can be asked for by name: as many as a project of the largest plan has.
    private static let keyLimit = 2_000

    let context: EvaluationContext
    /// The keys of the flags; `nil` for all of the project.
    let keys: [String]?

    /// Reads `{"context": {…}, "flags": [keys]}`, of which both may be absent.
    ///
    /// - Parameter takesKeys: whether `flags` is known.
    init(_ body: JSONValue, takesKeys: Bool) throws(InvalidInput) {
        let reader = ObjectReader(body)
        context = reader.evaluationContext()
        keys = takesKeys ? reader.strings("flags", count: 0...Self.keyLimit, length: 1...128) : nil
        try reader.finish()
    }
}

extension ObjectReader {
    /// `context`, an object of any attributes; empty if it is absent.
    func evaluationContext() -> EvaluationContext {
        guard let json = value("context"), !json.isNull else { return EvaluationContext() }
        guard case .object(let members) = json else {
            fault("context", .wrongType, "must be an object, not \(json.kind)")
            return EvaluationContext()
        }
        if let attributes = FlagValue.values(of: members) { return EvaluationContext(attributes: attributes) }
        _ = flagValue(json, at: path.member("context"))
        return EvaluationContext()
    }
}
