public import Database
public import Timekeeping

/// The accounts of one product: keys, plans, usage, and what was answered to an `Idempotency-Key`.
public final class Accounts: Sendable {
    /// The product's key prefix, plans and quotas.
    public let policy: AccountPolicy
    /// The product's file, opened with ``schema`` among its tables.
    public let database: DatabaseFile
    /// The wall clock.
    public let now: @Sendable () -> Timestamp
    /// What was used and is not in the file yet.
    public let usage = UsageCounter()
    let cache = KeyCache()
    let lastUses = LastUses()
    let runningCreations = RunningCreations()
    let erasures = ErasureSchedule()

    /// - Parameters:
    ///   - database: opened with ``schema`` among its tables.
    ///   - now: the clock.
    public init(policy: AccountPolicy, database: DatabaseFile, now: @escaping @Sendable () -> Timestamp = { .now }) {
        self.policy = policy
        self.database = database
        self.now = now
    }
}
