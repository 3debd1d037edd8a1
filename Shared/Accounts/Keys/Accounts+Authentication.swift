import Cryptography
import Database
public import HTTPCore
public import HTTPTypes
import Timekeeping

extension Accounts {
    /// Who sends these header fields: `Authorization: Bearer <key>`, or `X-API-Key: <key>` where the former holds no key.
    ///
    /// Costs no query for a key that was seen before, else one read through an index.
    ///
    /// Throws `Problem.unauthorized` (401) for a missing or unknown key, and for one that was revoked or has expired, with a detail that
    /// says so: only who holds the key can see it.
    public func authenticate(_ fields: HTTPFields) throws -> Identity {
        try knownKey(in: fields).identity
    }

    /// The key that the fields carry, or `nil`: that of `Authorization: Bearer <key>`, else that of `X-API-Key`.
    ///
    /// An `Authorization` of another scheme may be for somebody on the way, such as a proxy that asks for a password. It hides no key. An
    /// empty field is none.
    public static func key(in fields: HTTPFields) -> String? {
        if let key = fields.value(of: .authorization).flatMap(bearerToken) { return key }
        guard let key = fields.value(of: .apiKey), !key.isEmpty else { return nil }
        return key
    }

    /// What stands behind `Bearer`, or `nil` for nothing or another scheme.
    private static func bearerToken(_ authorization: String) -> String? {
        // As bytes: the text comes from outside, and comparing it as characters could take forever.
        var authorization = authorization
        return authorization.withUTF8 { bytes in
            guard isBearer(bytes) else { return nil }
            let key = bytes.dropFirst(bearer.utf8CodeUnitCount).drop { $0 == UInt8(ascii: " ") }
            return key.isEmpty ? nil : String(decoding: key, as: UTF8.self)
        }
    }

    private static let bearer: StaticString = "bearer "

    /// RFC 9110 §11.1: the name of a scheme is case-insensitive. All of it is letters, whose case is one bit, which a space has, too.
    private static func isBearer(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count > bearer.utf8CodeUnitCount else { return false }
        for position in 0..<bearer.utf8CodeUnitCount where bytes[position] | 0x20 != bearer.utf8Start[position] { return false }
        return true
    }

    /// As ``authenticate(_:)``, with all that is known of the key. Its use is noted.
    func knownKey(in fields: HTTPFields) throws -> KnownKey {
        guard let text = Self.key(in: fields) else { throw Problem.unauthorized }
        let digest = SHA256.digest(of: text)
        let key = try cache.key(for: digest) ?? storedKey(text, digest)
        let now = now()
        if let end = key.expiresAt, end <= now { throw Problem.refusedKey("This API key expired at \(end.rfc3339).") }
        if key.isNoteworthy(at: now) { lastUses.note(key.identity.keyID, at: now) }
        return key
    }

    /// Makes the next request with each key of an account look into the file again. To be called after every commit that changes one of
    /// them, before anybody is told so.
    func forgetKeys(of accountID: Int64) { cache.removeAll(of: accountID) }

    private func storedKey(_ text: String, _ digest: Digest) throws -> KnownKey {
        // Before the read: if a revoke comes in between, what is read here is not kept.
        let generation = cache.generation
        let found = try database.first(
            """
            SELECT api_keys.id, api_keys.account_id, api_keys.hash, api_keys.scopes, api_keys.expires_at, api_keys.revoked_at,
                api_keys.last_used_at
            FROM api_keys JOIN accounts ON accounts.id = api_keys.account_id
            WHERE api_keys.hash = ? AND accounts.erased_at IS NULL
            """,
            digest.hex
        ) { try FoundKey($0, cache) }
        // The index has compared already, but not in constant time.
        guard let found, found.digest == digest else { throw refusal(of: text) }
        guard !found.isRevoked else { throw Problem.refusedKey("This API key was revoked.") }
        cache.insert(found.key, for: digest, generation: generation)
        return found.key
    }

    private func refusal(of key: String) -> Problem {
        if APIKey.looksMistyped(key, prefix: policy.keyPrefix) {
            return .refusedKey("The API key is mistyped: its last characters do not fit the others. Copy it again in full.")
        }
        return .refusedKey("No account has this API key. Copy it again in full; those of this service begin with \"\(policy.keyPrefix)\".")
    }
}

/// What the lookup of a key found.
private struct FoundKey {
    /// `nil` if the row does not hold a digest.
    let digest: Digest?
    let isRevoked: Bool
    let key: KnownKey

    init(_ row: borrowing Row, _ cache: KeyCache) throws {
        digest = Digest(hex: try row["hash"])
        let revokedAt: Timestamp? = try row["revoked_at"]
        isRevoked = revokedAt != nil
        let identity = Identity(
            accountID: try row["account_id"],
            keyID: try row["id"],
            scopes: Scopes(stored: try row["scopes"])
        )
        key = KnownKey(
            identity,
            expiresAt: try row["expires_at"],
            lastUsedAt: try row["last_used_at"],
            bucket: cache.bucket(of: identity.keyID)
        )
    }
}

extension Problem {
    /// The 401 of a key that is not missing, with what is wrong with it.
    fileprivate static func refusedKey(_ detail: String) -> Problem {
        var problem = Problem.unauthorized
        problem.detail = detail
        return problem
    }
}
