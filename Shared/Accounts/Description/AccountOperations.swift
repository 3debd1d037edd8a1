public import HTTPCore
import HTTPTypes

/// The description of what every product offers to accounts.
///
/// In two parts, because the examples run in order: the last one erases the account.
public struct AccountOperations: Sendable {
    static let group = "Account"
    private static let leaving = "Leaving"

    /// Sign-up, the account, its usage and its keys.
    public let first: [Operation]
    /// Export and erasure.
    public let last: [Operation]

    /// - Parameters:
    ///   - policy: whose limits, quotas and holdings the answers name.
    ///   - signUpMembers: what the product's sign-up answers beside what all do.
    public init(_ policy: AccountPolicy, signUpMembers: [JSONSchema.Property]) {
        first = [Self.signUp(policy, signUpMembers), Self.account(policy), Self.usage] + KeyOperations.all(policy)
        last = [Self.export, Self.erasure]
    }

    private static func signUp(_ policy: AccountPolicy, _ members: [JSONSchema.Property]) -> Operation {
        var captures = ["API_KEY": "api_key"]
        if members.contains(where: { $0.name == "sdk_key" }) { captures["SDK_KEY"] = "sdk_key" }
        return Operation(.post, "/api/v1/signup", id: "signUp", in: group, "Make an account")
            .saying(
                """
                The answer holds the account's first API key, which may do everything and is shown only this once. 60 tries an hour from \
                one client address, and 5 for one e-mail address.
                """
            )
            .reading(
                .json(
                    .object(.required("email", .email, "Yours. Capital and small letters make no difference.")),
                    example: ["email": "you@example.com"]
                )
            )
            .answering(
                .json(
                    .created,
                    "The account is there.",
                    .object(
                        [
                            .required("api_key", .apiKey(policy), "Send it as `Authorization: Bearer …`. It is not shown again."),
                            .required("plan", .string(1...50), "The account's plan."),
                        ] + members + [.required("message", .string())]
                    )
                )
            )
            .failing(with: .emailTaken, .invalidEmail)
            .idempotent()
            .rateLimited()
            .example(captures: captures)
    }

    private static func account(_ policy: AccountPolicy) -> Operation {
        Operation(.get, "/api/v1/account", id: "getAccount", in: group, "See the plan, and what is used of it")
            .requiring(.key(.read))
            .answering(
                .json(
                    .ok,
                    "The account.",
                    .object(
                        .required("email", .string(1...254)),
                        .required("plan", .string(1...50)),
                        .required("price", .integer(0...1_000_000), "US dollars a month."),
                        .required("created_at", .timestamp),
                        .required("limits", .limits(of: policy), "What the plan allows."),
                        .required(
                            "usage",
                            .usage(of: policy),
                            "What is used: of each quota in its window, and of what the account may own."
                        ),
                        .required("resets_at", .timestamp, "When the usage begins anew.")
                    )
                )
            )
    }

    private static let usage = Operation(.get, "/api/v1/usage", id: "getUsage", in: group, "See what was used, day by day")
        .saying("Days in UTC. Those without usage are left out.")
        .requiring(.key(.read))
        .taking(
            .query(
                "from",
                .day,
                "The first day: a date, or an instant in it. Default: the first of the month of `to`.",
                example: "2026-01-01"
            ),
            .query("to", .day, "The last day. Default: today.", example: "2026-12-31")
        )
        .answering(
            .json(
                .ok,
                "The usage.",
                .object(
                    .required(
                        "data",
                        .array(
                            of: .object(
                                .required("date", .string(format: "date")),
                                .required("action", .string(), "What was counted."),
                                .required("count", .integer(0...))
                            )
                        )
                    ),
                    .required("next_cursor", .null, "Always `null`: the list is whole."),
                    .required(
                        "period",
                        .object(
                            .required("from", .string(format: "date")),
                            .required("to", .string(format: "date")),
                            .required("totals", .map(of: .integer(0...)), "Of the whole period, by action.")
                        )
                    )
                )
            )
        )

    private static let export = Operation(
        .get,
        "/api/v1/account/export",
        id: "exportAccount",
        in: leaving,
        "Download everything the account owns"
    )
    .saying("One JSON document. A download that breaks off is no complete JSON.")
    .requiring(.key(.admin))
    .answering(
        .json(
            .ok,
            "The document: the account, its keys, its usage, and lists of what the product keeps for it.",
            .object(
                .required("exported_at", .timestamp),
                .required("product", .string()),
                .required("account", .object(additional: .allowed)),
                additional: .each(.array(of: .anything))
            ),
            headers: [.disposition]
        )
    )
    .example(output: "export.json")

    private static let erasure = Operation(.delete, "/api/v1/account", id: "eraseAccount", in: leaving, "Erase the account and all it owns")
        .saying("Cannot be undone. All keys stop working at once, and nothing of the account stays in the file.")
        .requiring(.key(.admin))
        .answering(
            .noContent("The account is gone."),
            .init(.accepted, "The account is gone for everybody; what is left of it in the file follows as soon as that can be done.")
        )
}
