public import HTTPTypes

extension RateLimit {
    /// `RateLimit` and `RateLimit-Policy` as in draft-ietf-httpapi-ratelimit-headers-09: `"default";r=50;t=30` and `"default";q=100;w=60`.
    public func headers(_ decision: Decision) -> HTTPFields {
        var fields = HTTPFields()
        RateLimitFields(self).append(decision, to: &fields)
        return fields
    }

    /// 429 with `Retry-After` and the fields of the limit.
    public func problem(_ decision: Decision) -> Problem {
        var headers = headers(decision)
        let seconds = max(1, decision.retryAfterSeconds)
        headers[.retryAfter] = String(seconds)
        let detail =
            "\(quota) requests in \(windowSeconds) seconds are allowed here; try again in \(seconds) \(seconds == 1 ? "second" : "seconds")."
        return Problem(.rateLimited, detail, headers: headers)
    }
}

extension HTTPField.Name {
    /// `RateLimit`: what is left.
    public static let rateLimit = HTTPField.Name("RateLimit").known
    /// `RateLimit-Policy`: what is allowed.
    public static let rateLimitPolicy = HTTPField.Name("RateLimit-Policy").known
    /// `X-Request-Id`.
    public static let requestID = HTTPField.Name("X-Request-Id").known
    /// `X-Forwarded-For`.
    public static let forwardedFor = HTTPField.Name("X-Forwarded-For").known
    /// `X-API-Key`.
    public static let apiKey = HTTPField.Name("X-API-Key").known
    /// `Last-Event-ID`: up to which event a client has got (HTML, server-sent events).
    public static let lastEventID = HTTPField.Name("Last-Event-ID").known
    /// `X-Accel-Buffering`: tells nginx whether to hold an answer back until there is more of it.
    public static let accelBuffering = HTTPField.Name("X-Accel-Buffering").known
    /// `Idempotency-Key`.
    public static let idempotencyKey = HTTPField.Name("Idempotency-Key").known
    /// `Idempotent-Replayed`.
    public static let idempotentReplayed = HTTPField.Name("Idempotent-Replayed").known
}

extension HTTPField.Name? {
    /// The name, for literals that are valid.
    fileprivate var known: HTTPField.Name {
        guard let self else { preconditionFailure("Not a header name.") }
        return self
    }
}
