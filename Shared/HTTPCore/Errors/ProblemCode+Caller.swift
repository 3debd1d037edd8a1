import HTTPTypes

// MARK: Who asks

extension ProblemCode {
    /// The key is missing or wrong.
    public static let unauthorized = ProblemCode(
        "invalid_api_key",
        .unauthorized,
        "Invalid API key",
        """
        Send your key as "Authorization: Bearer <key>" or "X-API-Key: <key>". Check that it was copied whole and is neither revoked nor \
        expired; a key cannot be shown a second time, so if it is lost, make another one.
        """
    )
    /// The key lacks the scope that the route asks for.
    public static let insufficientScope = ProblemCode(
        "insufficient_scope",
        .forbidden,
        "Insufficient scope",
        """
        Use a key that may do this; "detail" says which one is needed. Whoever has a key with the scope "admin" can make keys with other \
        scopes: POST /api/v1/keys.
        """
    )
    /// There is an account with this e-mail address already.
    public static let emailTaken = ProblemCode(
        "email_taken",
        .conflict,
        "E-mail already registered",
        "Use a key of the account that has this address, or sign up with another address."
    )
    /// The e-mail address is malformed.
    public static let invalidEmail = ProblemCode(
        "invalid_email",
        .badRequest,
        "Invalid e-mail address",
        "Send an address that mail can be delivered to, such as \"you@example.com\"."
    )
}

// MARK: Keys

extension ProblemCode {
    /// The account would be left without a key that can manage it.
    public static let lastAdminKey = ProblemCode(
        "last_admin_key",
        .conflict,
        "Last admin key",
        """
        Make another key with the scope "admin" first (POST /api/v1/keys), or rotate this one instead of revoking it: without such a key \
        nobody could manage the account.
        """
    )
    /// The key that is to be rotated or revoked works no more, or was rotated already.
    public static let keyNotActive = ProblemCode(
        "key_not_active",
        .conflict,
        "Key not active",
        """
        Choose a key that is neither revoked nor expired and, to rotate it, was not rotated before (GET /api/v1/keys lists them all), or \
        make a new one: POST /api/v1/keys.
        """
    )
    /// The account has as many keys as an account can have.
    public static let keyLimitReached = ProblemCode(
        "key_limit_reached",
        .forbidden,
        "Key limit reached",
        "Revoke a key that is no longer needed, then make the new one. GET /api/v1/keys says when each was last used."
    )
}

// MARK: How much

extension ProblemCode {
    /// Too many requests in too short a time.
    public static let rateLimited = ProblemCode(
        "rate_limited",
        .tooManyRequests,
        "Too many requests",
        """
        Wait as many seconds as "Retry-After" says. The header fields "RateLimit" and "RateLimit-Policy" of every answer say how much is \
        left, so that a program can slow down before it is refused.
        """
    )
    /// The plan's quota of this period is used up.
    public static let quotaExceeded = ProblemCode(
        "quota_exceeded",
        .tooManyRequests,
        "Quota exceeded",
        "Wait until the quota begins anew (GET /api/v1/account says when: \"resets_at\"), or upgrade your plan."
    )
    /// The plan does not allow more of these.
    public static let planLimitReached = ProblemCode(
        "plan_limit_reached",
        .forbidden,
        "Plan limit reached",
        "Delete what you no longer need, or upgrade your plan. GET /api/v1/account lists the limits of the plan you have."
    )
}
