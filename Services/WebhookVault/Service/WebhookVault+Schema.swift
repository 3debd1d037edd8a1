import Database

extension WebhookVault {
    static let endpoints = Table(
        "endpoints",
        columns: [
            .identity(),
            // NULL for an endpoint that belongs to nobody and lives until it expires.
            .reference("account_id", to: "accounts", nullable: true, onDelete: .cascade),
            // What owner and senders know the endpoint by. A secret: whoever has it can send to it.
            .text("token"),
            .text("name"),
            // All captures ever, and the number of the last.
            .integer("request_count", default: 0),
            .timestamp("last_request_at", nullable: true),
            .timestamp("created_at"),
            // NULL for never. From then on the endpoint is as good as gone, and is erased soon.
            .timestamp("expires_at", nullable: true),
            .integer("response_code"),
            .text("response_content_type"),
            // An object of texts; NULL for none.
            .json("response_headers", nullable: true),
            .text("response_body"),
        ],
        indexes: [
            .unique("endpoints_by_token", on: ["token"]),
            .index("endpoints_by_account", on: ["account_id", "id"]),
            .index("endpoints_by_expiry", on: ["expires_at"], where: "expires_at IS NOT NULL"),
        ]
    )

    static let captures = Table(
        "captures",
        columns: [
            .identity(),
            .reference("endpoint_id", to: "endpoints", onDelete: .cascade),
            // Counts from 1 for each endpoint, so that those beyond the plan's limit are found without a search.
            .integer("number"),
            .text("public_id"),
            .timestamp("received_at"),
            .timestamp("expires_at"),
            .text("client_address", nullable: true),
            // Request line and header fields as they came over the wire. Taken apart when somebody looks at them.
            .blob("head"),
            // Without the framing of chunks; NULL if it was larger than the plan allows.
            .blob("body", nullable: true),
        ],
        indexes: [
            .unique("captures_by_endpoint", on: ["endpoint_id", "number"]),
            .unique("captures_by_public_id", on: ["public_id"]),
            .index("captures_by_expiry", on: ["expires_at"]),
        ]
    )
}
