import Database

extension DocuMint {
    /// What was issued: the facts that are asked for, and the request, from which the file is made again.
    static let invoices = Table(
        "invoices",
        columns: [
            .identity(),
            .reference("account_id", to: "accounts", onDelete: .cascade),
            .text("public_id"),
            // When it was made. Its day is the date of an invoice that names none.
            .timestamp("issued_at"),
            // What was given out: the media type, and the SHA-256 of the bytes in hexadecimal digits.
            .text("media_type"),
            .text("sha256"),
            .text("type"),
            .text("number"),
            .text("buyer"),
            .text("currency"),
            // In the smallest unit of the currency.
            .integer("net_total"),
            .integer("tax_total"),
            .integer("total"),
            .integer("amount_due"),
            // As it came, without its logo.
            .json("request"),
            .reference("logo_id", to: "logos", nullable: true, onDelete: .setNull),
        ],
        indexes: [
            .unique("invoices_by_public_id", on: ["public_id"]),
            .index("invoices_by_account", on: ["account_id", "id"]),
            .index("invoices_by_logo", on: ["logo_id"], where: "logo_id IS NOT NULL"),
        ]
    )

    /// Each logo once, however many invoices carry it.
    static let logos = Table(
        "logos",
        columns: [
            .identity(),
            .reference("account_id", to: "accounts", onDelete: .cascade),
            // Of the data URI, in hexadecimal digits.
            .text("sha256"),
            .text("data_uri"),
        ],
        indexes: [.unique("logos_by_account", on: ["account_id", "sha256"])]
    )
}
