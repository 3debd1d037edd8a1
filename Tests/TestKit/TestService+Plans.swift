import Database

extension TestService {
    /// Moves all accounts to another plan, which counts at once.
    public func changePlan(to plan: String) async throws {
        try await database.write { try $0.execute("UPDATE accounts SET plan = ?", plan) }
    }

    /// Moves the account with that address to another plan, which counts at once.
    public func changePlan(to plan: String, of email: String) async throws {
        try await database.write { try $0.execute("UPDATE accounts SET plan = ? WHERE email = ?", plan, email) }
    }
}
