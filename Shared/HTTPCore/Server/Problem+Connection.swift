import HTTPTypes

extension Problem {
    /// 400: the request is not correct HTTP.
    static func malformed(_ detail: String?) -> Problem {
        Problem(.malformedRequest, detail ?? "The request is not correct HTTP/1.1.", headers: [.connection: "close"])
    }

    /// 431: the head is too large.
    static let headersTooLarge = Problem(
        .headersTooLarge,
        "The request target or the header fields are too large. At most 16 KiB are taken for each, 64 KiB and 100 fields for all."
    )

    /// 408: the head did not come in time.
    static let slowHead = Problem(.requestTimeout, "The header fields took too long to arrive.")

    /// 408: the body did not come in time.
    static let slowBody = Problem(.requestTimeout, "The body took too long to arrive.", headers: [.connection: "close"])

    /// 503: the bodies of other requests take all the memory that there is for them.
    static let noRoomForBody = Problem(
        .overloaded,
        "The service has as many request bodies in memory as it can hold; try again in a few seconds.",
        headers: [.retryAfter: "5", .connection: "close"]
    )

    /// 503: the service stops before it could answer.
    static let stopping = Problem(.unavailable, "The service is stopping.", headers: [.retryAfter: "5"])

    /// 503: the answer did not begin in time.
    static let lateAnswer = Problem(
        .deadlineExceeded,
        "The service did not get to an answer in time; try again later.",
        headers: [.retryAfter: "5"]
    )
}
