import HTTPTypes

// MARK: The request as a message

extension ProblemCode {
    /// The request is not correct HTTP.
    public static let malformedRequest = ProblemCode(
        "malformed_request",
        .badRequest,
        "Malformed request",
        """
        Check the request line, the header fields and the length of the body: what arrived is not correct HTTP/1.1. If an HTTP library \
        sends your requests, look at the values you put into the address and the header fields, and at proxies on the way.
        """
    )
    /// The body is not JSON.
    public static let invalidJSON = ProblemCode(
        "invalid_json",
        .badRequest,
        "Invalid JSON",
        """
        Correct the body at the place that "detail" names. It must be one JSON value in UTF-8: names in double quotes, no comments, no \
        trailing commas.
        """
    )
    /// The body or the query is readable but not what the route accepts.
    public static let invalidInput = ProblemCode(
        "invalid_input",
        .badRequest,
        "Invalid input",
        """
        Correct every place that "errors" lists, then send the request again. Each entry says where ("path"), what, for programs ("code"), \
        and what, for people ("message").
        """
    )
    /// The request took too long to arrive.
    public static let requestTimeout = ProblemCode(
        "request_timeout",
        .requestTimeout,
        "Request timeout",
        "Send the request again, in one go. If your connection is slow, send less at a time."
    )
    /// The body is larger than the route accepts.
    public static let payloadTooLarge = ProblemCode(
        "payload_too_large",
        .contentTooLarge,
        "Payload too large",
        "Send a smaller body, or the same in several requests; \"detail\" says how many bytes are accepted."
    )
    /// The body has a media type that the route does not read.
    public static let unsupportedMediaType = ProblemCode(
        "unsupported_media_type",
        .unsupportedMediaType,
        "Unsupported media type",
        "Send the body as JSON with \"Content-Type: application/json\", not compressed."
    )
    /// The header fields are too many or too large.
    public static let headersTooLarge = ProblemCode(
        "headers_too_large",
        .requestHeaderFieldsTooLarge,
        "Header fields too large",
        """
        Shorten the address and the header fields to what "detail" allows. What is long belongs into the body; cookies are not needed here.
        """
    )
}

// MARK: What is asked for

extension ProblemCode {
    /// There is nothing here, or it belongs to somebody else.
    public static let notFound = ProblemCode(
        "not_found",
        .notFound,
        "Not found",
        """
        Check the address, and that your key belongs to the account that owns what you look for: to everybody else it is as if it did not \
        exist. It may also have been deleted.
        """
    )
    /// The path exists, but not for this method.
    public static let methodNotAllowed = ProblemCode(
        "method_not_allowed",
        .methodNotAllowed,
        "Method not allowed",
        "Use one of the methods that the header field \"Allow\" of the answer lists. The API reference says what each of them does."
    )
    /// The request contradicts what is there.
    public static let conflict = ProblemCode(
        "conflict",
        .conflict,
        "Conflict",
        "Look at what is there now; \"detail\" says what stands in the way. Sending the same request again does not help."
    )
}

// MARK: Doing things once

extension ProblemCode {
    /// An `Idempotency-Key` came back with another request.
    public static let idempotencyKeyReused = ProblemCode(
        "idempotency_key_reused",
        .unprocessableContent,
        "Idempotency key reused",
        """
        Give each new request an "Idempotency-Key" of its own, such as a random UUID. To repeat a request, send it unchanged: same key, \
        same address, same body.
        """
    )
    /// The first request with this `Idempotency-Key` is still running.
    public static let idempotencyKeyInUse = ProblemCode(
        "idempotency_key_in_use",
        .conflict,
        "Idempotency key in use",
        """
        Wait a moment, then send the same request with the same "Idempotency-Key" again: once the first one is done, you get its answer.
        """
    )
}
