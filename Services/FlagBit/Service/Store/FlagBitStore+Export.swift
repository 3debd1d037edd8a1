import Accounts
import Database
import HTTPCore
import Timekeeping

extension ExportSection {
    /// An account's projects.
    static let projects = ExportSection("projects") { connection, accountID, after, limit in
        let projects = try FlagBitStore.projects(of: accountID, after: after, limit: limit, in: connection)
        return (rows: projects.map { JSONValue.object($0.json) }, last: projects.count < limit ? nil : projects.last?.id)
    }

    /// What is known of their SDK keys: how they begin.
    static let sdkKeys = ExportSection("sdk_keys") { connection, accountID, after, limit in
        let keys = try FlagBitStore.exportedKeys(of: accountID, after: after, limit: limit, in: connection)
        return (rows: keys.map(\.json), last: keys.count < limit ? nil : keys.last?.rowID)
    }

    /// Their flags, one project after the other.
    static let flags = ExportSection("flags") { connection, accountID, after, limit in
        try FlagBitStore.exportedFlags(of: accountID, after: after, limit: limit, in: connection)
    }
}

extension FlagBitStore {
    /// So many flags, of up to 64 KB each, are in memory at a time.
    private static let exportedFlagsAtOnce = 25

    /// The SDK keys of an account's projects with a larger row id.
    fileprivate static func exportedKeys(
        of accountID: Int64,
        after rowID: Int64,
        limit: Int,
        in connection: Connection
    ) throws -> [ExportedKey] {
        try connection.all(
            """
            SELECT sdk_keys.id, sdk_keys.project_id, sdk_keys.prefix, sdk_keys.created_at FROM projects CROSS JOIN sdk_keys
            WHERE projects.account_id = ? AND sdk_keys.project_id = projects.id AND sdk_keys.id > ? ORDER BY sdk_keys.id LIMIT ?
            """,
            accountID,
            rowID,
            limit
        ) { try ExportedKey($0) }
    }

    /// Some flags of an account, ordered by their projects and in each project by their making.
    ///
    /// - Parameter after: an `ExportPosition`.
    /// - Returns: the flags, and the position of the last of them; `nil` when there are no more.
    fileprivate static func exportedFlags(
        of accountID: Int64,
        after: Int64,
        limit: Int,
        in connection: Connection
    ) throws -> (rows: [JSONValue], last: Int64?) {
        let limit = min(limit, exportedFlagsAtOnce)
        var position = ExportPosition(after)
        var rows: [JSONValue] = []
        while let projectID = try nextProject(of: accountID, from: position.owner, in: connection) {
            let rowID = projectID == position.owner ? position.number : 0
            let found = try flags(in: projectID, after: rowID, limit: limit - rows.count, connection)
            rows += found.map { $0.exported(of: projectID) }
            if rows.count >= limit, let last = found.last {
                return (rows: rows, last: ExportPosition(owner: projectID, number: last.rowID).value)
            }
            position = ExportPosition(owner: projectID + 1, number: 0)
        }
        return (rows: rows, last: nil)
    }

    private static func nextProject(of accountID: Int64, from id: Int64, in connection: Connection) throws -> Int64? {
        try connection.first("SELECT id FROM projects WHERE account_id = ? AND id >= ? ORDER BY id LIMIT 1", accountID, id) {
            try $0["id"] as Int64
        }
    }
}

/// An SDK key as its owner is shown it.
private struct ExportedKey {
    let rowID: Int64
    let json: JSONValue

    init(_ row: borrowing Row) throws {
        rowID = try row["id"]
        let projectID: Int64 = try row["project_id"]
        let prefix: String = try row["prefix"]
        let createdAt: Timestamp = try row["created_at"]
        json = ["project_id": .integer(projectID), "prefix": .string(prefix), "created_at": .string(createdAt.rfc3339)]
    }
}
