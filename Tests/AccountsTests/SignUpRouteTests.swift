import Database
import HTTPCore
import TestKit
import Testing

@Suite struct SignUpRouteTests {
    @Test func `it works`() async throws {
        try await TestService<Locksmith>.run { service async throws in
            let answer = try await service.client.post("/api/v1/signup", json: ["email": " You@example.com "])
            #expect(answer.status == 201)
            let account = try answer.json
            #expect(account.objectValue?.map(\.name) == ["api_key", "plan", "message"])
            #expect(account["plan"] == "free")
            #expect(account["message"] == "Save your API key — it won't be shown again.")
            let key = try #require(account["api_key"]?.stringValue)
            #expect(try await service.client.authorized(key).get("/things").text == "1")
        }
    }

    @Test func `one address is tried five times an hour, however it is written`() async throws {
        try await TestService<Locksmith>.run { service async throws in
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
        let long = JSONValue.string(String(repeating: "y", count: 1_001) + "@example.com")
        try await TestService<Locksmith>.run { service async throws in
            for body in [
                [:], ["email": ""], ["email": "you"], ["email": 5], ["email": ["you@example.com"]], ["email": nil], ["email": long],
            ] as [JSONValue] {
                let answer = try await service.client.post("/api/v1/signup", json: body)
                #expect(answer.status == 400)
                #expect(answer.problemCode == "invalid_email")
            }
        }
    }

    @Test func `one client signs up sixty times an hour`() async throws {
        try await TestService<Locksmith>.run { service async throws in
            // What is no address counts for the client, and is answered at once.
            for _ in 0..<60 {
                #expect(try await service.client.post("/api/v1/signup", json: [:]).status == 400)
            }
            let answer = try await service.client.post("/api/v1/signup", json: ["email": "you@example.com"])
            #expect(answer.status == 429)
            #expect(answer.header("RateLimit-Policy")?.contains("\"signup\";q=60;w=3600") == true)
        }
    }

    @Test func `a taken address is told so, and nothing else of it`() async throws {
        try await TestService<Locksmith>.run { service async throws in
            _ = try await service.signedUp("you@example.com")
            let answer = try await service.client.post("/api/v1/signup", json: ["email": "YOU@example.com"])
            #expect(answer.status == 409)
            #expect(answer.problemCode == "email_taken")
            #expect(try answer.json["detail"] == "There is an account with this e-mail address already.")
            #expect(try answer.json["error"] == "There is an account with this e-mail address already.")
        }
    }

    @Test func `for a taken address something is written to the disk, once, as for a new one`() async throws {
        try await TestService<Locksmith>.run { service async throws in
            for status in [201, 409, 409] {
                let before = try service.database.commits()
                #expect(try await service.client.post("/api/v1/signup", json: ["email": "you@example.com"]).status == status)
                #expect(try service.database.commits() - before == 1)
            }
        }
    }

    @Test func `that an address is taken is not remembered under an idempotency key`() async throws {
        try await TestService<Locksmith>.run { service async throws in
            _ = try await service.signedUp("you@example.com")
            let headers = ["Idempotency-Key": "5f0c2b1e-7a55-4a1f-9b43-1f1f5b7d9c11"]
            for _ in 0..<2 {
                let answer = try await service.client.post("/api/v1/signup", json: ["email": "you@example.com"], headers: headers)
                #expect(answer.status == 409)
                #expect(answer.problemCode == "email_taken")
                #expect(answer.header("Idempotent-Replayed") == nil)
            }
            let stored = try service.database.first("SELECT count(*) AS number FROM idempotent_answers") { try $0["number"] as Int }
            #expect(stored == 0)
        }
    }

    @Test func `whether an address is taken is told after the same time at the least`() async throws {
        try await TestService<Locksmith>.run { service async throws in
            for status in [201, 409] {
                let start = ContinuousClock.now
                let answer = try await service.client.post("/api/v1/signup", json: ["email": "you@example.com"])
                #expect(answer.status == status)
                // No answer of a slow machine comes too soon.
                #expect(ContinuousClock.now - start >= .milliseconds(25))
            }
        }
    }

    @Test func `a sign-up that is sent again under its idempotency key gives the same account and key`() async throws {
        try await TestService<Locksmith>.run { service async throws in
            let headers = ["Idempotency-Key": "5f0c2b1e-7a55-4a1f-9b43-1f1f5b7d9c11"]
            let first = try await service.client.post("/api/v1/signup", json: ["email": "you@example.com"], headers: headers)
            let second = try await service.client.post("/api/v1/signup", json: ["email": "you@example.com"], headers: headers)
            #expect(first.status == 201 && second.status == 201)
            #expect(second.body == first.body)
            #expect(second.header("Idempotent-Replayed") == "true")
            #expect(try await service.client.post("/api/v1/signup", json: ["email": "you@example.com"]).status == 409)
        }
    }
}
