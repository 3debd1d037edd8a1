import FlagRules
import HTTPCore
import Hummingbird
import Timekeeping

/// The free tools: who would be in a rollout, and what rules would answer. They need no key and store nothing.
struct FreeToolRoutes: Sendable {
    let now: @Sendable () -> Timestamp

    /// Stands in for a flag where none is named. Here a flag's key is also its seed.
    private static let standardFlag = "new-feature"

    func add(to group: RouterGroup<ServiceContext>) {
        group.get("rollout/simulate") { request, _ in try simulate(request) }
        group.get("rollout/bucket") { request, _ in try bucket(request) }
        group.post("evaluate-playground") { request, context in
            let body = try await request.jsonBody(context)
            return try await offEventLoop { try play(body) }
        }
    }

    private func simulate(_ request: Request) throws -> Response {
        let query = QueryReader(request)
        let flag = query.flag() ?? Self.standardFlag
        let answer = query.simulation(of: flag)
        try query.finish()
        return Response.json(.ok, answer)
    }

    private func bucket(_ request: Request) throws -> Response {
        let query = QueryReader(request)
        let flag = query.flag() ?? Self.standardFlag
        let userID = query.requiredString("user_id", length: 1...1_000)
        try query.finish()
        let bucket = Bucketing.wholePercent(ofBucket: Bucketing.bucket(seed: flag, id: userID))
        return Response.json(.ok, ["user_id": .string(userID), "flag_key": .string(flag), "bucket": .integer(bucket)])
    }

    private func play(_ body: JSONValue) throws -> Response {
        if body["flags"] != nil { return Response.json(.ok, try PlaygroundFlags(body, at: now()).answer) }
        let reader = ObjectReader(body)
        let answer = reader.playgroundAnswer(seed: Self.standardFlag, at: now())
        try reader.finish()
        return Response.json(.ok, answer)
    }
}

extension QueryReader {
    /// The flag that is meant, by either of its names. Both are read, so that what is wrong with either is said.
    fileprivate func flag() -> String? {
        let (key, flag) = (string("flag_key", length: 1...128), string("flag", length: 1...128))
        return key ?? flag
    }

    /// What a rollout of the flag would do. Faults, and null as a stand-in, if `percentage` or the number of users makes no sense.
    fileprivate func simulation(of flag: String) -> JSONValue {
        let percentage = percentage()
        let counts = RolloutSimulation.userCounts
        let (count, userCount) = (integer("count", in: counts), integer("user_count", in: counts))
        guard let percentage, let simulation = RolloutSimulation(seed: flag, percentage: percentage, count: count ?? userCount ?? 100)
        else { return .null }
        return [
            "flag_key": .string(flag),
            "percentage": percentage.json,
            "total_users": .integer(simulation.users.count),
            "included_count": .integer(simulation.includedCount),
            "excluded_count": .integer(simulation.excludedCount),
            "users": .array(simulation.users.map(\.json)),
        ]
    }

    /// `percentage`; a fault and `nil` if it is none.
    private func percentage() -> Percentage? {
        guard let text = string("percentage", required: true) else { return nil }
        if let percentage = Percentage(.string(text)) { return percentage }
        fault("percentage", .outOfRange, "must be a number from 0 to 100 in steps of 0.01")
        return nil
    }
}

extension Percentage {
    /// The number of percent, without a fraction if there is none.
    fileprivate var json: JSONValue {
        hundredths.isMultiple(of: 100) ? .integer(hundredths / 100) : JSONValue(JSONNumber(exactly: Double(hundredths) / 100))
    }
}

extension RolloutSimulation.User {
    fileprivate var json: JSONValue {
        ["id": .string(id), "bucket": .integer(bucket), "included": .bool(isIncluded)]
    }
}
