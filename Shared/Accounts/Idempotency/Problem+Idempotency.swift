import HTTPCore
import HTTPTypes
import Timekeeping

extension Problem {
    /// 409: the first request with this key is still running.
    static let idempotencyKeyInUse = Problem(
        .idempotencyKeyInUse,
        "A request with this Idempotency-Key is still running. Send it again in a moment to get its answer.",
        headers: [.retryAfter: "1"]
    )

    /// 422: the key belongs to another request.
    static let idempotencyKeyReused = Problem(
        .idempotencyKeyReused,
        "This Idempotency-Key was sent with another request. Make a new key for each thing to create."
    )

    /// 409: what was stored cannot be read. The effect is not tried again, for it was carried out. It is no 422, since the client did
    /// nothing wrong; and neither the 409 above nor a 5xx, since sending it again does not help.
    static let storedAnswerLost = Problem(
        .conflict,
        "This request was carried out, but its answer is lost. Look at what it made before you send it again with another key."
    )

    /// 429: the account has as many stored answers as it may have.
    ///
    /// - Parameter end: when the first of them is forgotten.
    static func tooManyStoredAnswers(until end: Timestamp, at now: Timestamp) -> Problem {
        // Rounded up: not a moment too early.
        let seconds = max(1, (end.milliseconds - now.milliseconds + 999) / 1_000)
        return Problem(
            .rateLimited,
            """
            The answers to this account's requests with an Idempotency-Key, which are kept for a day, are as many as they may be; \
            the first is forgotten in \(seconds) \(seconds == 1 ? "second" : "seconds"). Until then, send requests without the field.
            """,
            headers: [.retryAfter: String(seconds)]
        )
    }
}
