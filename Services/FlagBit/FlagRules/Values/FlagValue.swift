/// A JSON value as flags answer it, rules compare it and contexts carry it.
///
/// A whole number and a number with a fraction or exponent stay apart (`10` is an ``integer(_:)``, `10.0` a ``float(_:)``), so that an answer
/// is written the way it was defined. Nothing else tells them apart: they compare as numbers.
public enum FlagValue: Sendable {
    /// JSON's `null`. As an attribute it counts as missing.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number written without fraction and exponent, −2⁶³ to 2⁶³−1.
    case integer(Int64)
    /// Any other number. Its `description` always has a point or an exponent, which makes it valid JSON that reads back as a float.
    case float(Double)
    /// Text, compared scalar by scalar: no case folding, no Unicode normalisation.
    case string(String)
    /// A list of values.
    case array([FlagValue])
    /// Members by name, in no order.
    case object([String: FlagValue])
}

extension FlagValue {
    /// The deepest nesting of arrays and objects that a flag's own value may have; `[]` has depth 1.
    public static let maximumDepth = 64

    /// What this value is, for messages: `a string`, `an array`, ….
    public var kind: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .float: "a float"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }

    /// Whether JSON can hold the value (every number finite) within ``maximumDepth``. Needs no stack, however deep the value is.
    var isWellFormed: Bool {
        var pending: [(value: FlagValue, depth: Int)] = [(self, 1)]
        while let (value, depth) = pending.popLast() {
            switch value {
            case .null, .boolean, .integer, .string: continue
            case .float(let number): guard number.isFinite else { return false }
            case .array(let elements):
                guard depth <= Self.maximumDepth else { return false }
                for element in elements { pending.append((element, depth + 1)) }
            case .object(let members):
                guard depth <= Self.maximumDepth else { return false }
                for member in members.values { pending.append((member, depth + 1)) }
            }
        }
        return true
    }
}

extension FlagValue: Hashable {
    /// Equality without coercion: `1`, `"1"` and `true` differ. `10` and `10.0` are the same number, compared exactly.
    ///
    /// Descends as deep as both values go together; values of a compiled flag are bounded by ``maximumDepth``.
    public static func == (left: FlagValue, right: FlagValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default:
            if let left = Scalar(left), let right = Scalar(right) { left == right } else { false }
        }
    }

    /// Equal values hash alike: `10` as `10.0`.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0 as UInt8)
        case .array(let elements): hasher.combine(elements)
        case .object(let members): hasher.combine(members)
        default: Scalar(self)?.hash(into: &hasher)
        }
    }
}
