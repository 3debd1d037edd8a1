// There is no literal for null: `nil` would quietly become a value where an optional value is meant to be absent.

extension FlagValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// `true` and `false` are ``boolean(_:)``.
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    /// `10` is an ``integer(_:)``.
    public init(integerLiteral value: Int64) { self = .integer(value) }
    /// `10.0` is a ``float(_:)``.
    public init(floatLiteral value: Double) { self = .float(value) }
}

extension FlagValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    /// `"text"` is a ``string(_:)``.
    public init(stringLiteral value: String) { self = .string(value) }
    /// `[…]` is an ``array(_:)``.
    public init(arrayLiteral elements: FlagValue...) { self = .array(elements) }
    /// `["name": …]` is an ``object(_:)``; of a name given twice the last value stays.
    public init(dictionaryLiteral members: (String, FlagValue)...) {
        self = .object(Dictionary(members) { _, last in last })
    }
}
