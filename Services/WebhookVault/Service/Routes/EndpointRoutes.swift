import Accounts
import Cryptography
import Database
import HTTPCore
import HTTPTypes
import Hummingbird
import Timekeeping

/// An account's endpoints.
struct EndpointRoutes: Sendable {
    let store: VaultStore
    let baseURL: String
    let now: @Sendable () -> Timestamp

    func add(to group: RouterGroup<ServiceContext>) {
        group.post { request, context in try await create(request, context) }
        group.get { request, context in try list(request, context) }
        group.get("{token}") { _, context in try details(context) }
        group.delete("{token}") { _, context in try await delete(context) }
    }

    private func create(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let accountID = try context.requireIdentity().accountID
        return try await store.accounts.create(request, context) { request in
            let definition = try EndpointDefinition(ObjectReader(try await request.jsonBody(context)))
            let token = "ep_" + (try RandomToken.base62(count: 20))
            let createdAt = now()
            return Creation { connection in
                let endpoint = try store.insert(definition, token: token, for: accountID, at: createdAt, in: connection)
                let address = "\(baseURL)/api/v1/endpoints/\(token)"
                return Answer.json(.created, endpoint.json(baseURL: baseURL), headers: [.location: address])
            }
        }
    }

    private func list(_ request: Request, _ context: ServiceContext) throws -> Response {
        let accountID = try context.requireIdentity().accountID
        let query = QueryReader(request)
        let page = ListPage(query)
        try query.finish()
        let (endpoints, hasMore) = try store.database.read { try store.endpoints(of: accountID, page, at: now(), in: $0) }
        let next = hasMore ? endpoints.last?.rowID : nil
        return .list(
            "endpoints",
            endpoints.map { $0.json(baseURL: baseURL) },
            next: next,
            at: "\(baseURL)/api/v1/endpoints",
            query: request.uri.query
        )
    }

    private func details(_ context: ServiceContext) throws -> Response {
        let (token, accountID) = (try context.parameter("token"), try context.requireIdentity().accountID)
        guard let endpoint = try store.database.read({ try store.endpoint(token, of: accountID, at: now(), in: $0) }) else {
            throw Self.missing
        }
        return Response.json(.ok, endpoint.json(baseURL: baseURL))
    }

    private func delete(_ context: ServiceContext) async throws -> Response {
        guard try await store.delete(context.parameter("token"), of: context.requireIdentity().accountID, at: now()) else {
            throw Self.missing
        }
        return Response.noContent()
    }

    /// Of an endpoint that is not there, has expired or is another account's.
    static let missing = Problem.notFound("There is no endpoint with this id.")
}
