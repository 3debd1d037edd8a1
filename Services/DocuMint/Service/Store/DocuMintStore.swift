import Accounts
import Database

/// All SQL of the product.
struct DocuMintStore: Sendable {
    let accounts: Accounts

    var database: DatabaseFile { accounts.database }
}
