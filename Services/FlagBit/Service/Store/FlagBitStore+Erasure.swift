import Database

extension FlagBitStore {
    /// So many flags or segments, of up to 64 KB each, are deleted in one transaction, so that other writes need not wait long.
    private static let erasureStep = 100

    /// Deletes all flags of an account, which may be 400 MB. Its projects, at most a few hundred, go with its row.
    ///
    /// Nobody makes flags for an account that is being erased, so that this comes to an end. When its task is cancelled, it ends before
    /// that, between two steps.
    func deleteFlags(of accountID: Int64) async throws {
        try await delete(
            // In this order of the tables both are found through an index, whatever the planner thinks of their sizes.
            """
            DELETE FROM flags WHERE id IN (
                SELECT flags.id FROM projects CROSS JOIN flags
                WHERE projects.account_id = ? AND flags.project_id = projects.id LIMIT ?
            )
            """,
            of: accountID
        )
    }

    /// Deletes all segments of an account, as ``deleteFlags(of:)`` does its flags.
    func deleteSegments(of accountID: Int64) async throws {
        try await delete(
            """
            DELETE FROM segments WHERE id IN (
                SELECT segments.id FROM projects CROSS JOIN segments
                WHERE projects.account_id = ? AND segments.project_id = projects.id LIMIT ?
            )
            """,
            of: accountID
        )
    }

    private func delete(_ sql: StaticString, of accountID: Int64) async throws {
        try await database.write(inStepsOf: Self.erasureStep) { connection, step in try connection.execute(sql, accountID, step) }
    }
}
