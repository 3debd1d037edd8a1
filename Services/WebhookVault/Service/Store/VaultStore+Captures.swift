import Database
import Timekeeping
import HTTPCore

extension VaultStore {
    /// What one search looks at before it answers with what it has, in bytes: a moment's work.
    private static let searchBytes = 64 << 20
    /// How many captures a search takes from the file at a time.
    private static let searchStep = 100

    /// The captures of an endpoint, the newest first.
    ///
    /// - Returns: what was found, and the position of the next page. With a filter a page may be short, or empty, and still have a next one.
    func captures(
        of endpoint: Endpoint,
        _ page: ListPage,
        _ filter: CaptureFilter,
        at now: Timestamp,
        in connection: Connection
    ) throws -> (found: [Capture], next: Int64?) {
        let step = filter.isEmpty ? page.limit + 1 : max(page.limit + 1, Self.searchStep)
        var position = page.position ?? .max
        var found: [Capture] = []
        var bytesLeft = Self.searchBytes
        while true {
            let captures = try captures(of: endpoint, before: position, count: step, at: now, in: connection)
            for capture in captures {
                guard found.count < page.limit, bytesLeft > 0 else { return (found, position) }
                position = capture.number
                let matches = try filter.matches(capture) { try body(of: capture, in: connection) }
                if matches { found.append(capture) }
                bytesLeft -= filter.cost(of: capture)
            }
            if captures.count < step { return (found, nil) }
        }
    }

    private func captures(of endpoint: Endpoint, before number: Int64, count: Int, at now: Timestamp, in connection: Connection) throws
        -> [Capture]
    {
        try connection.all(
            """
            SELECT public_id, number, received_at, client_address, head, length(body) AS body_size
            FROM captures WHERE endpoint_id = ? AND number < ? AND expires_at > ? ORDER BY number DESC LIMIT ?
            """,
            endpoint.rowID,
            number,
            now,
            count
        ) { try Capture($0, endpointToken: endpoint.token) }
    }

    /// An account's capture, or `nil` if it is not there, is past its time or is another account's.
    func capture(_ publicID: String, of accountID: Int64, at now: Timestamp, in connection: Connection) throws -> Capture? {
        try connection.first(
            """
            SELECT public_id, number, received_at, client_address, head, length(body) AS body_size, token
            FROM captures JOIN endpoints ON endpoints.id = captures.endpoint_id
            WHERE public_id = ? AND account_id = ? AND captures.expires_at > ? AND (endpoints.expires_at IS NULL OR endpoints.expires_at > ?)
            """,
            publicID,
            accountID,
            now,
            now
        ) { try Capture($0, endpointToken: try $0["token"]) }
    }

    /// The bytes of a capture's body; `nil` if it was too large to be kept.
    func body(of capture: Capture, in connection: Connection) throws -> [UInt8]? {
        try connection.first("SELECT body FROM captures WHERE public_id = ?", capture.publicID) { row -> [UInt8]? in try row["body"] }
            ?? nil
    }

    /// Erases an account's capture.
    ///
    /// - Returns: whether there was one.
    func deleteCapture(_ publicID: String, of accountID: Int64, at now: Timestamp) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                """
                DELETE FROM captures WHERE public_id = ? AND expires_at > ?
                    AND endpoint_id IN (SELECT id FROM endpoints WHERE account_id = ? AND (expires_at IS NULL OR expires_at > ?))
                """,
                publicID,
                now,
                accountID,
                now
            ) > 0
        }
    }
}
