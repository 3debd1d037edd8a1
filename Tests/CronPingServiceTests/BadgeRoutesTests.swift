import HTTPCore
import TestKit
import Testing

@testable import CronPingService

@Suite struct BadgeRoutesTests {
    @Test func `it works`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let monitor = try await owner.monitor()
            let url = try monitor.text("badge_url")
            #expect(url.hasPrefix("\(Service.baseURL)/badge/") && url.hasSuffix(".svg"))
            #expect(try await owner.details(of: monitor)["badge_url"] == .string(url))
            for method in ["GET", "HEAD"] {
                let answer = try await service.client.request(method, url)
                #expect(answer.status == 200)
                #expect(answer.header("Content-Type") == "image/svg+xml")
                #expect(answer.header("Cache-Control") == "no-cache")
                #expect(answer.text.hasPrefix("<svg ") == (method == "GET"))
            }
        }
    }

    @Test func `it follows the clock and the pings`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let monitor = try await owner.monitor()
            let title: () async throws -> String? = {
                let badge = try await service.client.get(monitor.text("badge_url")).text
                return badge.split(separator: "title>").dropFirst().first.map { String($0.dropLast(2)) }
            }
            #expect(try await title() == "Nightly backup: new")
            _ = try await service.client.get(monitor.text("ping_url"))
            #expect(try await title() == "Nightly backup: up")
            service.clock.advance(seconds: 3_600)
            #expect(try await title() == "Nightly backup: late")
            service.clock.advance(seconds: 600)
            #expect(try await title() == "Nightly backup: down")
            _ = try await owner.request("POST", "/api/v1/monitors/\(monitor.text("id"))/pause")
            #expect(try await title() == "Nightly backup: paused")
        }
    }

    @Test func `it is not known by anything else`() async throws {
        try await Service.run { service in
            let monitor = try await service.signedUp().monitor()
            let token = try #require(try monitor.text("ping_url").split(separator: "/").last)
            for key in ["", "x", "\(token)", try monitor.text("id")] {
                let answer = try await service.client.get("/badge/\(key).svg")
                #expect(answer.status == 404)
            }
            let answer = try await service.client.get("/badge/\(token).svg")
            #expect(answer.text == "not found")
            #expect(answer.header("Content-Type")?.hasPrefix("text/plain") == true)
        }
    }

    @Test func `a monitor from before there were badges has none`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        let (owner, old) = try await Service.run(database: path) { service in
            let owner = try await service.signedUp()
            return (owner, try await owner.monitor())
        }
        try runElsewhere("DROP INDEX monitors_by_badge_key; ALTER TABLE monitors DROP COLUMN badge_key", on: path)
        try await Service.run(database: path) { service in
            var client = service.client
            client.headers = owner.headers
            #expect(try await client.details(of: old)["badge_url"] == .null)
            let new = try await client.monitor()
            #expect(try await service.client.get(new.text("badge_url")).status == 200)
        }
    }
}

@Suite struct StatusBadgeTests {
    @Test func `every status has a word and a colour of its own`() throws {
        let statuses: [MonitorStatus] = [.new, .up, .late, .down, .paused]
        let pictures = statuses.map { StatusBadge(name: "Job", status: $0).svg }
        for (status, picture) in zip(statuses, pictures) { #expect(picture.contains(">\(status.rawValue)</text>")) }
        // The third part begins with the colour of the status, behind that of the name.
        let colors = pictures.map { $0.split(separator: "fill=\"")[2].prefix(7) }
        #expect(colors.allSatisfy { $0.first == "#" })
        #expect(Set(colors).count == statuses.count)
    }

    @Test(
        "names are texts, whatever is in them",
        arguments: [
            (#"</text><script>"a" & 'b'"#, "&lt;/text&gt;&lt;script&gt;&quot;a&quot; &amp; 'b'"), ("日次 ✓", "日次 ✓"),
            ("a\u{FFFE}b\u{FFFF}", "a\u{FFFD}b\u{FFFD}"),
            (String(repeating: "x", count: 41), String(repeating: "x", count: 40) + "…"),
        ]
    )
    func names(name: String, text: String) {
        let picture = StatusBadge(name: name, status: .up).svg
        #expect(picture.contains(">\(text)</text>"))
        #expect(picture.contains("<title>\(text): up</title>"))
        #expect(picture.contains("aria-label=\"\(text): up\""))
    }
}
