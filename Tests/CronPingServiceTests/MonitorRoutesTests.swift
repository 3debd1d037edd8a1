import HTTPCore
import TestKit
import Testing

@testable import CronPingService

@Suite struct MonitorRoutesTests {
    @Test func `it works`() async throws {
        try await Service.run { service in
            let signUp = try await service.client.post("/api/v1/signup", json: ["email": "owner@example.com"])
            #expect(signUp.status == 201)
            #expect(try signUp.json.names == ["api_key", "plan", "monitor_limit", "message"])
            #expect(try signUp.json["monitor_limit"] == 3)
            #expect(try signUp.json.text("api_key").hasPrefix("ch_"))
            let owner = service.client.authorized(try signUp.json.text("api_key"))

            let made = try await owner.post("/api/v1/monitors", json: ["name": "Nightly backup"])
            #expect(made.status == 201)
            let monitor = try made.json
            let id = try monitor.text("id")
            #expect(id.hasPrefix("mon_") && id.utf8.count == 24)
            #expect(made.header("Location") == "\(Service.baseURL)/api/v1/monitors/\(id)")
            #expect(try monitor.text("ping_url") == "\(Service.baseURL)/ping/\(monitor.text("token"))")
            #expect(try monitor.text("badge_url") == "\(Service.baseURL)/badge/\(monitor.text("badge_key")).svg")
            #expect(monitor["status"] == "new")

            #expect(try await service.client.get(monitor.text("ping_url")).text == "OK")
            let details = try await owner.details(of: monitor)
            #expect(details["status"] == "up")
            #expect(details["last_ping_at"] == "2026-04-20T09:00:00Z")
            #expect(details["next_expected_at"] == "2026-04-20T10:00:00Z")
            #expect(details["recent_pings"]?[0]?["kind"] == "success")

            let list = try await owner.get("/api/v1/monitors").json
            #expect(list["monitors"]?[0]?["id"] == .string(id))
            #expect(list["next_cursor"] == .null)

            #expect(try await owner.delete("/api/v1/monitors/\(id)").status == 204)
            #expect(try await owner.get("/api/v1/monitors/\(id)").status == 404)
            #expect(try await service.client.get(monitor.text("ping_url")).status == 404)
        }
    }

