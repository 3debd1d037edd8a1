import Accounts
import Database
import HTTPCore
import Timekeeping

extension FlagBitStore {
    /// How many projects an account has.
    static func projectCount(of accountID: Int64, in connection: Connection) throws -> Int {
        try connection.first("SELECT count(*) AS count FROM projects WHERE account_id = ?", accountID) { try $0["count"] as Int } ?? 0
    }

    /// Makes a project with its SDK key, unless the plan allows no more projects.
    ///
    /// - Throws: `Problem` `plan_limit_reached`.
    func createProject(
        named name: String,
        _ key: APIKey,
        for accountID: Int64,
        at now: Timestamp,
        in connection: Connection
    ) throws -> Project {
        try accounts.checkRoom(for: accountID, in: .projects, at: now, connection)
        return try insertProject(named: name, key, for: accountID, at: now, in: connection)
    }

    /// Makes a project with its SDK key, whatever the plan.
    func insertProject(
        named name: String,
        _ key: APIKey,
        for accountID: Int64,
        at now: Timestamp,
        in connection: Connection
    ) throws -> Project {
        let id: Int64? = try connection.first(
            "INSERT INTO projects (account_id, name, created_at) VALUES (?, ?, ?) RETURNING id",
            accountID,
            name,
            now
        ) { try $0["id"] }
        guard let id else { throw DatabaseError.transactionLost }
        try connection.execute(
            "INSERT INTO sdk_keys (project_id, hash, prefix, created_at) VALUES (?, ?, ?, ?)",
            id,
            key.hash,
            key.displayPrefix,
            now
        )
        return Project(id: id, name: name, createdAt: now)
    }

    /// A page of an account's projects in the order of their creation, and whether there are more.
    func projects(of accountID: Int64, _ page: ListPage, in connection: Connection) throws -> (projects: [Project], hasMore: Bool) {
        let found = try Self.projects(of: accountID, after: page.position ?? 0, limit: page.limit + 1, in: connection)
        return (Array(found.prefix(page.limit)), found.count > page.limit)
    }

    /// An account's projects with a larger id, in the order of their creation.
    static func projects(of accountID: Int64, after id: Int64, limit: Int, in connection: Connection) throws -> [Project] {
        try connection.all(
            "SELECT id, name, created_at FROM projects WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?",
            accountID,
            id,
            limit
        ) { try Project($0) }
    }

    /// One project; `nil` when it does not exist or belongs to somebody else.
    func project(_ id: Int64, of accountID: Int64, in connection: Connection) throws -> Project? {
        try connection.first("SELECT id, name, created_at FROM projects WHERE id = ? AND account_id = ?", id, accountID) {
            try Project($0)
        }
    }

    /// Deletes a project with its SDK keys, flags and segments.
    ///
    /// - Returns: whether there was one.
    func deleteProject(_ id: Int64, of accountID: Int64) async throws -> Bool {
        try await database.write { connection in
            try connection.execute("DELETE FROM projects WHERE id = ? AND account_id = ?", id, accountID) > 0
        }
    }
}

extension Project {
    fileprivate init(_ row: borrowing Row) throws {
        id = try row["id"]
        name = try row["name"]
        createdAt = try row["created_at"]
    }
}
