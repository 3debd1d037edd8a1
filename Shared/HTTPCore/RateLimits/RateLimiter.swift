import Cryptography
import Synchronization
public import Timekeeping

/// Counts requests by key against limits: a token bucket in memory for each policy and key.
///
/// A bucket is one number, the moment at which it is full again (the "theoretical arrival time" of the generic cell rate algorithm, ITU-T I.371 annex A);
/// a full bucket is worth nothing and is forgotten within a minute or two of use. After a restart all buckets are full.
public final class RateLimiter: Sendable {
    private struct Key: Hashable {
        let policy: String
        let key: String
    }

    private struct Buckets {
        /// When each bucket is full again, in nanoseconds of the clock.
        var fullAt: [Key: Int64] = [:]
        private var sweptAt: Int64?

        /// Forgets all full buckets, unless that was done less than `interval` nanoseconds ago, since it looks at every one.
        mutating func sweep(now: Int64, every interval: Int64) {
            if let sweptAt, now - sweptAt < interval { return }
            sweptAt = now
            fullAt = fullAt.filter { $0.value > now }
        }
    }

    private static let second: Int64 = 1_000_000_000
    /// Longer keys are counted by their digest: they take no more room, and telling two apart takes no more time. Enough for an address.
    private static let longestKey = 64

    private let buckets = Mutex(Buckets())
    private let bucketLimit: Int
    private let now: @Sendable () -> Int64

    /// A limiter without buckets.
    ///
    /// - Parameters:
    ///   - bucketLimit: How many buckets are remembered at most. Beyond, full ones are forgotten, and if there are none, an arbitrary one for
    ///     each new one. Default: 100 000, at most about 20 MB.
    ///   - now: The clock, in nanoseconds from any start, never running backwards. Default: the system's monotonic clock.
    public init(bucketLimit: Int = 100_000, now: @escaping @Sendable () -> Int64 = { MonotonicClock.nanoseconds }) {
        self.bucketLimit = max(1, bucketLimit)
        self.now = now
    }

    /// Counts a request and says whether it may go on. A request that may not costs nothing.
    ///
    /// - Parameters:
    ///   - key: Whose bucket: an account, a key or ``IPAddress/limitKey``; of any length.
    ///   - cost: How many requests this one counts as, from 1 to the quota.
    public func take(_ limit: RateLimit, key: String, cost: Int = 1) -> RateLimit.Decision {
        let now = now()
        let key = Key(policy: limit.name, key: Self.bounded(key))
        return buckets.withLock { buckets in
            buckets.sweep(now: now, every: 60 * Self.second)
            // By its place, so that the key is hashed once.
            let place = buckets.fullAt.index(forKey: key)
            let (decision, next) = Self.decide(limit, cost: cost, fullAt: place.map { buckets.fullAt.values[$0] } ?? now, now: now)
            guard let next else { return decision }
            if let place {
                buckets.fullAt.values[place] = next
            } else {
                remember(key, fullAt: next, now: now, in: &buckets)
            }
            return decision
        }
    }

    /// A bucket that somebody keeps beside what it belongs to, so that counting takes neither a lookup nor a lock. Of one limit only.
    public final class Bucket: Sendable {
        fileprivate let fullAt = Atomic(Int64.min)

        /// A full bucket.
        public init() {}
    }

    /// Counts a request and says whether it may go on. A request that may not costs nothing.
    ///
    /// - Parameter cost: How many requests this one counts as, from 1 to the quota.
    public func take(_ limit: RateLimit, from bucket: Bucket, cost: Int = 1) -> RateLimit.Decision {
        let now = now()
        var fullAt = bucket.fullAt.load(ordering: .relaxed)
        while true {
            let (decision, next) = Self.decide(limit, cost: cost, fullAt: fullAt, now: now)
            guard let next else { return decision }
            let (isExchanged, current) = bucket.fullAt.compareExchange(expected: fullAt, desired: next, ordering: .relaxed)
            if isExchanged { return decision }
            fullAt = current
        }
    }

    /// What becomes of a request, and when its bucket is full again if it goes on.
    private static func decide(_ limit: RateLimit, cost: Int, fullAt: Int64, now: Int64) -> (RateLimit.Decision, next: Int64?) {
        let window = Int64(limit.windowSeconds) * second
        let interval = max(1, window / Int64(limit.quota))
        let fullAt = max(fullAt, now)
        let next = fullAt + interval * Int64(min(max(1, cost), limit.quota))
        let excess = next - now - window
        guard excess <= 0 else { return (decision(isAllowed: false, fullIn: fullAt - now, window, interval, retryIn: excess), nil) }
        return (decision(isAllowed: true, fullIn: next - now, window, interval, retryIn: 0), next)
    }

    /// How many buckets are remembered.
    public var bucketCount: Int { buckets.withLock { $0.fullAt.count } }

    private static func bounded(_ key: String) -> String {
        // With a prefix that makes it longer than any key that is taken as it is.
        key.utf8.count <= longestKey ? key : "sha256:" + SHA256.digest(of: key).hex
    }

    private func remember(_ key: Key, fullAt: Int64, now: Int64, in buckets: inout Buckets) {
        if buckets.fullAt.count >= bucketLimit { makeRoom(now: now, in: &buckets) }
        buckets.fullAt[key] = fullAt
    }

    /// Forgets the full buckets, more often than usual; if there are none, one that happens to be first.
    private func makeRoom(now: Int64, in buckets: inout Buckets) {
        buckets.sweep(now: now, every: Self.second)
        if buckets.fullAt.count >= bucketLimit { buckets.fullAt.remove(at: buckets.fullAt.startIndex) }
    }

    private static func decision(isAllowed: Bool, fullIn: Int64, _ window: Int64, _ interval: Int64, retryIn: Int64) -> RateLimit.Decision {
        RateLimit.Decision(
            isAllowed: isAllowed,
            remaining: Int(max(0, (window - fullIn) / interval)),
            resetSeconds: seconds(fullIn),
            retryAfterSeconds: seconds(retryIn)
        )
    }

    /// Whole seconds, rounded up.
    private static func seconds(_ nanoseconds: Int64) -> Int {
        Int((max(0, nanoseconds) + 999_999_999) / 1_000_000_000)
    }
}
