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
        /// A key that is empty, too long or has other characters than `A-Z a-z 0-9 . _ -`.
        case invalidKey
        /// An empty name for an attribute or a variant.
        case emptyName
        /// A flag type that does not exist.
        case unknownType(String, accepted: [String])
        /// An operator that does not exist.
        case unknownOperator(String, accepted: [String])
        /// A percentage that is no number from 0 to 100 in steps of 0.01.
        case invalidPercentage
        /// A value that its operator cannot read; what it can, as a phrase: `a version like 1.2.3`, and why not, if more can be said.
        case invalidOperand(expected: String, reason: String?)
        /// `ignore_case` with an operator that compares no text.
        case caseOfNoText(operator: String)
        /// Conditions that may take too long to try out; their ``CompiledFlag/cost`` together is more than `limit`.
        case tooCostly(limit: Int)
        /// A percentage in a segment.
        case percentageInSegment
        /// Groups deeper than ``GroupDefinition/maximumDepth``.
        case nestedTooDeep
        /// A prerequisite that is no flag of the project.
        case unknownFlag(String)
        /// A segment that the project does not have.
        case unknownSegment(String)
        /// Flags or segments that need each other, in their order; the first is the last, too.
        case cycle([String])
        /// The evaluations of flags and segments that this needs, each counted as often as it is asked, are more than `limit`.
        case needsTooMany(limit: Int)
        /// With this, those that another flag or segment needs would be more than `limit`.
        case othersNeedTooMany(String, limit: Int)
        /// The flags and segments that this needs, need others and so on, more than `limit` in a row.
        case needsTooDeep(limit: Int)
        /// With this, another flag or segment would need more than `limit` in a row.
        case othersNeedTooDeep(String, limit: Int)
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
        case .invalidOperand: "invalid_value"
        case .caseOfNoText: "case_not_applicable"
        case .tooCostly: "too_costly"
        case .percentageInSegment: "percentage_in_segment"
        case .nestedTooDeep: "nested_too_deep"
        case .unknownFlag: "unknown_flag"
        case .unknownSegment: "unknown_segment"
        case .cycle: "cycle"
        case .needsTooMany, .othersNeedTooMany: "needs_too_many"
        case .needsTooDeep, .othersNeedTooDeep: "needs_too_deep"
        }
    }

    /// One sentence that a person can act on.
    public var message: String {
        switch problem {
        case .missing: "This field is required."
        case .unknownField(let accepted): "This field is unknown; known here are \(accepted.joined(separator: ", "))."
        case .wrongType(let expected, let found): "Expected \(expected), found \(found)."
        case .invalidKey: "A key is 1 to 128 letters, digits, points, underscores and hyphens, but not \".\" or \"..\"."
        case .emptyName: "A name must not be empty."
        case .unknownType(let name, let accepted): "There is no flag type \"\(name)\"; use one of \(accepted.joined(separator: ", "))."
        case .unknownOperator(let name, let accepted): "There is no operator \"\(name)\"; use one of \(accepted.joined(separator: ", "))."
        case .invalidPercentage: "A percentage is a number from 0 to 100 in steps of 0.01."
        case .invalidOperand(let expected, let reason): "Expected \(expected)\(reason.map { ": \($0)" } ?? "")."
        case .caseOfNoText(let name): "The operator \"\(name)\" compares no text, so there is no case to ignore."
        case .tooCostly(let limit):
            "All conditions together may look for at most \(limit) texts, networks and characters of large regular expressions here."
        case .percentageInSegment:
            "A segment cannot have a percentage: each flag draws its own users. Put the percentage into the rule, beside the segment."
        case .nestedTooDeep: "At most \(GroupDefinition.maximumDepth) groups may stand inside each other."
        case .unknownFlag(let key): "There is no flag \"\(key)\" in this project."
        case .unknownSegment(let key): "There is no segment \"\(key)\" in this project."
        case .cycle(let keys): "This would need itself: \(keys.joined(separator: " → "))."
        case .needsTooMany(let limit):
            "From here on more than \(limit) flags and segments are needed, each counted as often as it is asked, with all they need in turn."
        case .othersNeedTooMany(let key, let limit):
            "\"\(key)\" needs this, and would then need more than \(limit) flags and segments, each counted as often as it is asked."
        case .needsTooDeep(let limit): "What this needs, needs others in turn: at most \(limit) in a row."
        case .othersNeedTooDeep(let key, let limit): "\"\(key)\" needs this, and would then need more than \(limit) in a row."
        }
    }
}
