public import HTTPCore
import HTTPTypes
public import Hummingbird

/// An account's keys, for whoever has one with the scope `admin`.
public struct KeyRoutes: Sendable {
    private let accounts: Accounts
    /// Where clients find the list.
    private let address: String

    /// - Parameters:
    ///   - accounts: whose keys they are.
    ///   - baseURL: how clients reach the service, without a slash at the end.
    public init(_ accounts: Accounts, baseURL: String) {
        self.accounts = accounts
        address = "\(baseURL)/api/v1/keys"
    }

    /// Declares the routes.
    ///
    /// - Parameter group: the path `/api/v1/keys`, behind ``RequireKey``.
    public func add(to group: RouterGroup<ServiceContext>) {
        group.get { request, context in try list(request, context) }
        group.post { request, context in try await create(request, context) }
        group.post("{id}/rotate") { request, context in try await rotate(request, context) }
        group.delete("{id}") { _, context in try await revoke(context) }
    }

    private func list(_ request: Request, _ context: ServiceContext) throws -> Response {
        let accountID = try administered(context)
        let query = QueryReader(request)
        let page = ListPage(query)
        try query.finish()
        let (keys, hasMore) = try accounts.keys(of: accountID, page)
        return .list(
            "data",
            keys.map { .object($0.json) },
            next: hasMore ? keys.last?.rowID : nil,
            at: address,
            query: request.uri.query
        )
    }

    private func create(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let accountID = try administered(context)
        return try await accounts.create(request, context) { request in
            let reader = ObjectReader(try await request.optionalJSONBody(context))
            let now = accounts.now()
            let terms = try KeyTerms(reader, at: now)
            let key = try NewKey(prefix: accounts.policy.keyPrefix)
            return Creation { connection in
                let stored = try Accounts.addKey(key, terms, for: accountID, at: now, in: connection)
                return answer(stored, key)
            }
        }
    }

    private func rotate(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let accountID = try administered(context)
        let publicID = try context.parameter("id")
        return try await accounts.create(request, context) { request in
            let reader = ObjectReader(try await request.optionalJSONBody(context))
            let overlap = reader.integer("overlap_seconds", in: 0...604_800, default: 3_600)
            try reader.finish()
            let now = accounts.now()
            let key = try NewKey(prefix: accounts.policy.keyPrefix)
            return Creation(committed: { accounts.forgetKeys(of: accountID) }) { connection in
                let (new, old) = try Accounts.replaceKey(publicID, of: accountID, by: key, overlap: overlap, at: now, in: connection)
                return answer(new, key, rotated: old)
            }
        }
    }

    private func revoke(_ context: ServiceContext) async throws -> Response {
        try await accounts.revokeKey(context.parameter("id"), of: administered(context))
        return Response.noContent()
    }

    /// The account that the caller manages. Asked here as well, so that no product gives keys to a key that may only read because it
    /// forgot to ask.
    private func administered(_ context: ServiceContext) throws -> Int64 {
        let identity = try context.requireIdentity()
        try identity.require(.admin)
        return identity.accountID
    }

    /// The only answer that has the new key in it.
    private func answer(_ stored: StoredKey, _ key: NewKey, rotated: StoredKey? = nil) -> Answer {
        var members = stored.json
        members["api_key"] = key.text
        members["message"] = NewKey.message
        if let rotated {
            let old: JSONValue = ["id": .string(rotated.publicID), "expires_at": JSONValue(rotated.expiresAt)]
            members["rotated"] = old
        }
        return Answer.json(.created, .object(members), headers: [.location: "\(address)/\(stored.publicID)"])
    }
}
