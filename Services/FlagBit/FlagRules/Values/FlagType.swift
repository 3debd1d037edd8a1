/// What kind of value a flag answers with. The raw value is its name in JSON.
public enum FlagType: String, Sendable, CaseIterable {
    /// `true` or `false`; the strings `"true"` and `"false"` are taken for them, as the original's toggles store them.
    case boolean
    /// Text.
    case string
    /// A whole number within ±(2⁵³−1), which every JSON reader keeps exact; answered without point and exponent; `10.0` is taken for 10.
    case integer
    /// A finite number, always answered with a point or an exponent; a whole number is taken for the nearest one.
    case float
    /// Any JSON value, null included, nested at most ``FlagValue/maximumDepth`` deep.
    case json
}

extension FlagType {
    static let safeIntegers: ClosedRange<Int64> = -9_007_199_254_740_991...9_007_199_254_740_991

    /// The value as a flag of this type answers it, or nil if it is of another type. The leniencies are named at the cases above.
    public func admitting(_ value: FlagValue) -> FlagValue? {
        switch (self, value) {
        case (.boolean, .boolean), (.string, .string): value
        case (.boolean, .string("true")): .boolean(true)
        case (.boolean, .string("false")): .boolean(false)
        case (.integer, .integer(let number)): Self.safeIntegers.contains(number) ? value : nil
        case (.integer, .float(let number)): Int64(exactly: number).flatMap { Self.safeIntegers.contains($0) ? .integer($0) : nil }
        case (.float, .integer(let number)): .float(Double(number))
        case (.float, .float(let number)): number.isFinite ? value : nil
        case (.json, _): value.isWellFormed ? value : nil
        default: nil
        }
    }

    /// What the type admits, for messages.
    var expectation: String {
        switch self {
        case .boolean: "a boolean"
        case .string: "a string"
        case .integer: "an integer within ±9007199254740991"
        case .float: "a finite number"
        case .json: "a JSON value nested at most \(FlagValue.maximumDepth) deep"
        }
    }
}
