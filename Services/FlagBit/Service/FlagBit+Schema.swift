import Database

extension FlagBit {
    static let projects = Table(
        "projects",
        columns: [
            // Also the public id, as the original promises.
            .identity(),
            .reference("account_id", to: "accounts", onDelete: .cascade),
            .text("name"),
            .timestamp("created_at"),
        ],
        indexes: [.index("projects_by_account", on: ["account_id", "id"])]
    )

    static let sdkKeys = Table(
        "sdk_keys",
        columns: [
            .identity(),
            .reference("project_id", to: "projects", onDelete: .cascade),
            // Hexadecimal SHA-256 of the key. The key itself is nowhere.
            .text("hash"),
            // The first characters of the key, for people.
            .text("prefix"),
            .timestamp("created_at"),
        ],
        indexes: [
            .unique("sdk_keys_by_hash", on: ["hash"]),
            .index("sdk_keys_by_project", on: ["project_id", "id"]),
        ]
    )

    static let flags = Table(
        "flags",
        columns: [
            .identity(),
            .reference("project_id", to: "projects", onDelete: .cascade),
            .text("key"),
            // A `FlagSize`: rules, prerequisites and conditions, and bytes as JSON. 0 for a flag from before these columns, until it is changed.
            .integer("part_count", default: 0),
            .integer("byte_count", default: 0),
            // The keys of the flags and segments that it refers to, as `References.needs` writes them.
            .text("needs", default: ""),
            // The flag as its owner wrote it, every number with its own digits.
            .json("definition"),
            // What percentages are drawn with. Made with the flag and never changed, or users would move.
            .text("seed"),
            .integer("bucketing_version"),
            .timestamp("created_at"),
            .timestamp("updated_at"),
        ],
        indexes: [
            .unique("flags_by_key", on: ["project_id", "key"]),
            .index("flags_by_project", on: ["project_id", "id"]),
            .index("flags_with_needs", on: ["project_id", "id"], where: "needs <> ''"),
        ]
    )

    static let segments = Table(
        "segments",
        columns: [
            .identity(),
            .reference("project_id", to: "projects", onDelete: .cascade),
            .text("key"),
            // As of a flag.
            .integer("part_count"),
            .integer("byte_count"),
            .text("needs"),
            .json("definition"),
            .timestamp("created_at"),
            .timestamp("updated_at"),
        ],
        indexes: [
            .unique("segments_by_key", on: ["project_id", "key"]),
            .index("segments_by_project", on: ["project_id", "id"]),
            .index("segments_with_needs", on: ["project_id", "id"], where: "needs <> ''"),
        ]
    )
}
