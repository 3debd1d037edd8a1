import Database

extension CronPingStore {
    /// So many pings are deleted in one transaction, so that other writes need not wait long.
    private static let erasureStep = 500

    /// Deletes all pings of an account, of which there may be millions. Its monitors, which are few, go with its row.
    ///
    /// Of an account that is being erased no ping is recorded any more, so that this comes to an end. When its task is cancelled, it ends
    /// before that, between two steps.
    func deletePings(of accountID: Int64) async throws {
        try await database.write(inStepsOf: Self.erasureStep) { connection, step in
            try connection.execute(
                """
                DELETE FROM pings WHERE (monitor_id, number) IN (
                    SELECT pings.monitor_id, pings.number FROM monitors JOIN pings ON pings.monitor_id = monitors.id
                    WHERE monitors.account_id = ? LIMIT ?
                )
                """,
                accountID,
                step
            )
        }
    }
}
