/// What a percentage would do to a number of made-up users: the free tool.
public struct RolloutSimulation: Sendable, Equatable {
    /// How many users can be simulated.
    public static let userCounts = 1...10_000

    /// One simulated user.
    public struct User: Sendable, Equatable {
        /// `user_1`, `user_2`, ….
        public let id: String
        /// The whole percent that the user's bucket lies in, 0..<100.
        public let bucket: Int
        /// Whether the percentage includes the user.
        public let isIncluded: Bool
    }

    /// The users, in order.
    public let users: [User]
    /// How many of them the percentage includes.
    public let includedCount: Int
    /// How many it leaves out.
    public var excludedCount: Int { users.count - includedCount }

    /// Simulates `user_1` to `user_<count>` for a flag of this seed. Nil if `count` is not among ``userCounts``.
    public init?(seed: String, percentage: Percentage, count: Int) {
        guard Self.userCounts.contains(count) else { return nil }
        let seed = BucketingSeed(seed)
        users = (1...count).map { number in
            let id = "user_\(number)"
            let bucket = seed.bucket(of: id)
            return User(id: id, bucket: Bucketing.wholePercent(ofBucket: bucket), isIncluded: percentage.includes(bucket: bucket))
        }
        includedCount = users.count(where: \.isIncluded)
    }
}
