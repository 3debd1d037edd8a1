public import Accounts
public import Database
public import Timekeeping
public import HTTPCore
public import Logging

/// What a product works with.
public struct ServiceEnvironment: Sendable {
    /// Its one file.
    public let database: DatabaseFile
    /// The accounts in that file.
    public let accounts: Accounts
    /// The settings that every product has.
    public let configuration: ServiceConfiguration
    /// For what happens outside of requests; inside, use the context's.
    public let logger: Logger
    /// Where its metrics go.
    public let metrics: MetricsRegistry
    /// The wall clock, which tests stop and move.
    public let now: @Sendable () -> Timestamp
    /// Counts the requests of clients, whatever the limit.
    public let limiter = RateLimiter()

    /// Lets only requests with a valid key through: to look at things with the scope `read`, for all else with `write`.
    public var requireKey: RequireKey { requireKey(nil) }

    /// Lets requests without a key through, too.
    public var recognizeKey: RecognizeKey { RecognizeKey(requireKey) }

    /// How many requests a key may make, or an address without a valid one.
    public var requestLimit: RateLimit { RateLimit("requests", quota: configuration.requestsPerMinute, windowSeconds: 60) }

    /// Lets only requests with a key of that scope through.
    func requireKey(_ scope: Scopes?) -> RequireKey {
        RequireKey(accounts, limiter: limiter, limit: requestLimit, scope: scope)
    }
}
