import Database

/// What the tables of the original hold of an account that was adopted from them. Deleted, because the next start would adopt the account
/// again; may be called again for what is left.
struct OriginalRows: Sendable {
    /// Rows of `usage` looked at in one transaction, so that other writes need not wait long: no index leads to those of one user.
    static let step = 5_000

    private let userID: Int64
    private let database: DatabaseFile

    /// `nil` for an account that was not adopted.
    init?(of accountID: Int64, in database: DatabaseFile) throws {
        let found = try database.first("SELECT original_id FROM accounts WHERE id = ? AND original_id IS NOT NULL", accountID) {
            try $0["original_id"] as Int64
        }
        guard let found else { return nil }
        userID = found
        self.database = database
    }

    /// In this order, because a use may refer to its user.
    func delete() async throws {
        try await deleteUses()
        try await deleteUser()
    }

    private func deleteUses() async throws {
        guard try has("usage", "user_id") else { return }
        guard try has("usage", "id") else {
            try await database.write { [userID] in try $0.execute("DELETE FROM usage WHERE user_id = ?", userID) }
            return
        }
        var start = Int64.min
        while let end = try lastUse(ofStepAfter: start) {
            try Task.checkCancellation()
            try await database.write { [start, userID] connection in
                try connection.execute("DELETE FROM usage WHERE user_id = ? AND id > ? AND id <= ?", userID, start, end)
            }
            start = end
        }
    }

    /// Found out by a read, so that the transaction knows its end and gaps between the ids cost nothing.
    private func lastUse(ofStepAfter start: Int64) throws -> Int64? {
        try database.first(
            "SELECT max(id) AS last FROM (SELECT id FROM usage WHERE id > ? ORDER BY id LIMIT ?) AS step",
            start,
            Self.step
        ) { try $0["last"] as Int64? } ?? nil
    }

    private func deleteUser() async throws {
        guard try has("users", "id") else { return }
        do {
            try await database.write { [userID] in try $0.execute("DELETE FROM users WHERE id = ?", userID) }
        } catch DatabaseError.sqlite(.constraint, _, _) {
            try await blankUser()
        }
    }

    /// For a user to whom a table refers that we do not know: what is there of him stays, and says no more who he was. The adoption passes
    /// over users without a key.
    private func blankUser() async throws {
        try await database.write { [userID] connection in
            try connection.execute(
                // The address may not be missing, and not be there twice.
                "UPDATE users SET email = 'erased-' || id, api_key_hash = '', stripe_customer_id = NULL WHERE id = ?",
                userID
            )
        }
    }

    /// Whether there is a table with that column. Not in a file that was never the original's.
    private func has(_ table: String, _ column: String) throws -> Bool {
        try database.first("SELECT 1 AS one FROM pragma_table_info(?) WHERE name = ?", table, column) { try $0["one"] as Int } != nil
    }
}
