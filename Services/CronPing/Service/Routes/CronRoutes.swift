import CronSchedule
import HTTPCore
import Hummingbird
import Timekeeping

/// The free tools: what a schedule means, when it runs, whether it is one, and why it does or does not run at some time.
struct CronRoutes: Sendable {
    /// The most next times that a request without a key gets.
    static let openCount = 10
    /// The most with one.
    static let keyCount = 100

    let now: @Sendable () -> Timestamp
    private let zones = ZoneDatabase()

    init(now: @escaping @Sendable () -> Timestamp) {
        self.now = now
    }

    func add(to group: RouterGroup<ServiceContext>) {
        group.get("describe") { request, _ in try describe(request) }
        group.get("next") { request, context in try next(request, context) }
        group.get("validate") { request, _ in try validate(request) }
        group.get("explain") { request, _ in try await explain(request) }
    }

    private func describe(_ request: Request) throws -> Response {
        let query = QueryReader(request)
        let question = ScheduleQuestion(query, zones)
        let style = DescriptionStyle(query)
        try query.finish()
        let asked = try question.schedule()
        let now = now()
        return Response.json(
            .ok,
            [
                "expression": .string(asked.schedule.text),
                "description": .string(asked.schedule.description(style)),
                "fields": asked.schedule.fields?.json(style) ?? nil,
                "is_valid": true,
                "warnings": .array(asked.warnings(from: now)),
                "next": .array(asked.next(after: now, count: 5)),
                "timezone": .string(asked.clock.name),
            ]
        )
    }

    private func next(_ request: Request, _ context: ServiceContext) throws -> Response {
        let query = QueryReader(request)
        let question = ScheduleQuestion(query, zones)
        let style = DescriptionStyle(query)
        let count = query.integer("count", in: 1...Self.keyCount, default: 5)
        if count > Self.openCount, context.identity == nil {
            query.fault("count", .outOfRange, "must be from 1 to \(Self.openCount) without an API key; with one, up to \(Self.keyCount)")
        }
        let start = query.instant("from") ?? now()
        try query.finish()
        let asked = try question.schedule()
        let times = asked.next(after: start, count: count)
        return Response.json(
            .ok,
            [
                "expression": .string(asked.schedule.text),
                "description": .string(asked.schedule.description(style)),
                "next_runs": .array(times),
                "count": .integer(times.count),
                "timezone": .string(asked.clock.name),
            ]
        )
    }

    private func validate(_ request: Request) throws -> Response {
        let query = QueryReader(request)
        let question = ScheduleQuestion(query, zones)
        try query.finish()
        do {
            let asked = try question.schedule()
            var answer: JSONObject = ["expression": .string(asked.schedule.text), "is_valid": true, "error": nil]
            let warnings = asked.warnings(from: now())
            if !warnings.isEmpty { answer["warnings"] = .array(warnings) }
            return Response.json(.ok, .object(answer))
        } catch {
            var answer: JSONObject = ["expression": .string(question.text), "is_valid": false, "error": .string(error.message)]
            if let suggestion = error.suggestion { answer["suggestion"] = .string(suggestion) }
            return Response.json(.ok, .object(answer))
        }
    }

    private func explain(_ request: Request) async throws -> Response {
        let query = QueryReader(request)
        let question = ScheduleQuestion(query, zones)
        let style = DescriptionStyle(query)
        let instant = query.instant("at")
        try query.finish()
        let asked = try question.schedule()
        let now = now()
        // Of a schedule without seconds nobody asks about a second.
        let current = asked.schedule.fields?.second == nil ? Timestamp(seconds: now.seconds - now.seconds % 60) : now
        // The gaps of a year of seconds take longer than a millisecond.
        return await offEventLoop { Response.json(.ok, asked.explanation(at: instant ?? current, style)) }
    }
}

extension QueryReader {
    /// A time in RFC 3339, or in seconds since the epoch in the years 1 to 9999.
    ///
    /// Also a time as answers have it, pasted into an address: there its `+` is a blank.
    fileprivate func instant(_ name: String) -> Timestamp? {
        guard let text = string(name) else { return nil }
        if let seconds = Int64(text), Timestamp.civilSeconds.contains(seconds) { return Timestamp(seconds: seconds) }
        if let seconds = (Timestamp(rfc3339: text) ?? Timestamp(rfc3339: text.split(separator: " ").joined(separator: "+")))?.seconds {
            // Its offset may have moved it out of the calendar, in which every schedule begins and ends.
            return Timestamp(seconds: min(max(seconds, Timestamp.civilSeconds.lowerBound), Timestamp.civilSeconds.upperBound))
        }
        fault(name, "invalid_time", "must be a time such as \"2026-04-20T09:00:00Z\", or seconds since 1970")
        return nil
    }
}
