import HTTPCore
import HTTPTypes

extension Operation {
    private static let captures = "Captured requests"

    static let listCaptures = Operation(
        .get,
        "/api/v1/endpoints/{token}/requests",
        id: "listRequests",
        in: captures,
        "List the requests of an endpoint"
    )
    .saying(
        """
        Without their header fields and bodies, which `GET /api/v1/requests/{id}` has.

        With `method`, `path` or `q` a page may be short, or even empty, and still have a next one: a search answers after some work with \
        what it has found so far.
        """
    )
    .requiring(.key(.read))
    .taking(
        .endpointToken,
        .query("method", .string(CaptureFilter.methodLength), "Only requests with this method, in any case.", example: "POST"),
        .query(
            "path",
            .string(CaptureFilter.pathLength),
            "Only requests to this path behind `/hook/{token}`, as it was sent; with `*` at the end all that begin so: `/orders/*`."
        ),
        .query("q", .string(CaptureFilter.textLength), "Only requests in whose head or body these bytes stand, exactly so.")
    )
    .takingPage()
    .answering(.list("data", of: .captureSummary, "The newest first."))
    .example(captures: ["REQUEST_ID": "data.0.id"])

    static let showCapture = Operation(.get, "/api/v1/requests/{id}", id: "showRequest", in: captures, "Show a request")
        .saying("All of it: header fields in their order and case, and the body.")
        .requiring(.key(.read))
        .taking(.captureID)
        .answering(.json(.ok, "The request.", .capture))

    static let downloadBody = Operation(.get, "/api/v1/requests/{id}/raw", id: "downloadBody", in: captures, "Download a request's body")
        .saying("Exactly the bytes that were sent. 404 also for a body that was too large to be kept.")
        .requiring(.key(.read))
        .taking(.captureID)
        .answering(.file("application/octet-stream", "The bytes.", headers: [.disposition]))
        .example(output: "body.bin")

    static let deleteCapture = Operation(.delete, "/api/v1/requests/{id}", id: "deleteRequest", in: captures, "Delete a request")
        .requiring(.key(.write))
        .taking(.captureID)
        .answering(.noContent("It is gone."))
}

extension Operation.Parameter {
    /// `{id}` of the path.
    fileprivate static let captureID = path("id", .captureID, "The `id` of the request.", example: "$REQUEST_ID")
}
