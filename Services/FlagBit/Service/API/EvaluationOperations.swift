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
                .object(.required("flags", .map(of: .evaluation), "By the keys of the flags.")),
                headers: [.anyOrigin]
            )
        )
        .failing(with: .rateLimited)

    private static let evaluateOne = Operation(.post, flag, id: "evaluateFlag", in: group, "Ask what one flag gives")
        .saying("Counts as one `evaluation`, like asking for all flags.")
        .requiring(.sdkKey)
        .taking(.flagKey)
        .reading(.json(.object(.optional("context", .context, contextWords)), example: ["context": ["user_id": "u1", "country": "DE"]]))
        .answering(
            .json(
                .ok,
                "What the flag gives.",
                .object([.required("key", .flagKey)] + JSONSchema.evaluationMembers),
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
    fileprivate static let preflight = Operation.Answer(
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
    fileprivate static let anyOrigin = Operation.Header(
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
            "`disabled`; `targeting_match` if a rule held; `percentage_rollout` if it had a percentage in it; `default` if none held."
        ),
        .required("rule", integer(0...).nullable, "The rule that held, counted from 0."),
    ]
}
