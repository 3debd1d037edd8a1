import HTTPCore
import HTTPTypes

extension Operation {
    private static let hooks = "Webhooks"

    static let sendWebhook = Operation(nil, "/hook/{token}", id: "sendWebhook", in: hooks, "Send a webhook")
        .saying(
            """
            Takes any method and anything in the head and the body. What is sent is kept byte for byte, header fields in their order and \
            case included, and is on the disk before it is answered.

            The endpoint's owner chooses the answer. Its `X-Request-Id` is the `id` under which the owner finds the request. A body that \
            is larger than the plan's `body_bytes` is answered 413, and the request is kept without it.

            Each endpoint keeps as many requests as the plan's `requests_per_day` for every day of its `retention_hours`. Beyond that \
            capture goes on, and the endpoint's oldest requests go first.

            Each request that is captured counts as one `capture` of the owner's account, without a limit. What was counted in the last \
            few seconds is lost when the service is killed or its power fails; the requests themselves are not.
            """
        )
        .taking(.endpointToken)
        .reading(.hookBody)
        .answering(.chosen)
        .answeringAnything()
        .example(body: #"{"order": 1}"#)

    static let sendWebhookToPath = Operation(nil, "/hook/{token}/**", id: "sendWebhookToPath", in: hooks, "Send a webhook to a path below")
        .saying("The same for any path below the endpoint's, with any number of slashes. `path` of the captured request says which it was.")
        .taking(
            .endpointToken,
            // Nothing that HTTP can carry is refused, but a NUL it cannot.
            .path("path", .string(pattern: "^[^\\u0000]+$"), "Whatever follows, slashes included.", example: "orders")
        )
        .reading(.hookBody)
        .answering(.chosen)
        .answeringAnything()
        .example(query: ["attempt": "1"], body: #"{"order": 2}"#)
}

extension Operation.Body {
    fileprivate static let hookBody = anything("Whatever the sender sends.")
}

extension Operation.Answer {
    fileprivate static let chosen = Operation.Answer(.ok, "What the owner has chosen, or else `{\"ok\": true}`.")
}
