import HTTPCore
import HTTPTypes

/// The description of ``KeyRoutes``.
enum KeyOperations {
    private static let group = "Keys"

    static func all(_ policy: AccountPolicy) -> [Operation] { [create(policy), list, rotate(policy), revoke] }

    private static let list = Operation(.get, "/api/v1/keys", id: "listKeys", in: group, "List the account's API keys")
        .saying("The oldest first, with those that were revoked or have expired. The keys themselves are not known any more.")
        .requiring(.key(.admin))
        .takingPage()
        .answering(.list("data", of: .named("Key", .object(members)), "A page of keys."))

    private static func create(_ policy: AccountPolicy) -> Operation {
        Operation(.post, "/api/v1/keys", id: "createKey", in: group, "Make another API key")
            .saying("An account may have 100 keys that work.")
            .requiring(.key(.admin))
            .reading(
                .json(
                    .object(
                        .optional("name", .string(0...100, pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"), "For people."),
                        .optional(
                            "scopes",
                            .array(of: .choice("read", "write", "admin"), 1...3).default(["read", "write"]),
                            "`read` looks, `write` also changes, `admin` also manages keys and the account."
                        ),
                        .optional(
                            "expires_at",
                            .anyOf(.timestamp, .integer(0...253_402_300_799)),
                            "When it stops working, in the future. Default: never."
                        )
                    ),
                    example: ["name": "deploy script", "scopes": ["read", "write"]],
                    required: false
                )
            )
            .answering(.json(.created, "The key.", .object(members + secret(policy)), headers: [.location]))
            .failing(with: .keyLimitReached)
            .idempotent()
            .example(captures: ["KEY_ID": "id"])
    }

    private static func rotate(_ policy: AccountPolicy) -> Operation {
        let rotated = JSONSchema.object(.required("id", .keyID), .required("expires_at", .timestamp))
        return Operation(.post, "/api/v1/keys/{id}/rotate", id: "rotateKey", in: group, "Put a new key in the place of one")
            .saying(
                """
                The new one has the name, the scopes and the expiry of the old one, which goes on working for a while. A key is rotated \
                once: the next time it is the turn of the one that took its place.
                """
            )
            .requiring(.key(.admin))
            .taking(id)
            .reading(
                .json(
                    .object(.optional("overlap_seconds", .integer(0...604_800).default(3_600), "How long the old key goes on working.")),
                    example: ["overlap_seconds": 600],
                    required: false
                )
            )
            .answering(
                .json(
                    .created,
                    "The new key.",
                    .object(members + secret(policy) + [.required("rotated", rotated, "The old key, and when it stops.")]),
                    headers: [.location]
                )
            )
            .failing(with: .keyNotActive, .keyLimitReached)
            .idempotent()
    }

    private static let revoke = Operation(.delete, "/api/v1/keys/{id}", id: "revokeKey", in: group, "Revoke a key at once")
        .saying("One key with the scope `admin` that never expires has to stay.")
        .requiring(.key(.admin))
        .taking(id)
        .answering(.noContent("The key does not work any more."))
        .failing(with: .keyNotActive, .lastAdminKey)

    private static let id = Operation.Parameter.path("id", .string(1...100), "The key's `id`.", example: "$KEY_ID")

    private static let members: [JSONSchema.Property] = [
        .required("id", .keyID),
        .required("name", .string(0...100)),
        .required("prefix", .string(0...8), "How the key begins; empty for keys that came from an older program."),
        .required("scopes", .array(of: .choice("read", "write", "admin"), 0...3)),
        .required("created_at", .timestamp),
        .required("last_used_at", .timestamp.nullable, "Up to two minutes late."),
        .required("expires_at", .timestamp.nullable),
        .required("revoked_at", .timestamp.nullable),
    ]

    private static func secret(_ policy: AccountPolicy) -> [JSONSchema.Property] {
        [.required("api_key", .apiKey(policy), "It is not shown again."), .required("message", .string())]
    }
}

extension JSONSchema {
    fileprivate static let keyID = string(pattern: "^key_[0-9A-Za-z]{20}$")
}
