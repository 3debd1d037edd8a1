/// A value that conditions compare: everything but null, arrays and objects.
///
/// Two numbers are equal if they are the same number, exactly: 10 = 10.0, but 2⁵³ + 1 ≠ 2⁵³ although both round to one double.
/// Text is equal if its Unicode scalars are, because the bucketing hash and other evaluators of the same rules see scalars too
/// (Swift's own `==` takes "é" and "e" + U+0301 for the same).
enum Scalar: Sendable {
    case boolean(Bool)
    case integer(Int64)
    case float(Double)
    case string(String)

    init?(_ value: FlagValue) {
        switch value {
        case .boolean(let value): self = .boolean(value)
        case .integer(let value): self = .integer(value)
        case .float(let value): self = .float(value)
        case .string(let value): self = .string(value)
        case .null, .array, .object: return nil
        }
    }
}

extension Scalar: Hashable {
    static func == (left: Scalar, right: Scalar) -> Bool {
        switch (left, right) {
        case (.boolean(let left), .boolean(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.float(let left), .float(let right)): left == right
        case (.integer(let integer), .float(let float)), (.float(let float), .integer(let integer)): Double(exactly: integer) == float
        case (.string(let left), .string(let right)): left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
        default: false
        }
    }

    func hash(into hasher: inout Hasher) {
        switch self {
        case .boolean(let value): hasher.combine(value)
        // Equal numbers must hash alike, and an integer that equals a double converts to it.
        case .integer(let value): hasher.combine(Double(value))
        case .float(let value): hasher.combine(value)
        // Not the string itself, which hashes all spellings of "é" alike: a list of thousands of them would be slow.
        case .string(var value): value.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }
}

extension Scalar: CustomStringConvertible {
    /// The value as a person would read it: text in quotes, numbers and booleans bare.
    var description: String {
        switch self {
        case .boolean(let value): value.description
        case .integer(let value): value.description
        case .float(let value): value.description
        case .string(let value): "\"\(value)\""
        }
    }
}
