import HTTPTypes
import Synchronization
import Testing

@testable import HTTPCore

@Suite("The rate limiter")
struct RateLimiterTests {
    /// A clock that stands still until it is moved.
    final class Clock: Sendable {
        private let time = Mutex<Int64>(0)

        func advance(seconds: Double) { time.withLock { $0 += Int64(seconds * 1e9) } }

        var now: Int64 { time.withLock { $0 } }
    }

    let clock = Clock()
    let limit = RateLimit("test", quota: 3, windowSeconds: 60)

    func limiter(buckets: Int = 100) -> RateLimiter {
        RateLimiter(bucketLimit: buckets) { [clock] in clock.now }
    }

    @Test("counts in a bucket that is kept elsewhere as in one of its own, however many count at once")
    func bucketKeptElsewhere() async {
        let (limiter, bucket) = (limiter(), RateLimiter.Bucket())
        for _ in 0..<2 {
            let allowed = await withTaskGroup(of: Bool.self) { [limit] group in
                for _ in 0..<100 { group.addTask { limiter.take(limit, from: bucket).isAllowed } }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(allowed == 3)
            let refused = limiter.take(limit, from: bucket)
            #expect(!refused.isAllowed && refused.remaining == 0 && refused.retryAfterSeconds == 20 && refused.resetSeconds == 60)
            #expect(limiter.bucketCount == 0)
            clock.advance(seconds: 60)
        }
    }

    @Test("lets the quota pass at once, then one for each share of the window")
    func quota() {
        let limiter = limiter()
        for remaining in [2, 1, 0] {
            let decision = limiter.take(limit, key: "a")
            #expect(decision.isAllowed && decision.remaining == remaining && decision.retryAfterSeconds == 0)
        }
        let refused = limiter.take(limit, key: "a")
        #expect(!refused.isAllowed && refused.remaining == 0 && refused.retryAfterSeconds == 20 && refused.resetSeconds == 60)
        clock.advance(seconds: 19.9)
        #expect(limiter.take(limit, key: "a").retryAfterSeconds == 1)
        clock.advance(seconds: 0.1)
        #expect(limiter.take(limit, key: "a").isAllowed)
        #expect(!limiter.take(limit, key: "a").isAllowed)
        clock.advance(seconds: 3600)
        #expect(limiter.take(limit, key: "a").remaining == 2)
    }

    @Test("keeps keys and policies apart")
    func keys() {
        let limiter = limiter()
        let single = RateLimit("single", quota: 1, windowSeconds: 60)
        #expect(limiter.take(single, key: "a").isAllowed && limiter.take(single, key: "b").isAllowed)
        #expect(!limiter.take(single, key: "a").isAllowed)
        #expect(limiter.take(limit, key: "a").isAllowed)
    }

    @Test("A request that is refused costs nothing")
    func refusalIsFree() {
        let limiter = limiter()
        for _ in 0..<100 { _ = limiter.take(limit, key: "a") }
        clock.advance(seconds: 20)
        #expect(limiter.take(limit, key: "a").isAllowed)
    }

    @Test("A request can cost more than one, at most the quota")
    func cost() {
        let limiter = limiter()
        #expect(limiter.take(limit, key: "a", cost: 2).remaining == 1)
        #expect(!limiter.take(limit, key: "a", cost: 2).isAllowed)
        #expect(limiter.take(limit, key: "b", cost: 1000).remaining == 0)
    }

    @Test("remembers a bounded number of keys, and forgets full buckets first")
    func bounded() {
        let limiter = limiter(buckets: 10)
        for key in 0..<5 { _ = limiter.take(limit, key: "old \(key)") }
        clock.advance(seconds: 50)
        for _ in 0..<3 { _ = limiter.take(limit, key: "busy") }
        for key in 0..<9 { _ = limiter.take(limit, key: "new \(key)") }
        #expect(limiter.bucketCount <= 10)
        #expect(!limiter.take(limit, key: "busy").isAllowed)
        for key in 0..<1000 { _ = limiter.take(limit, key: "flood \(key)") }
        #expect(limiter.bucketCount == 10)
    }

    @Test("forgets full buckets as time goes by, without being full itself")
    func sweeps() {
        let limiter = limiter(buckets: 1_000)
        for key in 0..<500 { _ = limiter.take(limit, key: "key \(key)") }
        #expect(limiter.bucketCount == 500)
        clock.advance(seconds: 59)
        for _ in 0..<3 { _ = limiter.take(limit, key: "busy") }
        clock.advance(seconds: 2)
        #expect(!limiter.take(limit, key: "busy").isAllowed)
        #expect(limiter.bucketCount == 1)
    }

    @Test("takes keys of any length, and tells them apart by their ends")
    func longKeys() {
        let limiter = limiter()
        let single = RateLimit("single", quota: 1, windowSeconds: 60)
        let long = String(repeating: "x", count: 1_000_000)
        #expect(limiter.take(single, key: long + "a").isAllowed && limiter.take(single, key: long + "b").isAllowed)
        #expect(!limiter.take(single, key: long + "a").isAllowed)
    }

    @Test("says what is left in the form of the IETF draft")
    func headers() {
        let decision = RateLimit.Decision(isAllowed: false, remaining: 0, resetSeconds: 60, retryAfterSeconds: 20)
        #expect(limit.headers(decision)[.rateLimit] == "\"test\";r=0;t=60")
        #expect(limit.headers(decision)[.rateLimitPolicy] == "\"test\";q=3;w=60")
        let problem = limit.problem(decision)
        #expect(problem.code == .rateLimited && problem.headers[.retryAfter] == "20")
        #expect(problem.detail == "3 requests in 60 seconds are allowed here; try again in 20 seconds.")
    }
}
