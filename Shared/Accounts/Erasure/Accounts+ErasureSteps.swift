import Database
import HTTPCore
import Timekeeping

extension Accounts {
    /// Stored answers deleted in one transaction. Few, because one may hold a PDF and the other writes wait meanwhile.
    private static let answerStep = 50
    /// So many erasures are looked up at once.
    private static let erasurePage = 100

    /// Takes from an account all by which anybody could reach it or recognize it: a few rows, however much it owns.
    func disown(_ accountID: Int64) async throws {
        let now = now()
        try await database.write { connection in
            let count = try connection.execute(
                """
                UPDATE accounts SET erased_at = ?, email = '', email_key = NULL, stripe_customer_id = NULL, plan = ''
                WHERE id = ? AND erased_at IS NULL
                """,
                now,
                accountID
            )
            guard count == 1 else { throw Problem.unauthorized }
            try connection.execute("DELETE FROM api_keys WHERE account_id = ?", accountID)
        }
    }

    /// Deletes what was answered to an `Idempotency-Key`, which may be much. What a request that is still under way adds goes with the row.
    func deleteAnswers(to accountID: Int64) async throws {
        try await database.write(inStepsOf: Self.answerStep) { connection, step in
            try connection.execute(
                "DELETE FROM idempotent_answers WHERE hash IN (SELECT hash FROM idempotent_answers WHERE account_id = ? LIMIT ?)",
                accountID,
                step
            )
        }
    }

    /// Deletes an account's row, and with it what refers to it. What is counted in memory for the account finds no row any more.
    func deleteRow(of accountID: Int64) async throws {
        let now = now()
        try await database.write { connection in
            let count = try connection.execute("DELETE FROM accounts WHERE id = ? AND erased_at IS NOT NULL", accountID)
            guard count == 1 else { return }
            // In the same transaction, so that no purge is ever forgotten.
            try connection.execute("INSERT INTO owed_purges (created_at) VALUES (?)", now)
        }
    }

    /// Accounts whose rows are still there, in the order of their erasure: some of those that follow one of them.
    func unfinishedErasures(after place: UnfinishedErasure?) throws -> [UnfinishedErasure] {
        try database.read { connection in
            // In this order there is an index.
            try connection.all(
                """
                SELECT id, erased_at FROM accounts WHERE erased_at IS NOT NULL AND (erased_at, id) > (?, ?)
                ORDER BY erased_at, id LIMIT ?
                """,
                place?.erasedAt ?? Timestamp(milliseconds: .min),
                place?.accountID ?? 0,
                Self.erasurePage
            ) { UnfinishedErasure(accountID: try $0["id"], erasedAt: try $0["erased_at"]) }
        }
    }

    /// Purges the file, if an account has left something in it and it is not too soon after the last time.
    func purgeErased() async throws {
        let newest: Int64? = try database.first("SELECT max(id) AS newest FROM owed_purges") { try $0["newest"] as Int64? } ?? nil
        guard let newest, erasures.beginPurge() else { return }
        do {
            try await database.purge()
        } catch {
            erasures.endPurge(failed: true)
            throw error
        }
        erasures.endPurge(failed: false)
        // Those that came while it ran are for what it may have missed. What is left of the others is an id and a time.
        try await database.write { try $0.execute("DELETE FROM owed_purges WHERE id <= ?", newest) }
    }
}
