extension ConditionDefinition: CustomStringConvertible {
    /// The condition as a person would read it: `country in ["US", "CA"]`, `not (any of (a exists, b exists))`.
    public var description: String {
        switch self {
        case .comparison(let comparison): comparison.description
        case .group(let group): group.description
        }
    }
}

extension ComparisonDefinition: CustomStringConvertible {
    /// The comparison as a person would read it: `not name starts_with "A" (ignoring case)`.
    public var description: String {
        let parts = [
            isNegated ? "not" : "", attribute, `operator`, value.map(Self.describe) ?? "", ignoresCase ? "(ignoring case)" : "",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func describe(_ value: FlagValue) -> String {
        guard case .array(let elements) = value else { return Scalar(value)?.description ?? value.kind }
        return "[" + elements.map { Scalar($0)?.description ?? $0.kind }.joined(separator: ", ") + "]"
    }
}

extension GroupDefinition: CustomStringConvertible {
    /// The group as a person would read it: `all of (a eq 1, b eq 2)`.
    public var description: String {
        let text = "\(kind.rawValue) of (\(members.map(\.description).joined(separator: ", ")))"
        return isNegated ? "not \(text)" : text
    }
}
