import HTTPCore
import HTTPTypes

/// The description of ``OFREPRoutes``.
enum OFREPOperations {
    static let all = [evaluateOne, evaluateAll, events] + [flag, flags, stream].enumerated().map { preflight($1, number: $0) }

    private static let group = "OpenFeature"
    private static let flags = "\(OFREPRoutes.path)/evaluate/flags"
    private static let flag = "\(flags)/{key}"
    private static let stream = "\(OFREPRoutes.path)/events"

    // MARK: Evaluation

    private static let evaluateOne = Operation(.post, flag, id: "ofrepEvaluateFlag", in: group, "Ask what one flag gives (OFREP)")
        .saying(
            """
            What the client libraries of OpenFeature ask: the OpenFeature Remote Evaluation Protocol 0.3. Give a library the address of \
            this service and the SDK key.

            `value` is left out where the application is to decide. A `percent` condition needs to know who asks: the `targetingKey`, \
            which also stands for `user_id` where the context has none.

            Counts as one `evaluation`.
            """
        )
        .requiring(.sdkKey)
        .taking(.flagKey)
        .reading(.json(request, example: ["context": ["targetingKey": "u1", "country": "US"]]))
        .answering(.json(.ok, "What the flag gives.", .ofrepSuccess, headers: [.anyOrigin]))
        .failing(with: .rateLimited)
        .failing(inForm: .ofrepFailure)

    private static let evaluateAll = Operation(.post, flags, id: "ofrepEvaluateFlags", in: group, "Ask what all flags give (OFREP)")
        .saying(
            """
            All flags of the SDK key's project. `eventStreams` says where their changes are announced; what such an event says is sent \
            along as `flagConfigEtag` when the flags are asked for again.

            Counts as one `evaluation`.
            """
        )
        .requiring(.sdkKey)
        .taking(
            .query("flagConfigEtag", .string(0...1_000), "The `etag` of the event that is the reason to ask."),
            .query("flagConfigLastModified", .string(), "Its `lastModified`. Not looked at."),
            .header("If-None-Match", .string(), "The `ETag` of an answer that the application has.")
        )
        .reading(.json(request, example: ["context": ["targetingKey": "u1", "country": "US"]]))
        .answering(
            .json(.ok, "What the flags give.", .ofrepBulk, headers: [.anyOrigin, .answerTag]),
            Operation.Answer(.notModified, "Nothing has changed for this context.", headers: [.anyOrigin, .answerTag])
        )
        .failing(with: .rateLimited)
        .failing(inForm: .ofrepFailure)

    private static let request = JSONSchema.object(
        .optional(
            "context",
            .object(.optional("targetingKey", .string(), "Who asks."), additional: .allowed),
            "Any other attributes may be there, too. Default: nobody in particular."
        ),
        additional: .allowed
    )

    // MARK: Changes

    private static let events = Operation(.get, stream, id: "ofrepStreamEvents", in: group, "Be told of changes")
        .saying(
            """
            Server-sent events. Each says that flags have changed, and should be asked for again:

            `data: {"type":"refetchEvaluation","etag":"…","lastModified":1771622898}`

            A stream that has nothing to say sends a comment every 20 seconds. Who comes back with `Last-Event-ID` is told at once if \
            something has changed meanwhile.

            Needs a `channel`, which the answer about all flags has in `eventStreams`, or the SDK key.
            """
        )
        .taking(
            .query("channel", .string(0...1_000), "Whose changes."),
            .query("since", .string(0...1_000), "The configuration that the application has."),
            .header("Last-Event-ID", .string(), "The `id` of the last event that has arrived.")
        )
        .answering(Operation.Answer(.ok, "The stream. It has no end.", [Operation.Media("text/event-stream")], headers: [.anyOrigin]))
        .failing(with: .unauthorized, .insufficientScope, .notFound, .rateLimited)
        .failing(inForm: .ofrepFailure)
        .example(headers: ["Authorization: Bearer $SDK_KEY"], seconds: 1)

    // MARK: Browsers

    private static func preflight(_ path: String, number: Int) -> Operation {
        let operation = Operation(.options, path, id: "preflightOFREP\(number + 1)", in: group, "Ask whether a page may ask (CORS)")
            .saying("Browsers do this by themselves.")
            .answering(.preflight)
        return path == flag ? operation.taking(.path("key", .string(), "Any: nobody looks at it.", example: "$FLAG_KEY")) : operation
    }
}

extension Operation.Header {
    fileprivate static let answerTag = Operation.Header("ETag", .string(pattern: "^\"[0-9a-f]{32}\"$"), "Names the answer.")
}

extension JSONSchema {
    fileprivate static let ofrepSuccess = named(
        "OFREPSuccess",
        object(
            .required("key", flagKey),
            .required(
                "reason",
                choice("STATIC", "TARGETING_MATCH", "SPLIT", "DEFAULT", "DISABLED"),
                """
                `STATIC`: the flag has no rules. `TARGETING_MATCH`: one holds. `SPLIT`: one holds, and a percentage decided that. \
                `DEFAULT`: none holds. `DISABLED`: the flag is, or another flag that it needs.
                """
            ),
            .optional("value", anything, "Of the flag's type. Absent: the application decides."),
            .required("variant", string().nullable, "The name of the variant that has this value.")
        )
    )

    fileprivate static let ofrepFailure = named(
        "OFREPFailure",
        object(
            .optional("key", string(), "The flag that was asked for.", orNull: false),
            .optional(
                "errorCode",
                choice("PARSE_ERROR", "TARGETING_KEY_MISSING", "INVALID_CONTEXT", "FLAG_NOT_FOUND", "GENERAL"),
                "Absent where the status says all.",
                orNull: false
            ),
            .required("errorDetails", string(), "One sentence for people.")
        )
    )

    fileprivate static let ofrepBulk = named(
        "OFREPBulk",
        object(
            .required("flags", array(of: anyOf(ofrepSuccess, ofrepFailure)), "In the order of their keys."),
            .required("eventStreams", array(of: ofrepStream))
        )
    )

    private static let ofrepStream = object(
        .required("type", choice("sse")),
        .required("endpoint", object(.required("requestUri", string(), "Relative to this service."))),
        .required("inactivityDelaySec", integer(1...), "After so many seconds without a word, take the stream for dead.")
    )
}
