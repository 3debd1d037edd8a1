import Database
import HTTPCore
import Timekeeping

extension Accounts {
    /// As many keys of an account may work at the same time.
    private static let liveKeyLimit = 100
    /// As many keys that work no more are remembered for an account.
    private static let endedKeyLimit = 100

    /// A page of an account's keys in the order of their creation, and whether there are more.
    func keys(of accountID: Int64, _ page: ListPage) throws -> (keys: [StoredKey], hasMore: Bool) {
        let found = try database.read { connection in
            try StoredKey.page(of: accountID, after: page.position ?? 0, limit: page.limit + 1, in: connection)
        }
        return (Array(found.prefix(page.limit)), found.count > page.limit)
    }

    /// Makes a key for an account, if there is room for one more.
    ///
    /// - Throws: `Problem` `key_limit_reached` (403)
    static func addKey(
        _ key: NewKey,
        _ terms: KeyTerms,
        for accountID: Int64,
        at now: Timestamp,
        in connection: Connection
    ) throws -> StoredKey {
        try makeRoom(for: accountID, at: now, in: connection)
        return try key.insert(terms, for: accountID, at: now, in: connection)
    }

    /// Makes a key that takes the place of a live one, under the same terms. The old one lives on for a while, if it does not expire
    /// before. That happens to a key once: what it has for an expiry then is the end of the overlap, which no other key is to inherit.
    ///
    /// - Parameter overlap: how long, in seconds.
    /// - Returns: both as they are then.
    /// - Throws: `Problem` `not_found` (404), `key_not_active` (409), `key_limit_reached` (403).
    static func replaceKey(
        _ publicID: String,
        of accountID: Int64,
        by key: NewKey,
        overlap: Int,
        at now: Timestamp,
        in connection: Connection
    ) throws -> (new: StoredKey, old: StoredKey) {
        var old = try liveKey(publicID, of: accountID, at: now, in: connection)
        guard old.replacedAt == nil else {
            throw Problem(
                .keyNotActive,
                "This key was rotated already. Rotate the key that took its place: GET /api/v1/keys lists it."
            )
        }
        let terms = KeyTerms(of: old)
        let end = now.adding(seconds: Int64(overlap))
        old.expiresAt = min(old.expiresAt ?? end, end)
        try connection.execute("UPDATE api_keys SET expires_at = ?, replaced_at = ? WHERE id = ?", old.expiresAt, now, old.rowID)
        return (try addKey(key, terms, for: accountID, at: now, in: connection), old)
    }

    /// Ends a live key at once.
    ///
    /// - Throws: `Problem` `not_found` (404), `key_not_active` (409), or `last_admin_key` (409) if no key that never expires would be left
    ///   to manage the account with.
    func revokeKey(_ publicID: String, of accountID: Int64) async throws {
        let now = now()
        try await database.write { connection in
            let key = try Self.liveKey(publicID, of: accountID, at: now, in: connection)
            if key.administersForever { try Self.checkOthersAdminister(key, of: accountID, in: connection) }
            try connection.execute("UPDATE api_keys SET revoked_at = ? WHERE id = ?", now, key.rowID)
        }
        forgetKeys(of: accountID)
    }

    /// Gives an id to the keys of before keys had ids. Changes nothing the second time.
    @Sendable static func nameKeys(_ connection: Connection) throws {
        let nameless = try connection.all("SELECT id FROM api_keys WHERE public_id IS NULL ORDER BY id") { try $0["id"] as Int64 }
        for rowID in nameless {
            try connection.execute("UPDATE api_keys SET public_id = ? WHERE id = ?", try NewKey.publicID(), rowID)
        }
    }

    private static func liveKey(_ publicID: String, of accountID: Int64, at now: Timestamp, in connection: Connection) throws -> StoredKey {
        let found = try connection.first(
            "SELECT * FROM api_keys WHERE public_id = ? AND account_id = ?",
            publicID,
            accountID
        ) { try StoredKey($0) }
        guard let key = found else { throw Problem.notFound("There is no key with this id.") }
        if let end = key.revokedAt { throw Problem(.keyNotActive, "This key was revoked at \(end.rfc3339).") }
        if let end = key.expiresAt, end <= now { throw Problem(.keyNotActive, "This key expired at \(end.rfc3339).") }
        return key
    }

    /// A key that was replaced does not count: it has an expiry.
    private static func checkOthersAdminister(_ key: StoredKey, of accountID: Int64, in connection: Connection) throws {
        let others = try connection.all(
            "SELECT scopes FROM api_keys WHERE account_id = ? AND id <> ? AND revoked_at IS NULL AND expires_at IS NULL",
            accountID,
            key.rowID
        ) { Scopes(stored: try $0["scopes"]) }
        guard others.contains(where: { $0.allow(.admin) }) else {
            throw Problem(
                .lastAdminKey,
                "This is the last key with the scope \"admin\" that does not expire. Make another one first, or rotate this one."
            )
        }
    }

    /// Checks that one more key may live, and forgets the oldest of those that have ended.
    ///
    /// Keys whose place another one has taken are counted apart: whoever has as many as there may be can still rotate one that has leaked.
    private static func makeRoom(for accountID: Int64, at now: Timestamp, in connection: Connection) throws {
        let live = try connection.first(
            """
            SELECT count(*) AS live, count(replaced_at) AS replaced FROM api_keys
            WHERE account_id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)
            """,
            accountID,
            now
        ) { (all: try $0["live"] as Int, replaced: try $0["replaced"] as Int) }
        guard let live, live.all - live.replaced < liveKeyLimit, live.replaced <= liveKeyLimit else {
            throw Problem(.keyLimitReached, "An account has at most \(liveKeyLimit) keys at a time. Revoke one that nobody needs any more.")
        }
        // At most a few are too many, but SQLite knows no OFFSET without a LIMIT.
        try connection.execute(
            """
            DELETE FROM api_keys WHERE id IN (
                SELECT id FROM api_keys WHERE account_id = ? AND (revoked_at IS NOT NULL OR expires_at <= ?)
                ORDER BY coalesce(revoked_at, expires_at) DESC, id DESC LIMIT 1000 OFFSET ?
            )
            """,
            accountID,
            now,
            endedKeyLimit
        )
    }
}
