import Accounts
import Database
import FlagRules
import HTTPCore
import Timekeeping

extension FlagBitStore {
    /// Makes a flag, unless the project has one of its key or the plan allows no more.
    ///
    /// - Parameter seed: random; what its percentages are drawn with.
    /// - Throws: `Problem` `not_found` (no such project), `plan_limit_reached`, `project_too_large`, `flag_key_taken`; `InvalidInput` with
    ///   all faults of its references.
    func insertFlag(
        _ draft: FlagDraft,
        seed: String,
        in projectID: Int64,
        of accountID: Int64,
        at now: Timestamp,
        _ connection: Connection
    ) throws -> Flag {
        guard try project(projectID, of: accountID, in: connection) != nil else { throw Project.missing }
        let count: Int? = try connection.first("SELECT count(*) AS count FROM flags WHERE project_id = ?", projectID) { try $0["count"] }
        try accounts.checkRoom(for: accountID, count: count ?? 0, limit: PlanLimit.flags, "flags in each project", in: connection)
        try checkSize(draft.size, in: projectID, connection)
        try checkReferences(of: draft, in: projectID, connection)
        let flag = try connection.first(
            """
            INSERT INTO flags (
                project_id, key, part_count, byte_count, needs, definition, seed, bucketing_version, created_at, updated_at
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (project_id, key) DO NOTHING
            RETURNING id, key, definition, seed, bucketing_version, created_at, updated_at
            """,
            projectID,
            draft.key,
            draft.size.parts,
            draft.size.bytes,
            draft.meaning.references.needs,
            JSONValue.object(draft.definition).serialized(),
            seed,
            Bucketing.version,
            now,
            now
        ) { try Flag($0) }
        guard let flag else { throw Problem(.flagKeyTaken, "There is a flag with this key in the project already.") }
        return flag
    }

    /// Changes a flag.
    ///
    /// - Throws: `Problem` `not_found` (no such project), `flag_not_found`, `conflict` (the change does not fit the flag),
    ///   `project_too_large`; `InvalidInput` with all faults of its references.
    func updateFlag(_ key: String, in projectID: Int64, of accountID: Int64, with change: FlagChange, at now: Timestamp) async throws
        -> Flag
    {
        try await database.write { connection in
            let old = try existingFlag(key, in: projectID, of: accountID, connection)
            let draft = try change.applied(to: old)
            try checkSize(draft.size, changing: .flag(old), in: projectID, connection)
            try checkReferences(of: draft, changing: old, in: projectID, connection)
            let flag = try connection.first(
                """
                UPDATE flags SET part_count = ?, byte_count = ?, needs = ?, definition = ?, updated_at = ?
                WHERE project_id = ? AND key = ?
                RETURNING id, key, definition, seed, bucketing_version, created_at, updated_at
                """,
                draft.size.parts,
                draft.size.bytes,
                draft.meaning.references.needs,
                JSONValue.object(draft.definition).serialized(),
                now,
                projectID,
                key
            ) { try Flag($0) }
            guard let flag else { throw Flag.missing }
            return flag
        }
    }

    /// Deletes a flag.
    ///
    /// - Throws: `Problem` `not_found` (no such project), `flag_not_found`, `flag_in_use`.
    func deleteFlag(_ key: String, in projectID: Int64, of accountID: Int64) async throws {
        try await database.write { connection in
            _ = try existingFlag(key, in: projectID, of: accountID, connection)
            try checkNobodyNeeds(flag: key, in: projectID, connection)
            try connection.execute("DELETE FROM flags WHERE project_id = ? AND key = ?", projectID, key)
        }
    }

    /// One flag of an account's project.
    ///
    /// - Throws: `Problem` `not_found` (no such project), `flag_not_found`.
    func existingFlag(_ key: String, in projectID: Int64, of accountID: Int64, _ connection: Connection) throws -> Flag {
        guard try project(projectID, of: accountID, in: connection) != nil else { throw Project.missing }
        guard let flag = try flag(key, in: projectID, connection) else { throw Flag.missing }
        return flag
    }

    /// A page of an account's flags in a project in the order of their creation, and whether there are more.
    ///
    /// - Throws: `Problem` `not_found` (no such project).
    func flags(in projectID: Int64, of accountID: Int64, _ page: ListPage, _ connection: Connection) throws -> (
        flags: [Flag], hasMore: Bool
    ) {
        guard try project(projectID, of: accountID, in: connection) != nil else { throw Project.missing }
        let found = try Self.flags(in: projectID, after: page.position ?? 0, limit: page.limit + 1, connection)
        return (Array(found.prefix(page.limit)), found.count > page.limit)
    }

    /// A project's flags with a larger row id, in the order of their creation.
    static func flags(in projectID: Int64, after rowID: Int64, limit: Int, _ connection: Connection) throws -> [Flag] {
        try connection.all(
            """
            SELECT id, key, definition, seed, bucketing_version, created_at, updated_at FROM flags
            WHERE project_id = ? AND id > ? ORDER BY id LIMIT ?
            """,
            projectID,
            rowID,
            limit
        ) { try Flag($0) }
    }
}
