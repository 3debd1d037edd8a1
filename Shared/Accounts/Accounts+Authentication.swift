import Cryptography
import Database
public import HTTPCore
public import HTTPTypes

extension Accounts {
    /// Who sends these header fields: `Authorization: Bearer <key>`, or `X-API-Key: <key>` where the former is absent.
    ///
    /// Costs no query for a key that was seen before, else one read through an index.
    ///
    /// Throws `Problem.unauthorized` (401) for a missing or unknown key.
    public func authenticate(_ fields: HTTPFields) throws -> Identity {
        guard let key = Self.key(in: fields) else { throw Problem.unauthorized }
        let digest = SHA256.digest(of: key)
        if let identity = cache.identity(for: digest) { return identity }
        guard let identity = try storedIdentity(for: digest) else { throw refusal(of: key) }
        cache.insert(identity, for: digest)
        return identity
    }

    /// The key that the fields carry, or `nil`.
    public static func key(in fields: HTTPFields) -> String? {
        guard let authorization = fields.value(of: .authorization) else { return fields.value(of: .apiKey) }
        // As bytes: the text comes from outside, and comparing it as characters could take forever.
        let space = UInt8(ascii: " ")
        let scheme = authorization.utf8.prefix { $0 != space }
        let key = authorization.utf8.dropFirst(scheme.count).drop { $0 == space }
        guard Self.isBearer(scheme), !key.isEmpty else { return nil }
        return String(Substring(key))
    }

    /// RFC 9110 §11.1: the name of a scheme is case-insensitive. All of it is letters, whose case is one bit.
    private static func isBearer(_ scheme: Substring.UTF8View) -> Bool {
        scheme.count == 6 && zip(scheme, "bearer".utf8).allSatisfy { $0 | 0x20 == $1 }
    }

    private func storedIdentity(for digest: Digest) throws -> Identity? {
        try database.first(
            """
            SELECT api_keys.id, api_keys.account_id, api_keys.hash, api_keys.scopes, accounts.plan
            FROM api_keys JOIN accounts ON accounts.id = api_keys.account_id
            WHERE api_keys.hash = ?
            """,
            digest.hex
        ) { row -> Identity? in
            // The index has compared already, but not in constant time.
            guard let stored = Digest(hex: try row["hash"]), stored == digest else { return nil }
            let scopes: String = try row["scopes"]
            return Identity(
                accountID: try row["account_id"],
                keyID: try row["id"],
                plan: try row["plan"],
                scopes: Set(scopes.split(separator: " ").map(String.init))
            )
        } ?? nil
    }

    private func refusal(of key: String) -> Problem {
        var problem = Problem.unauthorized
        if APIKey.looksMistyped(key, prefix: policy.keyPrefix) {
            problem.detail = "The API key is mistyped: its last characters do not fit the others. Copy it again in full."
        }
        return problem
    }
}
