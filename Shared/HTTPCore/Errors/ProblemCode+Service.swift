import HTTPTypes

// MARK: The service itself

extension ProblemCode {
    /// The service has more to do than it can; trying again helps.
    public static let overloaded = ProblemCode(
        "overloaded",
        .serviceUnavailable,
        "Service overloaded",
        """
        Wait as many seconds as "Retry-After" says, then send the request again; if it is refused again, wait twice as long each time.
        """
    )
    /// The service cannot answer now; trying again helps.
    public static let unavailable = ProblemCode(
        "unavailable",
        .serviceUnavailable,
        "Service unavailable",
        """
        Wait as many seconds as "Retry-After" says, then send the request again: the service is restarting, or a part that it needs is \
        missing.
        """
    )
    /// The file cannot be read or written now.
    public static let storageUnavailable = ProblemCode(
        "storage_unavailable",
        .serviceUnavailable,
        "Storage unavailable",
        """
        Wait as many seconds as "Retry-After" says, then send the request again. If it lasts, whoever runs the service has to look at its \
        disk; GET /readyz says when it is in order again.
        """
    )
    /// The request took longer than the service allows.
    public static let deadlineExceeded = ProblemCode(
        "deadline_exceeded",
        .serviceUnavailable,
        "Deadline exceeded",
        """
        The request may have been carried out all the same. Look before you send it again, or send it with the same "Idempotency-Key", so \
        that nothing is done twice.
        """
    )
    /// A fault of the service; the log knows more.
    public static let internalError = ProblemCode(
        "internal_error",
        .internalServerError,
        "Internal error",
        "Send the request again later. If it fails again, tell us the \"request_id\" of the answer: with it we find out what happened."
    )
}
