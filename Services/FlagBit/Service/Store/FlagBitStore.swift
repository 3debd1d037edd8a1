import Accounts
import Database

/// All SQL of the product.
struct FlagBitStore: Sendable {
    let accounts: Accounts

    var database: DatabaseFile { accounts.database }
}
