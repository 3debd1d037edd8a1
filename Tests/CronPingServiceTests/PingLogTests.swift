import Database
import Timekeeping
import HTTPCore
import TestKit
import Testing

@testable import CronPingService

@Suite struct PingLogTests {
    @Test func `the log keeps what the plan allows, each monitor for itself`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let (busy, quiet) = (try await owner.monitor(), try await owner.monitor())
            _ = try await service.client.get(quiet.text("ping_url"))
            for _ in 0..<105 { _ = try await service.client.get(busy.text("ping_url")) }
            #expect(try numbers(in: service) == Array(1...1) + Array(6...105))
            #expect(try await owner.details(of: busy)["ping_count"] == 105)
            let recent = try await owner.details(of: busy)["recent_pings"]?.arrayValue
            #expect(recent?.count == 20)
            #expect(recent?.first?["number"] == 105)
        }
    }

    @Test func `a smaller plan holds from the next ping on`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp(plan: "starter")
            let monitor = try await owner.monitor()
            for _ in 0..<150 { _ = try await service.client.get(monitor.text("ping_url")) }
            #expect(try numbers(in: service).count == 150)
            try await service.database.write { try $0.execute("UPDATE accounts SET plan = 'free'") }
            _ = try await service.client.get(monitor.text("ping_url"))
            #expect(try numbers(in: service) == Array(52...151))
        }
    }

    @Test func `a ping that was overtaken is in the log, and decides nothing`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let monitor = try await owner.monitor()
            let token = String(try monitor.text("ping_url").suffix(36))
            let clock = service.clock
            let slow = ping(.success, at: clock.now)
            service.clock.advance(seconds: 60)
            _ = try await service.client.get(monitor.text("ping_url") + "/fail")
            #expect(try await service.product.store.record(slow, token: token, now: { clock.now }) != nil)
            #expect(try await owner.details(of: monitor)["status"] == "down")
            #expect(try await owner.details(of: monitor)["ping_count"] == 2)
            service.clock.advance(seconds: 60)
            _ = try await owner.post("/api/v1/monitors/\(monitor.text("id"))/pause", json: [:])
            #expect(try await service.product.store.record(slow, token: token, now: { clock.now }) != nil)
            #expect(try await owner.details(of: monitor)["status"] == "paused", "a pause is later than what was sent before it")
            #expect(try await service.product.store.record(ping(.success, at: clock.now), token: token, now: { clock.now }) != nil)
            #expect(try await owner.details(of: monitor)["status"] == "up")
        }
    }

    @Test func `a clock that is put back does not make pings count for nothing`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let monitor = try await owner.monitor()
            service.clock.advance(seconds: 86_400)
            _ = try await service.client.get(monitor.text("ping_url"))
            service.clock.advance(seconds: -86_400)
            _ = try await service.client.get(monitor.text("ping_url") + "/fail")
            #expect(try await owner.details(of: monitor)["status"] == "down")
        }
    }

    private func ping(_ signal: PingSignal, at time: Timestamp) -> Ping {
        Ping(signal: signal, runID: nil, receivedAt: time, method: "GET", remoteAddress: nil, userAgent: nil, body: nil)
    }

    @Test func `the log goes with its monitor`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let monitor = try await owner.monitor()
            _ = try await service.client.get(monitor.text("ping_url"))
            _ = try await owner.delete("/api/v1/monitors/\(monitor.text("id"))")
            #expect(try numbers(in: service) == [])
        }
    }

    @Test func `every ping that was answered is there after a restart`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        let (owner, monitor) = try await Service.run(database: path) { service in
            let owner = try await service.signedUp(plan: "business")
            let monitor = try await owner.monitor()
            let url = try monitor.text("ping_url")
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<500 { group.addTask { try await service.client.get(url).status } }
                for try await status in group { #expect(status == 200) }
            }
            return (owner, monitor)
        }
        try await Service.run(database: path) { service in
            var client = service.client
            client.headers = owner.headers
            let details = try await client.details(of: monitor)
            #expect(details["ping_count"] == 500)
            #expect(details["status"] == "up")
            #expect(try numbers(in: service) == Array(1...500))
        }
    }

    @Test func `finding old pings needs no scan`() async throws {
        try await Service.run { service in
            let plan = try service.database.read {
                try $0.all("EXPLAIN QUERY PLAN DELETE FROM pings WHERE monitor_id = ? AND number <= ?", 1, 1) { try $0["detail"] as String }
            }
            #expect(plan == ["SEARCH pings USING PRIMARY KEY (monitor_id=? AND number<?)"])
        }
    }

    private func numbers(in service: Service) throws -> [Int] {
        try service.database.read { try $0.all("SELECT number FROM pings ORDER BY number") { try $0["number"] } }
    }
}