    @Test func `a name is enough`() async throws {
        try await Service.run { service in
            var monitor = try #require(try await service.signedUp().monitor(["name": "  Nightly  "]).objectValue)
            for random in ["id", "ping_url", "token", "badge_url", "badge_key"] { monitor[random] = nil }
            #expect(
                JSONValue.object(monitor) == [
                    "name": "Nightly", "description": nil, "tags": [], "status": "new", "schedule_minutes": 60, "schedule": nil,
                    "grace_minutes": 10, "grace_seconds": 600, "alert_email": "owner@example.com", "alert_webhook": nil,
                    "last_ping_at": nil,
                    "next_expected_at": nil, "ping_count": 0, "created_at": "2026-04-20T09:00:00Z",
                ]
            )
        }
    }

    @Test func `everything that can be said is kept`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let fields: JSONObject = [
                "name": "日次 ✓", "description": "two\nlines", "tags": ["prod", "db", "prod"], "schedule": " 0 9 * * MON-FRI ",
                "grace_seconds": 90,
                "alert_email": " Ops@example.com ", "alert_webhook": "https://example.com:8443/hook?a=1",
            ]
            let monitor = try await owner.monitor(fields)
            #expect(monitor["name"] == "日次 ✓")
            #expect(monitor["description"] == "two\nlines")
            #expect(monitor["tags"] == ["prod", "db"])
            #expect(monitor["schedule"] == "0 9 * * MON-FRI")
            #expect(monitor["schedule_minutes"] == .null)
            #expect(monitor["grace_seconds"] == 90)
            #expect(monitor["grace_minutes"] == .null)
            #expect(monitor["alert_email"] == "Ops@example.com")
            #expect(monitor["alert_webhook"] == "https://example.com:8443/hook?a=1")
            #expect(try await owner.get("/api/v1/monitors").json["monitors"]?[0] == monitor)
            let other = try await owner.monitor(["schedule_minutes": 525_600, "grace_minutes": 0])
            #expect(other["schedule_minutes"] == 525_600)
            #expect(other["grace_seconds"] == 0)
        }
    }

    static let refusedFields: [(JSONObject, [String])] = [
        (["name": nil], ["$.name null_not_allowed"]),
        (["name": ""], ["$.name too_short"]),
        (["name": "  "], ["$.name too_short"]),
        (["name": "a\nb"], ["$.name not_allowed"]),
        (["name": .string(String(repeating: "x", count: 201))], ["$.name too_long"]),
        (["name": 1, "schedule_minutes": "60"], ["$.name wrong_type", "$.schedule_minutes not_an_integer"]),
        (["schedule_minutes": 0], ["$.schedule_minutes out_of_range"]),
        (["schedule_minutes": 525_601], ["$.schedule_minutes out_of_range"]),
        (["grace_minutes": -1], ["$.grace_minutes out_of_range"]),
        (["grace_minutes": 1, "grace_seconds": 60], ["$.grace_seconds not_allowed"]),
        (["schedule": "0 9 * * *", "schedule_minutes": 5], ["$.schedule not_allowed"]),
        (["schedule": "0 25 * * *"], ["$.schedule invalid_cron_expression"]),
        (["schedule": "@reboot"], ["$.schedule never_runs"]),
        (["schedule": "0 0 31 2 *"], ["$.schedule never_runs"]),
        (["description": "\0"], ["$.description not_allowed"]),
        (["tags": ["a b"]], ["$.tags[0] not_allowed"]),
        (["tags": "a"], ["$.tags wrong_type"]),
        (["tags": ["a", ""]], ["$.tags[1] too_short"]),
        (["alert_email": ""], ["$.alert_email too_short"]),
        (["alert_email": "nobody"], ["$.alert_email invalid_email"]),
        (["alert_email": "no.body@example"], ["$.alert_email invalid_email"]),
        (["alert_email": "no..body@example.com"], ["$.alert_email invalid_email"]),
        (["alert_email": "nobody@-example.com"], ["$.alert_email invalid_email"]),
        (["alert_email": "nobody@example..com"], ["$.alert_email invalid_email"]),
        (["alert_email": "no body@example.com"], ["$.alert_email invalid_email"]),
        (["alert_email": "nobody@example.com\nBcc: all@example.com"], ["$.alert_email invalid_email"]),
        (["alert_email": .string(String(repeating: "x", count: 65) + "@example.com")], ["$.alert_email invalid_email"]),
        (["alert_webhook": "ftp://example.com/"], ["$.alert_webhook invalid_url"]),
        (["alert_webhook": "https:///path"], ["$.alert_webhook invalid_url"]),
        (["alert_webhook": "/path"], ["$.alert_webhook invalid_url"]),
        (["alert_webhook": "https://user:secret@example.com/"], ["$.alert_webhook invalid_url"]),
        (["alert_webhook": "https://example.com:65536/"], ["$.alert_webhook invalid_url"]),
        (["alert_webhook": "https://example.com/a b"], ["$.alert_webhook invalid_url"]),
        (["schedule_minuts": 5], ["$.schedule_minuts unknown_field"]),
    ]

    @Test("what a monitor cannot be", arguments: refusedFields.indices)
    func refusals(row: Int) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            var body: JSONObject = ["name": "Job"]
            for (name, value) in Self.refusedFields[row].0 { body[name] = value }
            let answer = try await owner.post("/api/v1/monitors", json: .object(body))
            #expect(answer.status == 400)
            #expect(try answer.code == "invalid_input")
            #expect(try answer.faults == Self.refusedFields[row].1)
            #expect(try await owner.get("/api/v1/monitors").json["monitors"] == [])
        }
    }

    @Test func `a body that is no object, no JSON or of another type is refused`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            #expect(try await owner.post("/api/v1/monitors", json: []).status == 400)
            #expect(try await owner.request("POST", "/api/v1/monitors", body: Array("{".utf8)).status == 400)
            #expect(
                try await owner.request("POST", "/api/v1/monitors", headers: ["Content-Type": "text/plain"], body: Array("{}".utf8)).status
                    == 415
            )
        }
    }

    @Test func `pages follow one another in the order of creation`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp(plan: "starter")
            for number in 1...5 { _ = try await owner.monitor(["name": .string("Job \(number)")]) }
            var names: [String] = []
            var path: String? = "/api/v1/monitors?limit=2"
            while let next = path {
                let answer = try await owner.get(next)
                names += try answer.json["monitors"]?.arrayValue?.map { try $0.text("name") } ?? []
                let link = answer.header("Link")
                let cursor = try answer.json["next_cursor"]?.stringValue
                #expect((link == nil) == (cursor == nil))
                path = link.flatMap { $0.split(separator: ">").first?.dropFirst() }.map(String.init)
            }
            #expect(names == ["Job 1", "Job 2", "Job 3", "Job 4", "Job 5"])
            #expect(try await owner.get("/api/v1/monitors?limit=5").json["next_cursor"] == .null)
            #expect(
                try await owner.get("/api/v1/monitors?limit=0&cursor=?").faults == [
                    "query.limit out_of_range", "query.cursor invalid_cursor",
                ]
            )
        }
    }

    @Test func `the last place of a plan is given once`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 { group.addTask { try await owner.post("/api/v1/monitors", json: ["name": "Job"]).status } }
                return try await group.reduce(into: [:]) { counts, status in counts[status, default: 0] += 1 }
            }
            #expect(statuses == [201: 3, 403: 17])
            #expect(try await owner.post("/api/v1/monitors", json: ["name": "Job"]).code == "plan_limit_reached")
            let other = try await service.signedUp("other@example.com")
            _ = try await other.monitor()
        }
    }

    @Test func `a pause ends with the pings that end a run, or by hand`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let monitor = try await owner.monitor()
            let (path, url) = ("/api/v1/monitors/\(try monitor.text("id"))", try monitor.text("ping_url"))
            _ = try await service.client.get(url)
            for _ in 0..<2 { #expect(try await owner.request("POST", path + "/pause").json["status"] == "paused") }
            service.clock.advance(seconds: 86_400)
            let paused = try await owner.get(path).json
            #expect(paused["status"] == "paused")
            #expect(paused["next_expected_at"] == .null)
            _ = try await service.client.get(url + "/log")
            #expect(try await owner.get(path).json["status"] == "paused")

            for _ in 0..<2 {
                let resumed = try await owner.request("POST", path + "/resume")
                #expect(resumed.status == 200)
                #expect(try resumed.json["status"] == "new", "the deadline of yesterday says nothing")
            }
            _ = try await service.client.get(url)
            #expect(try await owner.request("POST", path + "/resume").json["status"] == "up", "was not paused")

            _ = try await owner.request("POST", path + "/pause")
            _ = try await service.client.get(url)
            #expect(try await owner.get(path).json["status"] == "up")
        }
    }
}
