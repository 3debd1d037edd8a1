public import HTTPTypes

extension Problem {
    /// 404: there is nothing here, or it belongs to somebody else.
    public static func notFound(_ detail: String = "There is nothing at this address; /api-docs lists what there is.") -> Problem {
        Problem(.notFound, detail)
    }

    /// 401: the key is missing or wrong.
    public static let unauthorized = Problem(
        .unauthorized,
        "Send your API key in the header field \"Authorization: Bearer <key>\".",
        error: "Unauthorized: invalid or missing API key",
        headers: [.wwwAuthenticate: "Bearer"]
    )

    /// 405: the path exists, but not for this method.
    ///
    /// - Parameter allowed: The methods it exists for.
    public static func methodNotAllowed(_ method: HTTPRequest.Method, allowed: [HTTPRequest.Method]) -> Problem {
        let list = allowed.map(\.rawValue).joined(separator: ", ")
        return Problem(.methodNotAllowed, "This address does not know \(method.rawValue); it knows \(list).", headers: [.allow: list])
    }

    /// 413: the body is larger than `limit` bytes. The connection ends with this answer, since the rest of the body is not read.
    public static func payloadTooLarge(limit: Int) -> Problem {
        Problem(.payloadTooLarge, "The body is larger than the \(limit) bytes that are accepted here.", headers: [.connection: "close"])
    }

    /// 503 with `Retry-After`.
    ///
    /// - Parameter seconds: When to try again; at least 1.
    public static func overloaded(retryAfter seconds: Int = 1) -> Problem {
        Problem(.overloaded, "The service is busy; try again in a moment.", headers: [.retryAfter: String(max(1, seconds))])
    }

    /// 500 without detail: what happened is in the log under the request id.
    static let internalError = Problem(.internalError, "Something went wrong on our side. The request id helps us to find out what.")
}
