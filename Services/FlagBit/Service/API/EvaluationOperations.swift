import FlagRules
import HTTPCore
import HTTPTypes

/// The description of ``EvaluationRoutes``.
enum EvaluationOperations {
    static let all = [evaluate, evaluateOne, preflight, preflightOne]

    private static let group = "Evaluation"
    private static let flags = "/api/v1/evaluate"
    private static let flag = "\(flags)/{key}"

    private static let evaluate = Operation(.post, flags, id: "evaluateFlags", in: group, "Ask what flags give")
        .saying(
            """
            Answers for all flags of the SDK key's project, or for those that are asked for. A flag that is asked for and does not exist \
            is left out.

            Each request that is answered counts as one `evaluation` of the account. With a valid SDK key, none is refused because the \
            plan's `evaluation_limit` is reached, and none because there are too many in a minute: flags must not take an application \
            down. Requests without one are limited for each address. \
            `usage.evaluation.over_limit` of the account says whether there were more in this month than the plan has. What was counted in \
            the last few seconds is lost when the service is killed or its power fails.

            The pages of any web site may ask.
            """
        )
        .requiring(.sdkKey)
        .taking(.explain)
        .reading(
            .json(
                .object(
                    .optional("context", .context, contextWords),
                    .optional("flags", .array(of: .string(1...128)), "The keys of flags, at most 2000. Default: all of the project.")
                ),
                example: ["context": ["user_id": "u1", "country": "US"], "flags": ["new-checkout"]]
            )
        )
        .answering(
            .json(
                .ok,
                "What the flags give, by their keys.",
                .object(.required("flags", .map(of: .evaluation), "By the keys of the flags."), .explainedSegments),
                headers: [.anyOrigin]
            )
        )
        .failing(with: .rateLimited)

    private static let evaluateOne = Operation(.post, flag, id: "evaluateFlag", in: group, "Ask what one flag gives")
        .saying("Counts as one `evaluation`, like asking for all flags.")
        .requiring(.sdkKey)
        .taking(.flagKey, .explain)
        .reading(.json(.object(.optional("context", .context, contextWords)), example: ["context": ["user_id": "u1", "country": "DE"]]))
        .answering(
            .json(
                .ok,
                "What the flag gives.",
                .object([.required("key", .flagKey)] + JSONSchema.evaluationMembers + [.explainedSegments]),
                headers: [.anyOrigin]
            )
        )
        .failing(with: .flagNotFound, .rateLimited)

    private static let contextWords = """
        Who asks: attributes by their names, with any values. A text has at most 4096 bytes in UTF-8 and a list at most 1000 elements, \
        wherever they are. Default: nobody in particular.
        """

    // MARK: Browsers

    private static let preflight = Operation(.options, flags, id: "preflightEvaluateFlags", in: group, "Ask whether a page may ask (CORS)")
        .saying("Browsers do this by themselves.")
        .answering(.preflight)

    private static let preflightOne = Operation(.options, flag, id: "preflightEvaluateFlag", in: group, "The same for one flag")
        .taking(.path("key", .string(), "Any: nobody looks at it.", example: "$FLAG_KEY"))
        .answering(.preflight)
}

extension Operation.Answer {
    static let preflight = Operation.Answer(
        .noContent,
        "It may.",
        headers: [
            .anyOrigin,
            Operation.Header("Access-Control-Allow-Methods", .string(), "What it may do."),
            Operation.Header("Access-Control-Allow-Headers", .string(), "What it may send."),
        ]
    )
}

extension Operation.Header {
    static let anyOrigin = Operation.Header(
        "Access-Control-Allow-Origin",
        .choice("*"),
        "The pages of any site may read the answer."
    )
}

extension JSONSchema {
    /// What `evaluationContext()` of a reader takes, apart from sizes: a context at the limit would be larger than a request may be.
    static let context = object(additional: .allowed)

    /// What a flag answers.
    static let evaluation = named("Evaluation", object(evaluationMembers))

    static let evaluationMembers: [Property] = [
        .required("value", anything, "The value, of the flag's type; `null` if the application is to decide."),
        .required("variant", string().nullable, "The name of the variant that has this value."),
        .required(
            "reason",
            choice(of: Evaluation.Reason.self),
            """
            `disabled`; `prerequisite_failed` if another flag did not give what this one needs; `targeting_match` if a rule held; \
            `percentage_rollout` if a percentage decided that; `default` if none held.
            """
        ),
        .required("rule", integer(0...).nullable, "The rule that held, counted from 0."),
        .optional("bucket", fraction.nullable, "Explained: where the user stands for the percentage that decided.", orNull: false),
        .optional("explanation", explanation, "Explained: all that was looked at.", orNull: false),
    ]

    // MARK: Explanations

    /// A bucket divided by their number.
    private static let fraction = number(0...1)

    private static let explanation = named(
        "Explanation",
        object(
            .required(
                "prerequisites",
                array(
                    of: object(
                        .required("flag", flagKey),
                        .required("wanted", anything, "What it must give."),
                        .optional("value", anything, "What it gives."),
                        .required("fulfilled", boolean)
                    )
                )
            ),
            .required(
                "rules",
                array(
                    of: object(
                        .required("rule", integer(0...), "Counted from 0."),
                        .required("matched", boolean),
                        .required("conditions", array(of: conditionOutcome))
                    )
                ),
                "All of them, also those behind the one that held."
            )
        )
    )

    /// What each kind of condition shows is not told apart here: a schema of its own for each would say less to a reader than an example.
    private static let conditionOutcome = named(
        "ConditionOutcome",
        object([.required("matched", boolean, "Whether the condition holds.")], additional: .allowed)
            .described(
                """
                The condition as it is written, with `found` (the attribute's value; `found_kind` if that is long, nothing if it is missing), \
                for a percentage `bucket` and `threshold`, from 0 to 1, and for `in_segment` the `segments` with whether each holds.
                """
            )
    )

    fileprivate static let explainedSegment = named(
        "SegmentExplanation",
        object(.required("matched", boolean), .required("conditions", array(of: conditionOutcome)))
    )
}

extension JSONSchema.Property {
    /// What explanations ask about.
    fileprivate static let explainedSegments = optional(
        "segments",
        .map(of: .explainedSegment),
        "Explained: the segments that were asked about, by their keys.",
        orNull: false
    )
}

extension Operation.Parameter {
    /// Whether to say why.
    fileprivate static let explain = query(
        "explain",
        .boolean.default(false),
        "Whether to say why: with the outcome of every condition, and the bucket. Takes longer."
    )
}
