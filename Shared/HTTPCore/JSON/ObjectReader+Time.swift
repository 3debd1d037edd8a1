public import Timekeeping

extension ObjectReader {
    /// An instant in the years 0 to 9999, as RFC 3339 (`"2026-11-26T09:00:00Z"`, in any offset) or as seconds since 1970 (`1795683600`),
    /// which may have a fraction. Kept to the millisecond.
    public func timestamp(_ name: String, required: Bool = false) -> Timestamp? {
        guard let value = present(name, required: required) else { return nil }
        guard let time = Self.timestamp(value) else {
            fault(name, .notATime, "must be a time such as \"2026-11-26T09:00:00Z\", or seconds since 1970 such as 1795683600")
            return nil
        }
        guard Self.writtenTimes.contains(time) else {
            fault(name, .outOfRange, "must be in the years 0 to 9999; a number is seconds since 1970, not milliseconds")
            return nil
        }
        return time
    }

    /// What RFC 3339 can write.
    private static let writtenTimes = Timestamp(seconds: -62_167_219_200)...Timestamp(milliseconds: 253_402_300_799_999)

    /// `nil` for what is no time. A number that is out of reach becomes the first or the last instant.
    private static func timestamp(_ value: JSONValue) -> Timestamp? {
        switch value {
        // Longer texts are none, whatever they hold: this leaves room for any fraction that a clock has.
        case .string(let text): text.utf8.count <= 64 ? Timestamp(rfc3339: text) : nil
        case .number(let number): number.int64.map { Timestamp(seconds: $0) } ?? timestamp(inexact: number)
        case .null, .bool, .array, .object: nil
        }
    }

    /// For clocks that count in fractions, which a `Double` holds to the microsecond in these years; and for numbers of any size.
    private static func timestamp(inexact number: JSONNumber) -> Timestamp {
        let isNegative = number.text.utf8.first == UInt8(ascii: "-")
        guard let seconds = number.double, seconds.magnitude < 1e12 else { return Timestamp(seconds: isNegative ? .min : .max) }
        return Timestamp(milliseconds: Int64((seconds * 1_000).rounded()))
    }
}

extension InputFault.Code {
    /// A time was expected.
    public static let notATime: InputFault.Code = "not_a_time"
}

extension JSONValue {
    /// The instant as RFC 3339 in UTC with `Z`, or `null` for `nil`.
    public init(_ time: Timestamp?) {
        self = time.map { .string($0.rfc3339) } ?? .null
    }
}
