public import HTTPTypes

/// Writes the header fields that tell clients about a limit, as in draft-ietf-httpapi-ratelimit-headers-09:
/// `RateLimit: "default";r=50;t=30` and `RateLimit-Policy: "default";q=100;w=60`.
///
/// Made once for a limit: what is the same in all answers is put together once.
public struct RateLimitFields: Sendable {
    private let beginning: String
    private let policy: HTTPField

    /// The fields of a limit.
    public init(_ limit: RateLimit) {
        beginning = "\"\(limit.name)\";r="
        policy = HTTPField(name: .rateLimitPolicy, value: "\"\(limit.name)\";q=\(limit.quota);w=\(limit.windowSeconds)")
    }

    /// Adds them to those of an answer.
    public func append(_ decision: RateLimit.Decision, to fields: inout HTTPFields) {
        var value = beginning
        value += String(decision.remaining)
        value += ";t="
        value += String(decision.resetSeconds)
        fields.append(HTTPField(name: .rateLimit, value: value))
        fields.append(policy)
    }

    /// The error as the problem that it is for clients, with the fields: most errors become problems further out, where nobody knows of the
    /// limit any more. An error that is not for clients comes back as it is: the 500 that comes of it says nothing of limits.
    public func adding(_ decision: RateLimit.Decision, to error: any Error) -> any Error {
        guard var problem = Problem(error) else { return error }
        append(decision, to: &problem.headers)
        return problem
    }
}
