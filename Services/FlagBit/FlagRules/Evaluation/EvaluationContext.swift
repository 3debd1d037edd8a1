/// Who asks: the attributes that conditions look at.
public struct EvaluationContext: Sendable, Equatable {
    /// The attributes by name. Nested objects are carried but no condition looks into them.
    public let attributes: [String: FlagValue]

    /// A context of these attributes; none of them is required.
    public init(attributes: [String: FlagValue] = [:]) {
        self.attributes = attributes
    }

    /// The attribute's value, nil if it is missing, that is absent or null.
    subscript(attribute: String) -> FlagValue? {
        switch attributes[attribute] {
        case nil, .some(.null): nil
        case .some(let value): value
        }
    }
}
