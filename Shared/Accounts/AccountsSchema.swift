public import Database

extension Accounts {
    /// The tables of accounts and keys, which stand in every product's file, and the adoption of the original's `users`.
    public static let schema = Schema([accounts, keys, usage], adoptions: [adoptOriginalUsers])

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
        ],
        indexes: [
            .unique("accounts_by_email_key", on: ["email_key"]),
            .unique("accounts_by_original_id", on: ["original_id"]),
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
        ],
        indexes: [
            .unique("api_keys_by_hash", on: ["hash"]),
            .index("api_keys_by_account", on: ["account_id", "id"]),
        ]
    )

    private static let usage = Table(
        "usage_counts",
        columns: [
            .reference("account_id", to: "accounts", onDelete: .cascade),
            .text("action"),
            // `2026-11`: a calendar month in UTC.
            .text("period"),
            .integer("count"),
        ],
        primaryKey: ["account_id", "action", "period"]
    )
}
