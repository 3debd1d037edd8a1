import HTTPCore

extension TestClient {
    /// The same client with the key of a new account.
    ///
    /// - Throws: ``UnexpectedAnswer`` if the sign-up is refused.
    public func signedUp(_ email: String = "you@example.com") async throws -> TestClient {
        let answer = try await post("/api/v1/signup", json: ["email": .string(email)])
        guard answer.status == 201 else { throw UnexpectedAnswer(description: "signup: \(answer.status) \(answer.text)") }
        return authorized(try answer.json.text("api_key"))
    }
}
