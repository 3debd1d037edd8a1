/// What a condition compares a time with.
enum TimeOperand: Sendable, Equatable {
    /// A point in time.
    case instant(Instant)
    /// So many seconds from the time of the evaluation; negative before it.
    case offset(seconds: Int64)

    static let expectation =
        "a time like 2026-01-31T12:00:00Z, seconds or milliseconds since 1970, "
        + "or an offset from now like -7d (in s, m, h, d or w, at most 100 years)"

    /// The longest offset, 100 years of 365.25 days.
    private static let maximumOffset: Int64 = 36_525 * 86_400

    /// A time as ``Instant/init(_:)`` reads it, or an offset from now: `+` or `-`, a whole number, and `s`, `m`, `h`, `d` or `w`.
    ///
    /// Nil if the value is none of both, and for offsets beyond 100 years.
    init?(_ value: FlagValue) {
        if let instant = Instant(value) {
            self = .instant(instant)
        } else if case .string(let text) = value, let seconds = Self.offset(text) {
            self = .offset(seconds: seconds)
        } else {
            return nil
        }
    }

    /// The point in time for an evaluation at `now`.
    func instant(at now: Instant) -> Instant {
        switch self {
        case .instant(let instant): instant
        case .offset(let seconds): Instant(seconds: now.seconds &+ seconds, nanoseconds: now.nanoseconds)
        }
    }

    private static func offset(_ text: String) -> Int64? {
        var rest = Array(text.utf8)[...]
        let isAhead = rest.skip(one: "+")
        guard isAhead || rest.skip(one: "-") else { return nil }
        let digits = rest.take { $0.isDigit }
        // The longest in seconds has ten digits; more could overflow.
        guard (1...10).contains(digits.count), let unit = rest.popFirst().flatMap(seconds(ofUnit:)), rest.isEmpty else { return nil }
        let seconds = digits.reduce(0) { $0 * 10 + Int64($1.digitValue) } * unit
        guard seconds <= maximumOffset else { return nil }
        return isAhead ? seconds : -seconds
    }

    private static func seconds(ofUnit letter: UInt8) -> Int64? {
        switch Unicode.Scalar(letter) {
        case "s": 1
        case "m": 60
        case "h": 3600
        case "d": 86_400
        case "w": 604_800
        default: nil
        }
    }
}
