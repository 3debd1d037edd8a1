import Accounts
import Database
import HTTPCore
import Timekeeping

extension VaultStore {
    /// What a plan has room for: an account's endpoints that have not expired.
    static let holding = Holding("endpoints", limit: PlanLimit.endpoints) { connection, accountID, now in
        try connection.first(
            "SELECT COUNT(*) AS count FROM endpoints WHERE account_id = ? AND (expires_at IS NULL OR expires_at > ?)",
            accountID,
            now
        ) { try $0["count"] } ?? 0
    }

    /// Makes an endpoint, unless the plan has no room for one more. Of two requests for the last place, one is refused.
    ///
    /// - Throws: `Problem` `plan_limit_reached`.
    func insert(
        _ definition: EndpointDefinition,
        token: String,
        for accountID: Int64,
        at now: Timestamp,
        in connection: Connection
    ) throws -> Endpoint {
        try accounts.checkRoom(for: accountID, in: Self.holding, at: now, connection)
        let response = definition.response
        let id = try connection.first(
            """
            INSERT INTO endpoints (
                account_id, token, name, created_at, response_code, response_content_type, response_headers, response_body
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            accountID,
            token,
            definition.name,
            now,
            response.code,
            response.contentType,
            response.storedHeaders,
            response.body
        ) { row -> Int64 in try row["id"] }
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

    /// A page of an account's endpoints in the order in which they were made, and whether there are more.
    func endpoints(of accountID: Int64, _ page: ListPage, at now: Timestamp, in connection: Connection) throws -> (
        [Endpoint], hasMore: Bool
    ) {
        let endpoints = try endpoints(of: accountID, after: page.position ?? 0, count: page.limit + 1, at: now, in: connection)
        return (Array(endpoints.prefix(page.limit)), endpoints.count > page.limit)
    }

    /// So many of an account's endpoints in the order in which they were made.
    ///
    /// - Parameter rowID: of the last one before them.
    func endpoints(
        of accountID: Int64,
        after rowID: Int64,
        count: Int,
        at now: Timestamp,
        in connection: Connection
    ) throws -> [Endpoint] {
        try connection.all(
            """
            SELECT id, token, name, request_count, last_request_at, created_at, expires_at,
                response_code, response_content_type, response_headers, response_body
            FROM endpoints WHERE account_id = ? AND id > ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY id LIMIT ?
            """,
            accountID,
            rowID,
            now,
            count
        ) { try Endpoint($0) }
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
