/// One thing that is wrong with a definition, and where.
public struct DefinitionFault: Sendable, Equatable {
    /// Where: `$.rules[0].conditions[1].operator`.
    public let path: FieldPath
    /// What.
    public let problem: Problem

    /// What can be wrong.
    public enum Problem: Sendable, Equatable {
        /// A member that must be there is not.
        case missing
        /// A member that nothing here reads, most often a typo.
        case unknownField(accepted: [String])
        /// A value of another type than its place asks for. Both are phrases: `an array`, `a string`.
        case wrongType(expected: String, found: String)
        /// A flag key that is empty, too long or has other characters than `A-Z a-z 0-9 . _ -`.
        case invalidKey
        /// An empty name for an attribute or a variant.
        case emptyName
        /// A flag type that does not exist.
        case unknownType(String, accepted: [String])
        /// An operator that does not exist.
        case unknownOperator(String, accepted: [String])
        /// A percentage that is no number from 0 to 100 in steps of 0.01.
        case invalidPercentage
    }
}

extension DefinitionFault {
    /// A stable word for programs, e.g. `unknown_operator`.
    public var code: String {
        switch problem {
        case .missing: "missing_field"
        case .unknownField: "unknown_field"
        case .wrongType: "wrong_type"
        case .invalidKey: "invalid_key"
        case .emptyName: "empty_name"
        case .unknownType: "unknown_type"
        case .unknownOperator: "unknown_operator"
        case .invalidPercentage: "invalid_percentage"
        }
    }

    /// One sentence that a person can act on.
    public var message: String {
        switch problem {
        case .missing: "This field is required."
        case .unknownField(let accepted): "This field is unknown; known here are \(accepted.joined(separator: ", "))."
        case .wrongType(let expected, let found): "Expected \(expected), found \(found)."
        case .invalidKey: "A flag key is 1 to 128 letters, digits, points, underscores and hyphens, but not \".\" or \"..\"."
        case .emptyName: "A name must not be empty."
        case .unknownType(let name, let accepted): "There is no flag type \"\(name)\"; use one of \(accepted.joined(separator: ", "))."
        case .unknownOperator(let name, let accepted): "There is no operator \"\(name)\"; use one of \(accepted.joined(separator: ", "))."
        case .invalidPercentage: "A percentage is a number from 0 to 100 in steps of 0.01."
        }
    }
}
