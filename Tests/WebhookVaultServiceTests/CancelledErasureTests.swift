import TestKit
import Testing
import Timekeeping

@testable import WebhookVaultService

@Suite struct CancelledErasureTests {
    /// Does something in a task that is cancelled.
    private func cancelled(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            try await work()
        }
        task.cancel()
        try await task.value
    }

    @Test func `an erasure that is cancelled ends before its next step, and can be gone on with`() async throws {
        try await Service.run { service in
            let endpoint = try await service.signedUp().newEndpoint()
            try await service.capture(3, in: endpoint)
            let (product, accountID) = (service.product, try service.accountID())
            await #expect(throws: CancellationError.self) { try await cancelled { try await product.erase(accountID) } }
            #expect(try service.countOfCaptures() == 3)
            try await product.erase(accountID)
            #expect(try service.countOfCaptures() == 0)
        }
    }

    @Test func `the erasure of what is past its time is cancelled like that, too`() async throws {
        try await Service.run { service in
            let endpoint = try await service.signedUp().newEndpoint()
            try await service.capture(60, in: endpoint)
            let (store, expiry) = (service.product.store, service.clock.now.adding(seconds: 86_400))
            await #expect(throws: CancellationError.self) { try await cancelled { try await store.eraseExpired(at: expiry) } }
            // One step of fifty.
            #expect(try service.countOfCaptures() == 10)
            try await store.eraseExpired(at: expiry)
            #expect(try service.countOfCaptures() == 0)
        }
    }
}
