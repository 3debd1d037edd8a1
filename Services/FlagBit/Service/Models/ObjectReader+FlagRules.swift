import FlagRules
import HTTPCore

extension ObjectReader {
    /// The longest message about a definition: it may repeat what the client sent.
    private static let messageLimit = 300

    /// The value as the engine sees it. Numbers beyond the range of a double are faults, and then it is `nil`.
    ///
    /// - Parameter path: where the value is.
    func flagValue(_ json: JSONValue, at path: JSONPath) -> FlagValue? {
        if let value = FlagValue(json) { return value }
        reportUnusableNumbers(in: json, at: path)
        return nil
    }

    /// Adds the engine's faults to those found so far.
    func report(_ error: DefinitionError) {
        for fault in error.faults {
            let path = fault.path.steps.reduce(self.path) { path, step in
                switch step {
                case .field(let name): path.member(name)
                case .index(let index): path.element(index)
                }
            }
            self.fault(at: path, Self.code(of: fault), Self.message(of: fault))
        }
    }

    private func reportUnusableNumbers(in json: JSONValue, at path: JSONPath) {
        switch json {
        case .null, .bool, .string: break
        case .number(let number):
            if FlagValue(jsonNumber: number.text) == nil { fault(at: path, .outOfRange, "must be a number within the range of a double") }
        case .array(let elements):
            for (index, element) in elements.enumerated() { reportUnusableNumbers(in: element, at: path.element(index)) }
        case .object(let members):
            for (name, value) in members { reportUnusableNumbers(in: value, at: path.member(name)) }
        }
    }

    private static func code(of fault: DefinitionFault) -> InputFault.Code {
        fault.problem == .missing ? .required : InputFault.Code(rawValue: fault.code)
    }

    /// The engine speaks in sentences; the messages of a problem are clauses.
    private static func message(of fault: DefinitionFault) -> String {
        if fault.problem == .missing { return "is required" }
        let sentence = fault.message
        let clause = sentence.prefix(1).lowercased() + (sentence.last == "." ? sentence.dropFirst().dropLast() : sentence.dropFirst())
        let scalars = clause.unicodeScalars
        return scalars.count <= messageLimit ? clause : String(scalars.prefix(messageLimit)) + "…"
    }
}
