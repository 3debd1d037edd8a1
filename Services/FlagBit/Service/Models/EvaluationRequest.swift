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
    /// The most elements of an array in a context.
    private static let contextElements = 1_000
    /// The most bytes of a text in a context, in UTF-8.
    private static let contextTextBytes = 4_096

    /// `context`, an object of any attributes; empty if it is absent.
    func evaluationContext() -> EvaluationContext {
        guard let json = value("context"), !json.isNull else { return EvaluationContext() }
        guard case .object(let members) = json else {
            fault("context", .wrongType, "must be an object, not \(json.kind)")
            return EvaluationContext()
        }
        checkSize(ofContext: json, at: path.member("context"))
        if let attributes = FlagValue.values(of: members) { return EvaluationContext(attributes: attributes) }
        _ = flagValue(json, at: path.member("context"))
        return EvaluationContext()
    }

    /// Refuses long arrays and texts, at any depth: every condition of every flag may have to look through them.
    func checkSize(ofContext json: JSONValue, at path: @autoclosure () -> JSONPath) {
        switch json {
        case .null, .bool, .number: break
        case .string(let text):
            let count = text.utf8.count
            guard count > Self.contextTextBytes else { return }
            fault(at: path(), .tooLong, "must have at most \(Self.contextTextBytes) bytes in UTF-8, not \(count)")
        case .array(let elements) where elements.count > Self.contextElements:
            fault(at: path(), .tooLong, "must have at most \(Self.contextElements) elements, not \(elements.count)")
        case .array(let elements):
            for (index, element) in elements.enumerated() { checkSize(ofContext: element, at: path().element(index)) }
        case .object(let members):
            for (name, value) in members { checkSize(ofContext: value, at: path().member(name)) }
        }
    }
}
