public import Database
public import Timekeeping

/// Things that an account owns, of which its plan allows so many at a time, such as monitors.
public struct Holding: Sendable {
    /// How many of them an account has.
    public typealias Count = @Sendable (_ connection: Connection, _ accountID: Int64, _ now: Timestamp) throws -> Int

    /// What they are, in the plural, for programs and people: `monitors`.
    public let name: String
    /// The plan's limit, such as `monitor_limit`.
    public let limit: String
    /// Counts them. Runs on the event loop of a request and in the transaction of an insert: one query through an index.
    public let count: Count

    /// - Parameters:
    ///   - name: what they are, in the plural.
    ///   - limit: the name of the plan's limit.
    ///   - count: counts those of an account.
    public init(_ name: String, limit: String, count: @escaping Count) {
        self.name = name
        self.limit = limit
        self.count = count
    }
}
