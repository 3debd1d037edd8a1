import Database
import HTTPCore
import Timekeeping

/// A key as its row has it, without its hash.
///
/// Which columns those are stands in ``init(_:)`` and nowhere else: queries for it read `*`. A row gives each column by its name, and what
/// nobody asks for is not read.
struct StoredKey: Sendable {
    let rowID: Int64
    /// The id outside: `key_…`.
    let publicID: String
    let name: String
    let prefix: String
    let scopes: Scopes
    let createdAt: Timestamp
    let lastUsedAt: Timestamp?
    var expiresAt: Timestamp?
    let revokedAt: Timestamp?
    /// When another key took its place. It goes on working until it expires.
    let replacedAt: Timestamp?

    init(_ row: borrowing Row) throws {
        rowID = try row["id"]
        publicID = try row["public_id"]
        name = try row["name"]
        prefix = try row["prefix"]
        scopes = Scopes(stored: try row["scopes"])
        createdAt = try row["created_at"]
        lastUsedAt = try row["last_used_at"]
        expiresAt = try row["expires_at"]
        revokedAt = try row["revoked_at"]
        replacedAt = try row["replaced_at"]
    }

    /// Those of an account in the order of their creation, `limit` of them at the most.
    ///
    /// - Parameter rowID: where the page before ended; 0 for the first one.
    static func page(of accountID: Int64, after rowID: Int64, limit: Int, in connection: Connection) throws -> [StoredKey] {
        try connection.all(
            "SELECT * FROM api_keys WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?",
            accountID,
            rowID,
            limit
        ) { try StoredKey($0) }
    }

    /// Whether its owner can count on it for managing the account, as long as it is not revoked.
    var administersForever: Bool { scopes.allow(.admin) && expiresAt == nil }

    /// What its owner is shown.
    var json: JSONObject {
        [
            "id": .string(publicID),
            "name": .string(name),
            "prefix": .string(prefix),
            "scopes": .array(scopes.names.map(JSONValue.string)),
            "created_at": JSONValue(createdAt),
            "last_used_at": JSONValue(lastUsedAt),
            "expires_at": JSONValue(expiresAt),
            "revoked_at": JSONValue(revokedAt),
        ]
    }
}
