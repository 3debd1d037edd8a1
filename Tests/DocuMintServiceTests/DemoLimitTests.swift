import HTTPCore
import TestKit
import Testing

@testable import DocuMintService

@Suite struct DemoLimitTests {
    @Test func `an address has twenty demos an hour`() async throws {
        try await Service.run { service in
            for number in 1...20 {
                let answer = try await service.client.demo(.invoice())
                #expect(answer.status == 200)
                #expect(answer.header("RateLimit")?.hasPrefix("\"demo\";r=\(20 - number);t=") == true)
                #expect(answer.header("RateLimit-Policy") == "\"demo\";q=20;w=3600")
            }
            let refusal = try await service.client.demo(.invoice())
            #expect(refusal.status == 429)
            #expect(try refusal.code == "rate_limited")
            #expect(refusal.header("RateLimit")?.hasPrefix("\"demo\";r=0;t=") == true)
            #expect(refusal.header("RateLimit-Policy") == "\"demo\";q=20;w=3600")
            let seconds = try #require(refusal.header("Retry-After").flatMap { Int($0) })
            #expect((1...180).contains(seconds), "one comes back every three minutes")
            #expect(try await service.signedUp().invoice().status == 200, "who has a key does not depend on demos")
        }
    }

    @Test func `how many there are can be set, and refused ones count as well`() async throws {
        try await Service.run(environment: ["DEMOS_PER_HOUR": "2"]) { service in
            let refused = try await service.client.demo(["items": []])
            #expect(refused.status == 400)
            #expect(try await service.client.demo(.invoice()).status == 200)
            #expect(try await service.client.demo(.invoice()).status == 429)
        }
    }
}
