import Accounts
import Database

/// All SQL of the product.
struct VaultStore: Sendable {
    let database: DatabaseFile
    let policy: AccountPolicy
}
