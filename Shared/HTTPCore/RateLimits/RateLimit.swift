/// How many requests are allowed in what time.
public struct RateLimit: Sendable, Hashable {
    /// The name of the policy as clients see it: lowercase letters, digits, `-` and `_`.
    public let name: String
    /// How many requests may come at once, and how many are allowed in each window on average; at least 1.
    public let quota: Int
    /// Over what time the quota comes back, in seconds; at least 1.
    public let windowSeconds: Int

    /// A limit. Values below 1 count as 1.
    public init(_ name: String = "default", quota: Int, windowSeconds: Int) {
        self.name = name
        self.quota = max(1, quota)
        self.windowSeconds = max(1, windowSeconds)
    }

    /// What the limit says about one request.
    public struct Decision: Sendable, Hashable {
        /// Whether the request may go on.
        public let isAllowed: Bool
        /// How many more may follow at once.
        public let remaining: Int
        /// In how many seconds the whole quota is there again, rounded up.
        public let resetSeconds: Int
        /// In how many seconds the next request is allowed, rounded up; 0 if it is now.
        public let retryAfterSeconds: Int
    }
}
