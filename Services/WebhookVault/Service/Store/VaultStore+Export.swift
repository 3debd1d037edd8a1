import Accounts
import Database
import HTTPCore
import Timekeeping

extension VaultStore {
    /// What goes out together, in bytes of heads and bodies. What is larger goes out alone, so that an export takes no more memory than
    /// the largest capture does.
    private static let exportBytes = 1 << 20

    /// Some captures of an account, ordered by their endpoints and for each endpoint by their numbers.
    ///
    /// - Parameter after: a ``ExportPosition``.
    /// - Returns: at least one capture and the position of the last of them, or nothing and `nil` when there are no more.
    func exportedCaptures(
        of accountID: Int64,
        after: Int64,
        limit: Int,
        baseURL: String,
        in connection: Connection
    ) throws -> (rows: [JSONValue], last: Int64?) {
        let now = accounts.now()
        var position = ExportPosition(after)
        while let endpoint = try endpoints(of: accountID, after: position.owner - 1, count: 1, at: now, in: connection).first {
            let number = endpoint.rowID == position.owner ? position.number : 0
            let captures = try captures(of: endpoint, after: number, count: limit, at: now, in: connection)
            let rows = try export(captures, baseURL: baseURL, in: connection)
            if !rows.isEmpty {
                let last = ExportPosition(owner: endpoint.rowID, number: captures[rows.count - 1].number)
                return (rows: rows, last: last.value)
            }
            position = ExportPosition(owner: endpoint.rowID + 1, number: 0)
        }
        return (rows: [], last: nil)
    }

    /// The first of the captures, as many as may go out together.
    private func export(_ captures: [Capture], baseURL: String, in connection: Connection) throws -> [JSONValue] {
        var rows: [JSONValue] = []
        var bytesLeft = Self.exportBytes
        for capture in captures {
            bytesLeft -= capture.head.bytes.count + (capture.bodySize ?? 0)
            guard rows.isEmpty || bytesLeft >= 0 else { break }
            rows.append(.object(capture.exported(body: try body(of: capture, in: connection), baseURL: baseURL)))
        }
        return rows
    }

    private func captures(of endpoint: Endpoint, after number: Int64, count: Int, at now: Timestamp, in connection: Connection) throws
        -> [Capture]
    {
        try connection.all(
            """
            SELECT public_id, number, received_at, client_address, head, length(body) AS body_size
            FROM captures WHERE endpoint_id = ? AND number > ? AND expires_at > ? ORDER BY number LIMIT ?
            """,
            endpoint.rowID,
            number,
            now,
            count
        ) { try Capture($0, endpointToken: endpoint.token) }
    }
}
