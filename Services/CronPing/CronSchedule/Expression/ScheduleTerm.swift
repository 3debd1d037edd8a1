/// One member of a field's comma-separated list.
enum ScheduleTerm: Hashable, Sendable {
    /// `*`, `5`, `1-5`, `*/10`, `1-30/10`, `5/10`.
    case span(Span)
    /// Day of the month: `L` (0 days before the last day), `L-3`.
    case lastDay(before: Int)
    /// Day of the month: `15W`, the weekday (Monday to Friday) that is nearest to that day within its month.
    case nearestWeekday(Int)
    /// Day of the month: `LW`, the last weekday of the month, or `L-3W`, the one nearest to `L-3`.
    case lastWeekday(before: Int)
    /// Day of the week: `5#3`, the third Friday of the month. Sunday is 0; the ordinal is 1–5.
    case ordinalWeekday(Int, ordinal: Int)
    /// Day of the week: `5L`, the last Friday of the month. Sunday is 0.
    case finalWeekday(Int)

    /// Evenly spaced values.
    struct Span: Hashable, Sendable {
        /// How it was written.
        enum Form: Hashable, Sendable {
            /// `*`, `?`, `*/10`.
            case star
            /// `5`.
            case single
            /// `1-5`, `1-5/2`; in systemd `1..5`.
            case range
            /// `5/10`: from there to the field's end.
            case open
        }

        /// The first value, in this library's numbering; a Sunday may be 0 or 7.
        var first: Int
        /// The last value that may match. Smaller than ``first`` in a range that wraps around, which only Quartz has (`22-2`).
        var last: Int
        /// 1 or more.
        var step = 1
        var form: Form

        /// The values it stands for, in the order in which they come; a Sunday may be 7.
        func values(of kind: FieldKind) -> [Int] {
            guard last < first else { return Array(stride(from: first, through: last, by: step)) }
            // A range that wraps counts on through the end: 22-2/2 is 22, 0 and 2.
            let cycle = kind.cycle ?? kind.range.count
            let lowest = kind.range.lowerBound
            return stride(from: first, through: last + cycle, by: step).map { ($0 - lowest) % cycle + lowest }
        }

        /// Whether it takes every value between two different ends.
        var isPlainRange: Bool { step == 1 && first != last }
    }
}
