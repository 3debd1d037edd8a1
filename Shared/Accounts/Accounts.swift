public import Database
public import Timekeeping

/// The accounts of one product and their keys.
public final class Accounts: Sendable {
    /// The product's key prefix and plans.
    public let policy: AccountPolicy
    let database: DatabaseFile
    let cache = KeyCache()
    let now: @Sendable () -> Timestamp

    /// - Parameters:
    ///   - database: opened with ``schema`` among its tables.
    ///   - now: the clock.
    public init(policy: AccountPolicy, database: DatabaseFile, now: @escaping @Sendable () -> Timestamp = { .now }) {
        self.policy = policy
        self.database = database
        self.now = now
    }
}
