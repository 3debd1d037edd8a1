import Database
import FlagRules
import HTTPCore
import Timekeeping

extension FlagBitStore {
    /// Makes a segment, unless the project has one of its key or no room for more.
    ///
    /// - Throws: `Problem` `not_found` (no such project), `project_too_large`, `segment_key_taken`; `InvalidInput` with all faults of its
    ///   references.
    func insertSegment(
        _ draft: SegmentDraft,
        in projectID: Int64,
        of accountID: Int64,
        at now: Timestamp,
        _ connection: Connection
    ) throws -> Segment {
        guard try project(projectID, of: accountID, in: connection) != nil else { throw Project.missing }
        try checkCount(in: projectID, connection)
        try checkSize(draft.size, in: projectID, connection)
        try checkReferences(of: draft, in: projectID, connection)
        let segment = try connection.first(
            """
            INSERT INTO segments (project_id, key, part_count, byte_count, needs, definition, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (project_id, key) DO NOTHING
            RETURNING id, key, definition, created_at, updated_at
            """,
            projectID,
            draft.key,
            draft.size.parts,
            draft.size.bytes,
            draft.meaning.references.needs,
            JSONValue.object(draft.definition).serialized(),
            now,
            now
        ) { try Segment($0) }
        guard let segment else { throw Problem(.segmentKeyTaken, "There is a segment with this key in the project already.") }
        return segment
    }

    private func checkCount(in projectID: Int64, _ connection: Connection) throws {
        let count: Int? = try connection.first("SELECT count(*) AS count FROM segments WHERE project_id = ?", projectID) { try $0["count"] }
        guard let count, count >= SegmentDraft.countLimit else { return }
        throw Problem(
            .projectTooLarge,
            "A project has at most \(SegmentDraft.countLimit) segments. Delete those that are no longer used."
        )
    }

    /// Changes a segment.
    ///
    /// - Throws: `Problem` `not_found` (no such project), `segment_not_found`, `conflict` (the change does not fit the segment),
    ///   `project_too_large`; `InvalidInput` with all faults of its references.
    func updateSegment(
        _ key: String,
        in projectID: Int64,
        of accountID: Int64,
        with change: SegmentChange,
        at now: Timestamp
    ) async throws -> Segment {
        try await database.write { connection in
            let old = try existingSegment(key, in: projectID, of: accountID, connection)
            let draft = try change.applied(to: old)
            try checkSize(draft.size, changing: .segment(old), in: projectID, connection)
            try checkReferences(of: draft, changing: old, in: projectID, connection)
            let segment = try connection.first(
                """
                UPDATE segments SET part_count = ?, byte_count = ?, needs = ?, definition = ?, updated_at = ? WHERE id = ?
                RETURNING id, key, definition, created_at, updated_at
                """,
                draft.size.parts,
                draft.size.bytes,
                draft.meaning.references.needs,
                JSONValue.object(draft.definition).serialized(),
                now,
                old.rowID
            ) { try Segment($0) }
            guard let segment else { throw Segment.missing }
            return segment
        }
    }

    /// Deletes a segment.
    ///
    /// - Throws: `Problem` `not_found` (no such project), `segment_not_found`, `segment_in_use`.
    func deleteSegment(_ key: String, in projectID: Int64, of accountID: Int64) async throws {
        try await database.write { connection in
            let segment = try existingSegment(key, in: projectID, of: accountID, connection)
            try checkNobodyNeeds(segment: key, in: projectID, connection)
            try connection.execute("DELETE FROM segments WHERE id = ?", segment.rowID)
        }
    }

    /// One segment of an account's project.
    ///
    /// - Throws: `Problem` `not_found` (no such project), `segment_not_found`.
    func existingSegment(_ key: String, in projectID: Int64, of accountID: Int64, _ connection: Connection) throws -> Segment {
        guard try project(projectID, of: accountID, in: connection) != nil else { throw Project.missing }
        guard let segment = try segment(key, in: projectID, connection) else { throw Segment.missing }
        return segment
    }

    /// A page of an account's segments in a project in the order of their creation, and whether there are more.
    ///
    /// - Throws: `Problem` `not_found` (no such project).
    func segments(in projectID: Int64, of accountID: Int64, _ page: ListPage, _ connection: Connection) throws -> (
        segments: [Segment], hasMore: Bool
    ) {
        guard try project(projectID, of: accountID, in: connection) != nil else { throw Project.missing }
        let found = try Self.segments(in: projectID, after: page.position ?? 0, limit: page.limit + 1, connection)
        return (Array(found.prefix(page.limit)), found.count > page.limit)
    }

    /// A project's segments with a larger row id, in the order of their creation.
    static func segments(in projectID: Int64, after rowID: Int64, limit: Int, _ connection: Connection) throws -> [Segment] {
        try connection.all(
            """
            SELECT id, key, definition, created_at, updated_at FROM segments WHERE project_id = ? AND id > ? ORDER BY id LIMIT ?
            """,
            projectID,
            rowID,
            limit
        ) { try Segment($0) }
    }
}

// MARK: What evaluation needs

extension FlagBitStore {
    /// Visits all segments of all projects.
    func eachSegment(_ connection: Connection, body: (_ projectID: Int64, Segment) throws -> Void) throws {
        try connection.each("SELECT project_id, id, key, definition, created_at, updated_at FROM segments") { row in
            try body(row["project_id"], Segment(row))
        }
    }

    /// All segments of a project.
    func segments(in projectID: Int64, _ connection: Connection) throws -> [Segment] {
        try connection.all("SELECT id, key, definition, created_at, updated_at FROM segments WHERE project_id = ?", projectID) {
            try Segment($0)
        }
    }

    /// One segment of a project.
    func segment(_ key: String, in projectID: Int64, _ connection: Connection) throws -> Segment? {
        try connection.first(
            "SELECT id, key, definition, created_at, updated_at FROM segments WHERE project_id = ? AND key = ?",
            projectID,
            key
        ) { try Segment($0) }
    }
}
