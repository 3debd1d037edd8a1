/// A JSON text as a tree (RFC 8259).
///
/// Numbers keep their digits and objects the order of their members, so what is read can be written again unchanged.
/// Answers are written as literals: `["id": .string(id), "count": 3, "next_cursor": nil]`.
public enum JSONValue: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, with the digits it was written with.
    case number(JSONNumber)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Named values in order.
    case object(JSONObject)
}

extension JSONValue: Equatable {
    /// Whether both are the same value: numbers digit by digit, texts byte by byte, objects in any order of their members.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): ExactText(left) == ExactText(right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }
}

// MARK: Values from Swift's own types

extension JSONValue {
    /// The text, or `null` for `nil`.
    public init(_ text: String?) {
        self = text.map(JSONValue.string) ?? .null
    }

    /// The truth value, or `null` for `nil`.
    public init(_ value: Bool?) {
        self = value.map(JSONValue.bool) ?? .null
    }

    /// The number, or `null` for `nil`.
    public init(_ number: JSONNumber?) {
        self = number.map(JSONValue.number) ?? .null
    }

    /// The integer, or `null` for `nil`.
    public init(_ integer: (some BinaryInteger)?) {
        self = integer.map { .number(JSONNumber($0)) } ?? .null
    }

    /// A number from an integer: `.integer(count)`.
    public static func integer(_ value: some BinaryInteger) -> JSONValue {
        .number(JSONNumber(value))
    }
}
