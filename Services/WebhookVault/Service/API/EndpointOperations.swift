import HTTPCore
import HTTPTypes

extension Operation {
    private static let endpoints = "Endpoints"

    static let createEndpoint = Operation(.post, "/api/v1/endpoints", id: "createEndpoint", in: endpoints, "Create an endpoint")
        .saying(
            """
            From now on everything that is sent to its `url`, or to any path below that, is captured and answered as you say here.

            Whoever knows the `url` can send to it: treat it like a password.
            """
        )
        .requiring(.key(.write))
        .reading(
            .json(
                .endpointDraft,
                "What it is called, and what it answers.",
                example: ["name": "shop", "response_body": "thank you", "response_content_type": "text/plain"]
            )
        )
        .answering(.json(.created, "The endpoint.", .endpoint, headers: [.location]))
        .failing(with: .planLimitReached)
        .idempotent()
        .example(captures: ["ENDPOINT_ID": "endpoint_id"])

    static let listEndpoints = Operation(.get, "/api/v1/endpoints", id: "listEndpoints", in: endpoints, "List endpoints")
        .requiring(.key(.read))
        .takingPage()
        .answering(.list("endpoints", of: .endpoint, "In the order in which they were made."))

    static let showEndpoint = Operation(.get, "/api/v1/endpoints/{token}", id: "showEndpoint", in: endpoints, "Show an endpoint")
        .requiring(.key(.read))
        .taking(.endpointToken)
        .answering(.json(.ok, "The endpoint.", .endpoint))

    static let deleteEndpoint = Operation(.delete, "/api/v1/endpoints/{token}", id: "deleteEndpoint", in: endpoints, "Delete an endpoint")
        .saying("It captures nothing any more, and all that it has captured is gone.")
        .requiring(.key(.write))
        .taking(.endpointToken)
        .answering(.noContent("It is gone."))
}

extension Operation.Parameter {
    /// `{token}` of the path.
    static let endpointToken = path("token", .endpointToken, "The `endpoint_id` of the endpoint.", example: "$ENDPOINT_ID")
}
