import Accounts
import Database

/// All SQL of the product.
struct VaultStore: Sendable {
    /// Whose endpoints they are, with their plans.
    let accounts: Accounts

    var database: DatabaseFile { accounts.database }
}
