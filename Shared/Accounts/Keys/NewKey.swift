import Cryptography
import Database
import HTTPCore
import Timekeeping

/// A key that is about to be made. Chosen before the transaction, whose work may be done twice.
struct NewKey: Sendable {
    private let secret: APIKey
    private let publicID: String

    /// A random key.
    ///
    /// - Parameter prefix: what the product's keys begin with.
    /// - Throws: `RandomSourceFailure`
    init(prefix: String) throws {
        secret = try APIKey(prefix: prefix)
        publicID = try Self.publicID()
    }

    /// A random id for a key.
    static func publicID() throws -> String { "key_" + (try RandomToken.base62(count: 20)) }

    /// What the owner is shown, once.
    var text: JSONValue { .string(secret.text) }

    /// What is said to whoever is shown a key.
    static let message: JSONValue = "Save your API key — it won't be shown again."

    /// Writes its row: the one place where keys are made, at sign-up, by their owner's wish, and in place of another.
    ///
    /// - Throws: `Problem.unauthorized` if the account is gone, or about to go.
    func insert(_ terms: KeyTerms, for accountID: Int64, at now: Timestamp, in connection: Connection) throws -> StoredKey {
        let stored = try connection.first(
            """
            INSERT INTO api_keys (account_id, public_id, hash, prefix, name, scopes, created_at, expires_at)
            SELECT id, ?, ?, ?, ?, ?, ?, ? FROM accounts WHERE id = ? AND erased_at IS NULL
            RETURNING *
            """,
            publicID,
            secret.hash,
            secret.displayPrefix,
            terms.name,
            terms.scopes.stored,
            now,
            terms.expiresAt,
            accountID
        ) { try StoredKey($0) }
        guard let stored else { throw Problem.unauthorized }
        return stored
    }
}
