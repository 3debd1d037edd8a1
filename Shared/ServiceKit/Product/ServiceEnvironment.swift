public import Database
public import Timekeeping
public import HTTPCore
public import Logging

/// What a product works with.
public struct ServiceEnvironment: Sendable {
    /// Its one file.
    public let database: DatabaseFile
    /// The settings that every product has.
    public let configuration: ServiceConfiguration
    /// For what happens outside of requests; inside, use the context's.
    public let logger: Logger
    /// Where its metrics go.
    public let metrics: MetricsRegistry
    /// The wall clock, which tests stop and move.
    public let now: @Sendable () -> Timestamp
}
