import HTTPTypes

// MARK: The request as a message

extension ProblemCode {
    /// The request is not correct HTTP.
    public static let malformedRequest = ProblemCode("malformed_request", .badRequest, "Malformed request")
    /// The body is not JSON.
    public static let invalidJSON = ProblemCode("invalid_json", .badRequest, "Invalid JSON")
    /// The body or the query is readable but not what the route accepts.
    public static let invalidInput = ProblemCode("invalid_input", .badRequest, "Invalid input")
    /// The request took too long to arrive.
    public static let requestTimeout = ProblemCode("request_timeout", .requestTimeout, "Request timeout")
    /// The body is larger than the route accepts.
    public static let payloadTooLarge = ProblemCode("payload_too_large", .contentTooLarge, "Payload too large")
    /// The body has a media type that the route does not read.
    public static let unsupportedMediaType = ProblemCode("unsupported_media_type", .unsupportedMediaType, "Unsupported media type")
    /// The header fields are too many or too large.
    public static let headersTooLarge = ProblemCode("headers_too_large", .requestHeaderFieldsTooLarge, "Header fields too large")
    /// The request is well-formed but cannot be carried out.
    public static let unprocessable = ProblemCode("unprocessable", .unprocessableContent, "Unprocessable request")
}

// MARK: What is asked for

extension ProblemCode {
    /// There is nothing here, or it belongs to somebody else.
    public static let notFound = ProblemCode("not_found", .notFound, "Not found")
    /// The path exists, but not for this method.
    public static let methodNotAllowed = ProblemCode("method_not_allowed", .methodNotAllowed, "Method not allowed")
    /// The request contradicts what is there.
    public static let conflict = ProblemCode("conflict", .conflict, "Conflict")
    /// An `Idempotency-Key` came back with another request.
    public static let idempotencyKeyReused = ProblemCode("idempotency_key_reused", .unprocessableContent, "Idempotency key reused")
    /// The first request with this `Idempotency-Key` is still running.
    public static let idempotencyKeyInUse = ProblemCode("idempotency_key_in_use", .conflict, "Idempotency key in use")
}

// MARK: Who asks

extension ProblemCode {
    /// The key is missing or wrong.
    public static let unauthorized = ProblemCode("invalid_api_key", .unauthorized, "Invalid API key")
    /// The key is right but may not do this.
    public static let forbidden = ProblemCode("forbidden", .forbidden, "Forbidden")
    /// The key lacks the scope that the route asks for.
    public static let insufficientScope = ProblemCode("insufficient_scope", .forbidden, "Insufficient scope")
    /// There is an account with this e-mail address already.
    public static let emailTaken = ProblemCode("email_taken", .conflict, "E-mail already registered")
    /// The e-mail address is malformed.
    public static let invalidEmail = ProblemCode("invalid_email", .badRequest, "Invalid e-mail address")
}

// MARK: How much

extension ProblemCode {
    /// Too many requests in too short a time.
    public static let rateLimited = ProblemCode("rate_limited", .tooManyRequests, "Too many requests")
    /// The plan's quota of this period is used up.
    public static let quotaExceeded = ProblemCode("quota_exceeded", .tooManyRequests, "Quota exceeded")
    /// The plan does not allow more of these.
    public static let planLimitReached = ProblemCode("plan_limit_reached", .forbidden, "Plan limit reached")
}

// MARK: The service itself

extension ProblemCode {
    /// The service has more to do than it can; trying again helps.
    public static let overloaded = ProblemCode("overloaded", .serviceUnavailable, "Service overloaded")
    /// The service cannot answer now; trying again helps.
    public static let unavailable = ProblemCode("unavailable", .serviceUnavailable, "Service unavailable")
    /// The request took longer than the service allows.
    public static let deadlineExceeded = ProblemCode("deadline_exceeded", .serviceUnavailable, "Deadline exceeded")
    /// A fault of the service; the log knows more.
    public static let internalError = ProblemCode("internal_error", .internalServerError, "Internal error")
}
