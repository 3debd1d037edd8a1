/// Why a schedule does or does not run at an instant.
public struct Explanation: Hashable, Sendable {
    /// What one field says to the instant.
    public struct Verdict: Hashable, Sendable {
        /// Which field.
        public let field: FieldKind
        /// What the clock shows there, in this library's numbering: Sunday is 0.
        public let value: Int
        /// Whether the field matches that.
        public let matches: Bool
        /// One sentence for people, without a full stop: "Hour 10 is not among 9 and 17".
        public let message: String
    }

    /// The instant asked about, in seconds since 1970-01-01T00:00:00Z.
    public let instant: Int64
    /// The name of the zone whose clock it goes by.
    public let zoneName: String
    /// What the clock shows then; nil outside the years 1 to 9999.
    public let localTime: CivilDateTime?
    /// How far the clock is from UTC then, in seconds, positive to the east.
    public let offset: Int
    /// Whether the schedule runs at the instant.
    public let fires: Bool
    /// One for each field, also for seconds that are not written; empty for `@reboot` and without a local time.
    public let verdicts: [Verdict]
    /// How day of month and day of week combine then; nil unless both leave out days.
    public let dayRule: String?
    /// What a change of the clocks has to do with it, or does to other times of the schedule on the same day; nil when it does nothing.
    public let daylightSaving: String?
    /// The last time before the instant, in seconds since 1970; nil when there is none.
    public let previous: Int64?
    /// The first time after the instant, in seconds since 1970; nil when there is none.
    public let next: Int64?
    /// All in one sentence: "Does not run at 2026-04-20 10:00 (Europe/Berlin): hour 10 is not among 9 and 17".
    public let summary: String
}

extension Explanation: CustomStringConvertible {
    /// Same as ``summary``.
    public var description: String { summary }
}
