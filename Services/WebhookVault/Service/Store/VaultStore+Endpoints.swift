import Accounts
import Database
import Timekeeping
import HTTPCore

extension VaultStore {
    /// Makes an endpoint, unless the plan allows no more.
    ///
    /// - Throws: `Problem` `plan_limit_reached`.
    func create(_ definition: EndpointDefinition, token: String, for identity: Identity, at now: Timestamp) async throws -> Endpoint {
        let response = definition.response
        let id = try await database.write { connection in
            try checkRoom(for: identity, at: now, in: connection)
            return try connection.first(
                """
                INSERT INTO endpoints (
                    account_id, token, name, created_at, response_code, response_content_type, response_headers, response_body
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                """,
                identity.accountID,
                token,
                definition.name,
                now,
                response.code,
                response.contentType,
                response.storedHeaders,
                response.body
            ) { row -> Int64 in try row["id"] }
        }
        return Endpoint(
            rowID: id ?? 0,
            token: token,
            name: definition.name,
            requestCount: 0,
            lastRequestAt: nil,
            createdAt: now,
            expiresAt: nil,
            response: response
        )
    }

    /// In the transaction of the insert: of two requests for the last one, one is refused.
    private func checkRoom(for identity: Identity, at now: Timestamp, in connection: Connection) throws {
        let limit = policy.plan(named: identity.plan).limit(PlanLimit.endpoints)
        let count: Int? = try connection.first(
            "SELECT COUNT(*) AS count FROM endpoints WHERE account_id = ? AND (expires_at IS NULL OR expires_at > ?)",
            identity.accountID,
            now
        ) { try $0["count"] }
        guard let count, count < limit else {
            throw Problem(.planLimitReached, "The plan \"\(identity.plan)\" allows \(limit) endpoints; delete one, or upgrade the plan.")
        }
    }

    /// An account's endpoints in the order in which they were made, and whether there are more.
    func endpoints(of accountID: Int64, _ page: ListPage, at now: Timestamp, in connection: Connection) throws -> (
        [Endpoint], hasMore: Bool
    ) {
        let endpoints = try connection.all(
            """
            SELECT id, token, name, request_count, last_request_at, created_at, expires_at,
                response_code, response_content_type, response_headers, response_body
            FROM endpoints WHERE account_id = ? AND id > ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY id LIMIT ?
            """,
            accountID,
            page.position ?? 0,
            now,
            page.limit + 1
        ) { try Endpoint($0) }
        return (Array(endpoints.prefix(page.limit)), endpoints.count > page.limit)
    }

    /// An account's endpoint, or `nil` if it is not there, has expired or is another account's.
    func endpoint(_ token: String, of accountID: Int64, at now: Timestamp, in connection: Connection) throws -> Endpoint? {
        try connection.first(
            """
            SELECT id, token, name, request_count, last_request_at, created_at, expires_at,
                response_code, response_content_type, response_headers, response_body
            FROM endpoints WHERE token = ? AND account_id = ? AND (expires_at IS NULL OR expires_at > ?)
            """,
            token,
            accountID,
            now
        ) { try Endpoint($0) }
    }

    /// Lets an endpoint expire now, so that nobody sees it any more. It is erased with all that it has captured, which may take long, by
    /// ``eraseExpired(at:)``.
    ///
    /// - Returns: whether there was such an endpoint.
    func delete(_ token: String, of accountID: Int64, at now: Timestamp) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                "UPDATE endpoints SET expires_at = ? WHERE token = ? AND account_id = ? AND (expires_at IS NULL OR expires_at > ?)",
                now,
                token,
                accountID,
                now
            ) > 0
        }
    }
}
