import CronSchedule
import HTTPCore
import Timekeeping

extension ScheduleFields {
    /// The fields by their names, in the order in which they are written.
    func json(_ style: DescriptionStyle) -> JSONValue {
        .object(JSONObject(all.map { ($0.kind.rawValue, $0.json(style)) }))
    }
}

extension ScheduleField {
    fileprivate func json(_ style: DescriptionStyle) -> JSONValue {
        var members: JSONObject = ["raw": .string(raw), "description": .string(description(style))]
        if let values { members["values"] = .array(values.map { .integer($0) }) }
        return .object(members)
    }
}

extension ZonedSchedule {
    /// The next times, as the clock shows them.
    func next(after instant: Timestamp, count: Int) -> [JSONValue] {
        schedule.next(after: instant, in: zone, count: count).map { .string($0.rfc3339(in: clock)) }
    }

    /// What could be misunderstood, one sentence each.
    func warnings(from instant: Timestamp) -> [JSONValue] {
        schedule.warnings(in: zone, from: instant.seconds).map { .string($0.message.suggesting($0.suggestions)) }
    }
}
