import CronSchedule
import HTTPCore
import Timekeeping

extension ZonedSchedule {
    /// Over how many days gaps are counted: a year, be it a leap year.
    static let gapDays = 366

    /// Whether it runs at an instant, and why, and how far apart its times are afterwards.
    func explanation(at instant: Timestamp, _ style: DescriptionStyle) -> JSONValue {
        let explanation = schedule.explanation(at: instant.seconds, in: zone)
        return [
            "expression": .string(schedule.text),
            "description": .string(schedule.description(style)),
            "at": time(instant.seconds),
            "runs": .bool(explanation.fires),
            "summary": .string(explanation.summary),
            "fields": .array(explanation.verdicts.map(\.json)),
            "day_rule": explanation.dayRule.map(JSONValue.string) ?? nil,
            "daylight_saving": explanation.daylightSaving.map(JSONValue.string) ?? nil,
            "previous": time(explanation.previous),
            "next": time(explanation.next),
            "gaps": json(schedule.gaps(from: instant.seconds, in: zone, days: Self.gapDays)),
            "timezone": .string(clock.name),
        ]
    }

    private func json(_ gaps: GapSummary) -> JSONValue {
        [
            "runs": .integer(gaps.runs),
            "is_even": .bool(gaps.isEven),
            "shortest_seconds": gaps.shortest.map { .integer($0) } ?? nil,
            "longest_seconds": gaps.longest.map { .integer($0) } ?? nil,
            "longest_begins": time(gaps.longestStart),
            "commonest_seconds": gaps.commonest.map { .integer($0) } ?? nil,
            "mean_seconds": gaps.mean.map { .integer(Int($0.rounded())) } ?? nil,
            "summary": .string(gaps.description),
        ]
    }

    private func time(_ seconds: Int64?) -> JSONValue {
        seconds.map { .string(Timestamp(seconds: $0).rfc3339(in: clock)) } ?? nil
    }
}

extension Explanation.Verdict {
    fileprivate var json: JSONValue {
        ["field": .string(field.rawValue), "value": .integer(value), "matches": .bool(matches), "message": .string(message)]
    }
}
