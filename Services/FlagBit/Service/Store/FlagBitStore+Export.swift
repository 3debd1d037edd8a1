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
        try FlagBitStore.exported(of: accountID, after: after, limit: limit, in: connection) { projectID, rowID, limit in
            try FlagBitStore.flags(in: projectID, after: rowID, limit: limit, connection).map { ($0.rowID, $0.exported(of: projectID)) }
        }
    }

    /// Their segments, in the same order.
    static let segments = ExportSection("segments") { connection, accountID, after, limit in
        try FlagBitStore.exported(of: accountID, after: after, limit: limit, in: connection) { projectID, rowID, limit in
            try FlagBitStore.segments(in: projectID, after: rowID, limit: limit, connection).map { ($0.rowID, $0.exported(of: projectID)) }
        }
    }
}

extension FlagBitStore {
    /// So many flags or segments, of up to 64 KB each, are in memory at a time.
    private static let exportedAtOnce = 25

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

    /// Some of what the projects of an account have, ordered by the projects and in each project by its making.
    ///
    /// - Parameters:
    ///   - after: an `ExportPosition`.
    ///   - read: rows of a project, at most `limit`, with a larger row id.
    /// - Returns: the rows, and the position of the last of them; `nil` when there are no more.
    fileprivate static func exported(
        of accountID: Int64,
        after: Int64,
        limit: Int,
        in connection: Connection,
        read: (_ projectID: Int64, _ rowID: Int64, _ limit: Int) throws -> [(rowID: Int64, json: JSONValue)]
    ) throws -> (rows: [JSONValue], last: Int64?) {
        let limit = min(limit, exportedAtOnce)
        var position = ExportPosition(after)
        var rows: [JSONValue] = []
        while let projectID = try nextProject(of: accountID, from: position.owner, in: connection) {
            let rowID = projectID == position.owner ? position.number : 0
            let found = try read(projectID, rowID, limit - rows.count)
            rows += found.map(\.json)
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
