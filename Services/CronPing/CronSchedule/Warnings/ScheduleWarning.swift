/// What a reader of an expression or of its description could misunderstand.
public struct ScheduleWarning: Hashable, Sendable {
    /// The kinds of misunderstandings.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A step that is not as even as it looks: `*/45` in the minutes.
        case unevenStep = "uneven_step"
        /// A step that is longer than its field or its range: `*/90` in the minutes.
        case stepLongerThanField = "step_longer_than_field"
        /// A range that wraps around: `22-2` in Quartz's hours.
        case wrappedRange = "wrapped_range"
        /// It never runs: `0 0 31 2 *`, `@reboot`, or years that are all over.
        case neverRuns = "never_runs"
        /// Day of month and day of week combine in a way that many do not expect.
        case dayRule = "day_rule"
        /// Days that only some months have: `0 0 31 * *`.
        case shortMonths = "short_months"
        /// An hour that daylight saving skips or repeats.
        case daylightSaving = "daylight_saving"
        /// Something that Debian cron itself refuses or reads in another way: seconds, `5/15`, `L`.
        case notInDebianCron = "not_in_debian_cron"
    }

    /// The kind of misunderstanding.
    public let kind: Kind
    /// The field it is about; nil when it concerns several.
    public let field: FieldKind?
    /// The part of the expression it is about, as written, such as `*/45`; the whole expression where no one part is to blame.
    public let value: String
    /// One sentence for people, without a full stop.
    public let message: String
    /// What was probably meant: an expression, or several that say it only together (`*/90` in the minutes); empty when nothing is likely.
    public let suggestions: [String]

    init(_ kind: Kind, in field: FieldKind? = nil, about value: String, _ message: String, suggestions: [String] = []) {
        self.kind = kind
        self.field = field
        self.value = value
        self.message = message
        self.suggestions = suggestions
    }
}
