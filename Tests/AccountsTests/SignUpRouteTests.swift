import Accounts
import Database
import HTTPCore
import ServiceKit
import TestKit
import Testing

/// A product that does nothing but sign people up.
private struct Club: Product {
    static let name = "club"
    static let title = "Club"
    static let summary = "lets people in"
    static let defaultPort = 8_098
    static let schema = Accounts.schema

    private let accounts: Accounts

    init(environment: ServiceEnvironment, settings: Void) {
        let policy = AccountPolicy(keyPrefix: "cl_", free: Plan("free", price: 0, limits: [:]), paid: [])
        accounts = Accounts(policy: policy, database: environment.database, now: environment.now)
    }

    func addRoutes(to router: ServiceRouter) {
        router.addSignUp(to: accounts, limiter: RateLimiter()) { _, _, _ in [:] }
    }
}

@Suite struct SignUpRouteTests {
    @Test func `one address is tried five times an hour, however it is written`() async throws {
        try await TestService<Club>.run { service in
            for email in ["you@example.com", " you@example.com", "YOU@example.com\t", "you@Example.com ", "\n\nyou@example.COM"] {
                let answer = try await service.client.post("/api/v1/signup", json: ["email": .string(email)])
                #expect(answer.status == (email == "you@example.com" ? 201 : 409))
            }
            let sixth = try await service.client.post("/api/v1/signup", json: ["email": "  you@example.com  "])
            #expect(sixth.status == 429)
            #expect(sixth.header("RateLimit-Policy")?.contains("\"signup-email\";q=5;w=3600") == true)
            #expect(try await service.client.post("/api/v1/signup", json: ["email": "others@example.com"]).status == 201)
        }
    }

    @Test func `what is no address is refused each time, and costs nobody a try`() async throws {
        try await TestService<Club>.run { service in
            for body in [[:], ["email": ""], ["email": "you"], [:], [:], [:], [:]] as [JSONValue] {
                let answer = try await service.client.post("/api/v1/signup", json: body)
                #expect(answer.status == 400)
                #expect(try answer.json["code"]?.stringValue == "invalid_email")
            }
        }
    }
}
