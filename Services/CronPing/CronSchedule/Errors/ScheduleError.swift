/// Why a text is not a schedule in the language asked for, naming the field, the value and what is accepted.
public struct ScheduleError: Error, Hashable, Sendable {
    /// The kinds of mistakes.
    public enum Problem: String, Hashable, Sendable {
        /// There is nothing but blanks.
        case empty
        /// The text is longer than ``Schedule/longestText``.
        case tooLong
        /// A control character or a character outside ASCII, such as a non-breaking space.
        case unexpectedCharacter
        /// An `@` name that is not a macro.
        case unknownMacro
        /// More or fewer fields than the language has, or text after a macro.
        case wrongFieldCount
        /// An empty list member, as in `1,,2`, or no day before `L` or `#`.
        case missingValue
        /// Neither a number nor a name the field knows.
        case notANumber
        /// A number outside the field's range.
        case outOfRange
        /// A step of zero or beyond 2147483647; in Quartz also one that is longer than its field.
        case stepOutOfRange
        /// A time zone, which is given apart from the expression (`CRON_TZ=Europe/Berlin 0 9 * * *`).
        case timeZone
        /// Quartz: not exactly one of the day fields is `?`.
        case questionMarks
        /// A range whose end comes before its start (`22-2`).
        case wrappedRange
        /// systemd: a word that is no weekday, date, time or time zone, or is out of place.
        case unexpectedWord
        /// systemd: seconds with a fraction, which systemd takes and this library does not.
        case fractionOfSecond
    }

    /// The kind of mistake.
    public let problem: Problem
    /// The field in which it is; nil when it concerns the whole expression.
    public let field: FieldKind?
    /// The part of the text that is wrong, exactly as written.
    public let value: String
    /// The numbers that would have been accepted; nil when the mistake is not about a number.
    public let range: ClosedRange<Int>?
    /// Where ``value`` begins, in UTF-8 bytes from the start of the text.
    public let position: Int
    /// One sentence for people, such as "Hour value 25 out of range (0-23)".
    public let message: String
    /// A valid expression that was probably meant; nil when nothing is likely.
    public internal(set) var suggestion: String?
}

extension ScheduleError: CustomStringConvertible {
    /// Same as ``message``.
    public var description: String { message }
}
