import Database
import HTTPCore

@testable import Accounts

extension Accounts {
    /// Signs up without a server, as the route does.
    ///
    /// - Throws: `Problem` `email_taken` (409)
    func signUp(email: EmailAddress, provision: @escaping Provision) async throws -> JSONValue {
        let account = try NewAccount(email, in: self, provision: provision)
        let made = try await database.write { try account.insert(in: $0)?.answer }
        guard let made else { throw NewAccount.emailTaken }
        return made
    }
}
