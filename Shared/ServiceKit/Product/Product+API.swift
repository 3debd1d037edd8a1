import Accounts
public import HTTPCore

extension Product {
    /// The whole API of the product as it is described to programs and people.
    ///
    /// - Parameter baseURL: where clients reach it.
    public static func api(at baseURL: String) -> APIDescription {
        let accounts = AccountOperations(policy, signUpMembers: signUpMembers)
        return APIDescription(
            title: title,
            summary: summary,
            version: version,
            baseURL: baseURL,
            operations: accounts.first + operations + accounts.last + Operation.shared,
            codes: errors
        )
    }
}
