/// Who asks: the attributes that conditions look at.
public struct EvaluationContext: Sendable, Equatable {
    /// Up to so many attributes are looked through, which is faster than to hash, if their names are ASCII: only those have one spelling.
    private static let lookThroughLimit = 12

    /// The attributes by name; spellings of one name (`é` as one scalar or as two) are the same. Nested objects are carried but no
    /// condition looks into them.
    public let attributes: [String: FlagValue]
    /// The time of the evaluation, which offsets like `-7d` count from. By default 1970-01-01: an engine has no clock.
    public let now: Instant
    /// Those that are there, unless they are to be hashed.
    private let few: [Attribute]

    private struct Attribute: Sendable {
        let name: String
        let value: FlagValue
    }

    /// A context of these attributes; none of them is required.
    public init(attributes: [String: FlagValue] = [:], now: Instant = Instant(seconds: 0)) {
        self.attributes = attributes
        self.now = now
        let canBeLookedThrough =
            attributes.count <= Self.lookThroughLimit && attributes.keys.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
        few = canBeLookedThrough ? attributes.map { Attribute(name: $0, value: $1) } : []
    }

    /// The attribute's value, nil if it is missing, that is absent or null.
    subscript(attribute: String) -> FlagValue? {
        switch few.isEmpty ? attributes[attribute] : lookThrough(attribute) {
        case nil, .some(.null): nil
        case .some(let value): value
        }
    }

    private func lookThrough(_ attribute: String) -> FlagValue? {
        // The length first: it tells most names apart, and quickly.
        few.first { $0.name.utf8.count == attribute.utf8.count && $0.name == attribute }?.value
    }

    /// Whether both have the same attributes and time.
    public static func == (left: EvaluationContext, right: EvaluationContext) -> Bool {
        left.now == right.now && left.attributes == right.attributes
    }
}
