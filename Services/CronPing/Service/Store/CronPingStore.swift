import Accounts
import Database

/// All SQL of the product.
struct CronPingStore: Sendable {
    let database: DatabaseFile
    let policy: AccountPolicy
}
