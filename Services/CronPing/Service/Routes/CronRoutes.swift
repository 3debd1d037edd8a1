import CronSchedule
import Timekeeping
import HTTPCore
import Hummingbird

/// The free tools: what a cron expression means, when it runs, whether it is one.
struct CronRoutes: Sendable {
    /// The most next times that a request without a key gets.
    static let openCount = 10
    /// The most with one.
    static let keyCount = 100

    let now: @Sendable () -> Timestamp

    func add(to group: RouterGroup<ServiceContext>) {
        group.get("describe") { request, _ in try describe(request) }
        group.get("next") { request, context in try next(request, context) }
        group.get("validate") { request, _ in try validate(request) }
    }

    private func describe(_ request: Request) throws -> Response {
        let query = QueryReader(request)
        let text = query.expression()
        query.refuseOtherZones()
        try query.finish()
        let expression = try CronExpression.parsed(text)
        return Response.json(
            .ok,
            [
                "expression": .string(expression.text),
                "description": .string(expression.description),
                "fields": expression.fields?.json ?? nil,
                "is_valid": true,
                "warnings": .array(expression.warnings.map(JSONValue.string)),
                "next": .times(expression.next(after: now(), count: 5)),
                "timezone": "UTC",
            ]
        )
    }

    private func next(_ request: Request, _ context: ServiceContext) throws -> Response {
        let query = QueryReader(request)
        let text = query.expression()
        let count = query.integer("count", in: 1...Self.keyCount, default: 5)
        if count > Self.openCount, context.identity == nil {
            query.fault("count", .outOfRange, "must be from 1 to \(Self.openCount) without an API key; with one, up to \(Self.keyCount)")
        }
        let start = query.instant("from") ?? now()
        query.refuseOtherZones()
        try query.finish()
        let expression = try CronExpression.parsed(text)
        let times = expression.next(after: start, count: count)
        return Response.json(
            .ok,
            [
                "expression": .string(expression.text),
                "description": .string(expression.description),
                "next_runs": .times(times),
                "count": .integer(times.count),
                "timezone": "UTC",
            ]
        )
    }

    private func validate(_ request: Request) throws -> Response {
        let query = QueryReader(request)
        let text = query.expression()
        try query.finish()
        do {
            let expression = try CronExpression.parse(text)
            return Response.json(.ok, ["expression": .string(expression.text), "is_valid": true, "error": nil])
        } catch {
            var answer: JSONObject = ["expression": .string(text), "is_valid": false, "error": .string(error.message)]
            if let suggestion = error.suggestion { answer["suggestion"] = .string(suggestion) }
            return Response.json(.ok, .object(answer))
        }
    }
}

extension QueryReader {
    fileprivate func expression() -> String { string("expr", required: true) ?? "" }

    /// `tz`, of which only UTC is understood.
    fileprivate func refuseOtherZones() {
        guard let zone = string("tz"), !["utc", "etc/utc", "z"].contains(zone.lowercased()) else { return }
        fault("tz", .notAllowed, "must be \"UTC\", the only time zone that is supported at present")
    }

    /// A time in RFC 3339, or in seconds since the epoch in the years 1 to 9999.
    fileprivate func instant(_ name: String) -> Timestamp? {
        guard let text = string(name) else { return nil }
        if let seconds = Int64(text), Timestamp.civilSeconds.contains(seconds) { return Timestamp(seconds: seconds) }
        if let seconds = Timestamp(rfc3339: text)?.seconds {
            // Its offset may have moved it out of the calendar, in which every schedule begins and ends.
            return Timestamp(seconds: min(max(seconds, Timestamp.civilSeconds.lowerBound), Timestamp.civilSeconds.upperBound))
        }
        fault(name, "invalid_time", "must be a time such as \"2026-04-20T09:00:00Z\", or seconds since 1970")
        return nil
    }
}

extension Timestamp {
    /// The years 1 to 9999, in seconds since 1970.
    static let civilSeconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
}

extension CronExpression {
    /// Reads an expression, or throws the `Problem` that the client is told.
    fileprivate static func parsed(_ text: String) throws(Problem) -> CronExpression {
        do {
            return try parse(text)
        } catch {
            throw error.answer
        }
    }
}

extension CronFields {
    fileprivate var json: JSONValue {
        .object(JSONObject(all.map { ($0.kind.rawValue, $0.json) }))
    }
}

extension CronField {
    fileprivate var json: JSONValue {
        var members: JSONObject = ["raw": .string(raw), "description": .string(description)]
        if let values { members["values"] = .array(values.map { .integer($0) }) }
        return .object(members)
    }
}

extension JSONValue {
    fileprivate static func times(_ times: [Timestamp]) -> JSONValue { .array(times.map { .string($0.rfc3339) }) }
}
