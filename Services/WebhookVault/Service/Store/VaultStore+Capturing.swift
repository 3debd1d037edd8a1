import Accounts
import Database
import Timekeeping

extension VaultStore {
    /// The endpoint that a token stands for, as far as a request to it is concerned; `nil` if there is none, it has
    /// expired, or its account is being erased.
    func hook(_ token: String, at now: Timestamp) throws -> Hook? {
        try database.first(
            """
            SELECT endpoints.id, endpoints.account_id, COALESCE(accounts.plan, '') AS plan,
                endpoints.response_code, endpoints.response_content_type, endpoints.response_headers, endpoints.response_body
            FROM endpoints LEFT JOIN accounts ON accounts.id = endpoints.account_id
            WHERE endpoints.token = ? AND (endpoints.expires_at IS NULL OR endpoints.expires_at > ?) AND accounts.erased_at IS NULL
            """,
            token,
            now
        ) { row in
            Hook(
                endpointID: try row["id"],
                accountID: try row["account_id"],
                plan: accounts.policy.plan(named: try row["plan"]),
                response: try CannedResponse(row)
            )
        }
    }

    /// Keeps a request, and drops the oldest ones that the plan does not keep. On the disk when it returns.
    ///
    /// - Parameters:
    ///   - publicID: what its owner will know it by.
    ///   - now: the clock. Asked when the request is written: its endpoint may have been deleted while it arrived.
    /// - Returns: whether the endpoint is still there.
    func capture(_ arrival: Arrival, by hook: Hook, as publicID: String, now: @escaping @Sendable () -> Timestamp) async throws -> Bool {
        try await database.write { connection in
            // A query and an update by the row's number: half the work of an UPDATE … RETURNING, which goes through a temporary table.
            let count: Int64? = try connection.first(
                "SELECT request_count FROM endpoints WHERE id = ? AND (expires_at IS NULL OR expires_at > ?)",
                hook.endpointID,
                now()
            ) { try $0["request_count"] }
            guard let count else { return false }
            let number = count + 1
            try connection.execute(
                "UPDATE endpoints SET request_count = ?, last_request_at = ? WHERE id = ?",
                number,
                arrival.receivedAt,
                hook.endpointID
            )
            try connection.execute(
                """
                INSERT INTO captures (endpoint_id, number, public_id, received_at, expires_at, client_address, head, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                hook.endpointID,
                number,
                publicID,
                arrival.receivedAt,
                arrival.receivedAt.adding(seconds: hook.plan.retentionSeconds),
                arrival.clientAddress,
                arrival.head,
                arrival.body
            )
            try drop(upTo: number - Int64(hook.plan.keptRequests), of: hook.endpointID, in: connection)
            return true
        }
    }

    /// Drops the oldest captures up to a number: one, as a rule. There are more after a change to a smaller plan; a few of them go with
    /// each capture, so that none has to wait for all.
    private func drop(upTo number: Int64, of endpointID: Int64, in connection: Connection) throws {
        guard number > 0 else { return }
        try connection.execute(
            "DELETE FROM captures WHERE id IN (SELECT id FROM captures WHERE endpoint_id = ? AND number <= ? ORDER BY number LIMIT 10)",
            endpointID,
            number
        )
    }
}
