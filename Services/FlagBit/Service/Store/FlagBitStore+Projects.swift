import Accounts
import Database
import Timekeeping
import HTTPCore

extension FlagBitStore {
    private static let sdkKeyPrefix = "fbsdk_"

    /// Makes a project with its SDK key, unless the plan allows no more projects.
    ///
    /// - Throws: `Problem` `plan_limit_reached`.
    func createProject(named name: String, for accountID: Int64, at now: Timestamp) async throws -> (project: Project, key: APIKey) {
        try await database.write { connection in
            let count: Int? = try connection.first("SELECT count(*) AS count FROM projects WHERE account_id = ?", accountID) {
                try $0["count"]
            }
            try checkRoom(for: accountID, count: count ?? 0, limit: PlanLimit.projects, "projects", in: connection)
            return try insertProject(named: name, for: accountID, at: now, in: connection)
        }
    }

    /// Makes a project with its SDK key in a transaction that is open already.
    func insertProject(named name: String, for accountID: Int64, at now: Timestamp, in connection: Connection) throws
        -> (project: Project, key: APIKey)
    {
        let key = try APIKey(prefix: Self.sdkKeyPrefix)
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
        return (Project(id: id, name: name, createdAt: now), key)
    }

    /// A page of an account's projects in the order of their creation, and whether there are more.
    func projects(of accountID: Int64, _ page: ListPage, in connection: Connection) throws -> (projects: [Project], hasMore: Bool) {
        let found = try connection.all(
            "SELECT id, name, created_at FROM projects WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?",
            accountID,
            page.position ?? 0,
            page.limit + 1
        ) { try Project($0) }
        return (Array(found.prefix(page.limit)), found.count > page.limit)
    }

    /// One project; `nil` when it does not exist or belongs to somebody else.
    func project(_ id: Int64, of accountID: Int64, in connection: Connection) throws -> Project? {
        try connection.first("SELECT id, name, created_at FROM projects WHERE id = ? AND account_id = ?", id, accountID) {
            try Project($0)
        }
    }

    /// Deletes a project with its SDK keys and flags.
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
