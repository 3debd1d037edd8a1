public import Database

extension Accounts {
    /// The tables of accounts and keys, which stand in every product's file, and the adoption of the original's `users`.
    public static let schema = Schema(
        [accounts, keys, usage, idempotentAnswers, owedPurges],
        adoptions: [adoptOriginalUsers, nameKeys]
    )

    private static let accounts = Table(
        "accounts",
        columns: [
            .identity(),
            .text("email"),
            // The address as it is compared: NULL for the second of two original accounts whose addresses differ in case only.
            .text("email_key", nullable: true),
            .text("plan", default: "free"),
            .timestamp("created_at"),
            .text("stripe_customer_id", nullable: true),
            // The row of the original's `users` that this account was adopted from.
            .integer("original_id", nullable: true),
            // When its owner asked to erase it. Nobody sees it any more; what it owns goes step by step, and then the row itself.
            .timestamp("erased_at", nullable: true),
        ],
        indexes: [
            .unique("accounts_by_email_key", on: ["email_key"]),
            .unique("accounts_by_original_id", on: ["original_id"]),
            .index("accounts_by_erased_at", on: ["erased_at"], where: "erased_at IS NOT NULL"),
        ]
    )

    private static let keys = Table(
        "api_keys",
        columns: [
            .identity(),
            .reference("account_id", to: "accounts", onDelete: .cascade),
            // Hexadecimal SHA-256 of the key. The key itself is nowhere.
            .text("hash"),
            // The first characters of the key, for people; empty for the original's keys, of which only the hash is known.
            .text("prefix", default: ""),
            // Separated by spaces.
            .text("scopes"),
            .timestamp("created_at"),
            // The id outside, `key_…`. NULL only until the next start, for rows of before this column.
            .text("public_id", nullable: true),
            // For people.
            .text("name", default: ""),
            .timestamp("expires_at", nullable: true),
            .timestamp("revoked_at", nullable: true),
            // When another key took its place; it goes on working until it expires.
            .timestamp("replaced_at", nullable: true),
            // Written in batches: up to two minutes late.
            .timestamp("last_used_at", nullable: true),
        ],
        indexes: [
            .unique("api_keys_by_public_id", on: ["public_id"]),
            .unique("api_keys_by_hash", on: ["hash"]),
            .index("api_keys_by_account", on: ["account_id", "id"]),
        ]
    )

    private static let usage = Table(
        "usage_counts",
        columns: [
            .reference("account_id", to: "accounts", onDelete: .cascade),
            .text("action"),
            // `2026-11` or `2026-11-26`: a calendar month or a day in UTC. Every action is counted in both.
            .text("period"),
            .integer("count"),
        ],
        primaryKey: ["account_id", "action", "period"]
    )

    private static let idempotentAnswers = Table(
        "idempotent_answers",
        columns: [
            .identity(),
            // Hexadecimal SHA-256 over whose key it is and the key.
            .text("hash"),
            .reference("account_id", to: "accounts", onDelete: .cascade),
            // Hexadecimal HMAC-SHA-256 over the request, keyed with the Idempotency-Key.
            .text("fingerprint"),
            // The answer, which may hold a new API key, sealed with what only the client knows.
            .blob("answer"),
            // Of the sealed answer, in bytes, so that those of an account are added up from an index.
            .integer("size", default: 0),
            .timestamp("expires_at"),
        ],
        indexes: [
            .unique("idempotent_answers_by_hash", on: ["hash"]),
            .index("idempotent_answers_by_expiry", on: ["expires_at"]),
            .index("idempotent_answers_by_account", on: ["account_id", "expires_at", "size"]),
        ]
    )

    // A row says that an account has left something in the file of which it has to be purged.
    private static let owedPurges = Table("owed_purges", columns: [.identity(), .timestamp("created_at")])
}
