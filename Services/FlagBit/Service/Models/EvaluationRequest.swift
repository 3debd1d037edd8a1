import FlagRules
import HTTPCore
import Timekeeping

/// Who asks for which flags.
struct EvaluationRequest: Sendable {
    /// The most flags that can be asked for by name: as many as a project of the largest plan has.
    private static let keyLimit = 2_000

    let context: EvaluationContext
    /// The keys of the flags, each once; `nil` for all of the project.
    let keys: [String]?

    /// Reads `{"context": {…}, "flags": [keys]}`, of which both may be absent.
    ///
    /// - Parameters:
    ///   - takesKeys: whether `flags` is known.
    ///   - now: the time of the evaluation.
    init(_ body: JSONValue, takesKeys: Bool, at now: Timestamp) throws(InvalidInput) {
        let reader = ObjectReader(body)
        context = EvaluationContext(attributes: reader.attributes(), now: Instant(now))
        keys = takesKeys ? reader.strings("flags", count: 0...Self.keyLimit, length: 1...128)?.onceEach : nil
        try reader.finish()
    }
}

extension [String] {
    /// The texts in their order, without repetitions. By their bytes: comparing texts from outside as characters may take long.
    fileprivate var onceEach: [String] {
        var seen: Set<[UInt8]> = []
        return filter { seen.insert([UInt8]($0.utf8)).inserted }
    }
}

extension ObjectReader {
    /// The most elements of an array in a context.
    private static let contextElements = 1_000
    /// The most bytes of a text in a context, in UTF-8.
    private static let contextTextBytes = 4_096

    /// The members of `context`, an object of any attributes; none if it is absent.
    func attributes() -> [String: FlagValue] {
        guard let json = value("context"), !json.isNull else { return [:] }
        guard case .object(let members) = json else {
            fault("context", .wrongType, "must be an object, not \(json.kind)")
            return [:]
        }
        checkSize(ofContext: json, at: path.member("context"))
        if let attributes = FlagValue.values(of: members) { return attributes }
        _ = flagValue(json, at: path.member("context"))
        return [:]
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
