import Database
import TestKit
import Testing

@testable import CronPingService

@Suite struct CancelledErasureTests {
    @Test func `an erasure that is cancelled ends before its next step, and can be gone on with`() async throws {
        try await Service.run { service in
            _ = try await service.signedUp().monitor()
            try await service.database.write { connection in
                for number in 1...10 { try connection.addPing(number, monitor: 1) }
            }
            let product = service.product
            let erasing = Task {
                while !Task.isCancelled { await Task.yield() }
                try await product.erase(1)
            }
            erasing.cancel()
            await #expect(throws: CancellationError.self) { try await erasing.value }
            #expect(try pings(service) == 10)
            try await product.erase(1)
            #expect(try pings(service) == 0)
        }
    }

    private func pings(_ service: Service) throws -> Int? {
        try service.database.first("SELECT count(*) AS number FROM pings") { try $0["number"] as Int }
    }
}
