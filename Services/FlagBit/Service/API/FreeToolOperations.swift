import FlagRules
import HTTPCore
import HTTPTypes

/// The description of ``FreeToolRoutes``.
enum FreeToolOperations {
    static let all = [simulate, bucket, play]

    private static let group = "Free tools"

    private static let simulate = Operation(.get, "/api/v1/rollout/simulate", id: "simulateRollout", in: group, "See who is in a rollout")
        .saying(
            """
            Draws made-up users, `user_1` and so on, as a flag with this percentage would.

            All free tools together may be asked 60 times an hour from one address, unless whoever runs the service has set another limit.
            """
        )
        .taking(
            .query("percentage", .percentText, "The share of all users, in steps of 0.01.", required: true, example: "25"),
            .query("count", users, "How many users. Default: 100.", example: 10),
            .query("user_count", users, "The same by another name."),
            .query("flag_key", name, "What the flag is called: each flag draws anew. Default: `new-feature`.", example: "new-checkout"),
            .query("flag", name, "The same by another name.")
        )
        .answering(
            .json(
                .ok,
                "Who would be in it.",
                .object(
                    .required("flag_key", name),
                    .required("percentage", .number(0...100)),
                    .required("total_users", users),
                    .required("included_count", .integer(0...10_000)),
                    .required("excluded_count", .integer(0...10_000)),
                    .required(
                        "users",
                        .array(
                            of: .object(
                                .required("id", .string()),
                                .required("bucket", .bucket),
                                .required("included", .boolean)
                            )
                        )
                    )
                )
            )
        )
        .rateLimited()

    private static let bucket = Operation(.get, "/api/v1/rollout/bucket", id: "getBucket", in: group, "See where a user stands")
        .saying(
            """
            A rollout takes the users whose bucket is below its percentage. Here the name is what is drawn with; a flag of a project draws \
            with a seed of its own, and `explain=true` of an evaluation says where somebody stands in that.
            """
        )
        .taking(
            .query("user_id", .string(1...1_000), "The user.", required: true, example: "u1"),
            .query("flag_key", name, "What the flag is called. Default: `new-feature`.", example: "new-checkout"),
            .query("flag", name, "The same by another name.")
        )
        .answering(
            .json(
                .ok,
                "The bucket.",
                .object(
                    .required("user_id", .string(1...1_000)),
                    .required("flag_key", name),
                    .required("bucket", .bucket, "A whole percent.")
                )
            )
        )
        .rateLimited()

    private static let name = JSONSchema.string(1...128)
    private static let users = JSONSchema.integer(RolloutSimulation.userCounts)
}

// MARK: The playground

extension FreeToolOperations {
    private static let play = Operation(.post, "/api/v1/evaluate-playground", id: "tryRules", in: group, "Try rules and flags on a context")
        .saying(
            """
            Takes one of two forms and stores nothing.

            `rules` of one condition each are tried in order on the `context`; the first that holds gives its `result`, else the \
            `default_value` is given. The answer shows each step.

            `flags` are whole flags by their keys, with the fields that they have elsewhere; they are answered as an evaluation answers \
            them. A `key` in a flag must be the one under which it stands.
            """
        )
        .reading(.json(.anyOf(.playgroundFlags, .playgroundRules), example: example))
        .answering(.json(.ok, "What the rules or the flags give.", .anyOf(.playgroundResult, .playgroundAnswers)))
        .rateLimited()

    private static let example: JSONValue = [
        "rules": [["attribute": "country", "operator": "in", "value": ["DE", "FR"], "result": "euros"]],
        "default_value": "dollars", "context": ["country": "FR"],
    ]
}

extension JSONSchema {
    /// ``FlagRules/RolloutSimulation/User/bucket``.
    fileprivate static let bucket = integer(0...99)

    // MARK: Whole flags

    fileprivate static let playgroundFlags = named(
        "PlaygroundFlags",
        object(
            .required("flags", flagsByKey, "Flags by their keys."),
            .optional("segments", map(of: playgroundSegment), "Segments by their keys, for `in_segment`. Default: none.", orNull: false),
            .optional("context", context, "Who asks.")
        )
    )

    private static let playgroundSegment = object(
        .optional("conditions", array(of: flagCondition), "All of them must hold.", orNull: false)
    )

    /// By pattern rather than with `propertyNames`, because test programs cannot make up what does not fit the latter.
    private static let flagsByKey = map(of: flagDraftUnderKey)
        .with("patternProperties", .object([flagKeyPattern: flagDraftUnderKey.json]))
        .with("additionalProperties", false)

    fileprivate static let playgroundAnswers = object(.required("flags", map(of: evaluation)))

    // MARK: Single rules

    fileprivate static let playgroundRules = named(
        "PlaygroundRules",
        object(
            .optional("rules", array(of: playgroundRule), "Tried in order. Default: none.", orNull: false),
            .optional("default_value", anything, "What is given when none holds. Default: `null`."),
            .optional("context", context, "Who asks.")
        )
    )

    fileprivate static let playgroundResult = object(
        .required("result", anything, "What the first rule that held gives, or else the default value."),
        .required("matched_rule", integer(0...).nullable, "The rule that held, counted from 0."),
        .required("rule_description", string().nullable, "That rule in words."),
        .required("evaluation_path", array(of: playgroundStep), "The rules that were tried.")
    )

    private static let playgroundStep = object(
        .required("rule", integer(0...)),
        .required("attribute", string()),
        .required("operator", choice(of: ConditionOperator.self)),
        .required("matched", boolean)
    )
}
