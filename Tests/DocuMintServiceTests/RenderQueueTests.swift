import HTTPCore
import TestKit
import Testing

@testable import DocuMintService

@Suite struct RenderQueueTests {
    private struct Failure: Error {}

    @Test func `as many are admitted as there are places, and one more for each that leaves`() throws {
        let queue = RenderQueue(capacity: 2)
        for _ in 0..<2 { try queue.enter() }
        for _ in 0..<3 {
            let refusal = #expect(throws: Problem.self) { try queue.enter() }
            #expect(refusal?.code == ProblemCode.overloaded)
            queue.leave()
            try queue.enter()
        }
    }

    @Test func `work gives its place back however it ends`() async throws {
        let queue = RenderQueue(capacity: 1)
        for number in 0..<3 {
            let result = try await queue.run { number }
            #expect(result == number)
            await #expect(throws: Failure.self) {
                try await queue.run { () throws -> Int in throw Failure() }
            }
        }
    }

    @Test func `without a place an invoice is refused at once, and does not count`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let queue = service.product.maker.renders
            for _ in 0..<64 { try queue.enter() }
            for answer in [try await owner.invoice(), try await service.client.demo(.invoice())] {
                #expect(answer.status == 503)
                #expect(try answer.code == "overloaded")
                #expect(answer.header("Retry-After") == "1")
            }
            #expect(try await owner.amounts(.invoice())["total"] == "100.00", "amounts need no place")
            for _ in 0..<64 { queue.leave() }
            for _ in 0..<5 { #expect(try await owner.invoice().status == 200) }
        }
    }
}
