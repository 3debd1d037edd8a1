import Accounts
import Database
import HTTPCore

/// All SQL of the product.
struct FlagBitStore: Sendable {
    let database: DatabaseFile
    let policy: AccountPolicy
}

extension FlagBitStore {
    /// Refuses what the account's plan has no room for.
    ///
    /// - Parameters:
    ///   - count: how many there are already.
    ///   - limit: the name of the plan's limit.
    ///   - things: what they are, for people.
    /// - Throws: `Problem` `plan_limit_reached`.
    func checkRoom(for accountID: Int64, count: Int, limit: String, _ things: String, in connection: Connection) throws {
        let plan: String? = try connection.first("SELECT plan FROM accounts WHERE id = ?", accountID) { try $0["plan"] }
        guard let plan else { throw Problem.unauthorized }
        let most = policy.plan(named: plan).limit(limit)
        guard count < most else {
            throw Problem(.planLimitReached, "Your plan has room for \(most) \(things). Delete one, or upgrade your plan to add more.")
        }
    }
}
