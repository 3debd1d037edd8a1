public import Database
import HTTPCore
public import Timekeeping

extension Accounts {
    /// The account's plan as its row says at this moment, so that a plan that changes counts at once.
    ///
    /// Throws `Problem.unauthorized` (401) for an account that has been erased meanwhile.
    public func plan(of accountID: Int64, in connection: Connection) throws -> Plan {
        let name: String? = try connection.first("SELECT plan FROM accounts WHERE id = ? AND erased_at IS NULL", accountID) {
            try $0["plan"]
        }
        guard let name else { throw Problem.unauthorized }
        return policy.plan(named: name)
    }

    /// Refuses one more of what the account's plan has no room for. To be called in the transaction of the insert, before it: of two
    /// inserts for the last place, the second finds it taken.
    ///
    /// Throws `Problem` `plan_limit_reached` (403).
    public func checkRoom(for accountID: Int64, in holding: Holding, at now: Timestamp, _ connection: Connection) throws {
        let count = try holding.count(connection, accountID, now)
        try checkRoom(for: accountID, count: count, limit: holding.limit, holding.name, in: connection)
    }

    /// Refuses one more of what the account's plan has no room for, where the limit is not for the account as a whole.
    ///
    /// - Parameters:
    ///   - count: how many there are already.
    ///   - limit: the name of the plan's limit.
    ///   - things: what they are, for people, in the plural: `flags in each project`.
    ///
    /// Throws `Problem` `plan_limit_reached` (403).
    public func checkRoom(for accountID: Int64, count: Int, limit: String, _ things: String, in connection: Connection) throws {
        let plan = try plan(of: accountID, in: connection)
        let most = plan.limit(limit)
        guard count < most else {
            throw Problem(
                .planLimitReached,
                "Your plan \"\(plan.name)\" has room for \(most) \(things). Delete one, or upgrade your plan to add more."
            )
        }
    }
}
