import Accounts
import Cryptography
import Database
import Timekeeping
import HTTPCore
import HTTPTypes
import Hummingbird

/// An account's monitors.
struct MonitorRoutes: Sendable {
    /// How many pings stand in a monitor's details.
    static let recentPings = 20

    let store: CronPingStore
    let baseURL: String
    let now: @Sendable () -> Timestamp

    func add(to group: RouterGroup<ServiceContext>) {
        group.post { request, context in try await create(request, context) }
        group.get { request, context in try list(request, context) }
        group.get("{id}") { _, context in try details(context) }
        group.delete("{id}") { _, context in try await delete(context) }
        group.post("{id}/pause") { _, context in
            try await answer(store.pause(context.parameter("id"), of: context.requireIdentity().accountID, at: now()))
        }
        group.post("{id}/resume") { _, context in
            try await answer(store.resume(context.parameter("id"), of: context.requireIdentity().accountID))
        }
    }

    private func create(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let accountID = try context.requireIdentity().accountID
        return try await store.accounts.create(request, context) { request in
            let definition = try MonitorDefinition(ObjectReader(try await request.jsonBody(context)))
            let publicID = "mon_" + (try RandomToken.base62(count: 20))
            let badgeKey = try RandomToken.base62(count: 20)
            let token = CanonicalUUID.random()
            let createdAt = now()
            return Creation { connection in
                let monitor = try store.insert(
                    definition,
                    publicID: publicID,
                    token: token,
                    badgeKey: badgeKey,
                    for: accountID,
                    at: createdAt,
                    in: connection
                )
                guard let monitor else { throw Self.missing }
                return Answer.json(
                    .created,
                    .object(monitor.json(baseURL: baseURL, now: createdAt)),
                    headers: [.location: "\(baseURL)/api/v1/monitors/\(publicID)"]
                )
            }
        }
    }

    private func list(_ request: Request, _ context: ServiceContext) throws -> Response {
        let accountID = try context.requireIdentity().accountID
        let query = QueryReader(request)
        let page = ListPage(query)
        try query.finish()
        let (monitors, hasMore) = try store.database.read { connection in
            try store.monitors(of: accountID, after: page.position ?? 0, limit: page.limit, in: connection)
        }
        let now = now()
        return .list(
            "monitors",
            monitors.map { .object($0.json(baseURL: baseURL, now: now)) },
            next: hasMore ? monitors.last?.rowID : nil,
            at: "\(baseURL)/api/v1/monitors",
            query: request.uri.query
        )
    }

    private func details(_ context: ServiceContext) throws -> Response {
        let (publicID, accountID) = (try context.parameter("id"), try context.requireIdentity().accountID)
        return try store.database.read { connection in
            guard let monitor = try store.monitor(publicID, of: accountID, in: connection) else { throw Self.missing }
            var members = monitor.json(baseURL: baseURL, now: now())
            members["recent_pings"] = .array(
                try store.recentPings(of: monitor, count: Self.recentPings, in: connection).map { .object($0.json) }
            )
            return Response.json(.ok, .object(members))
        }
    }

    private func delete(_ context: ServiceContext) async throws -> Response {
        guard try await store.delete(context.parameter("id"), of: context.requireIdentity().accountID) else { throw Self.missing }
        return Response.noContent()
    }

    private func answer(_ monitor: Monitor?) throws -> Response {
        guard let monitor else { throw Self.missing }
        return Response.json(.ok, .object(monitor.json(baseURL: baseURL, now: now())))
    }

    private static let missing = Problem.notFound("There is no monitor with this id.")
}
