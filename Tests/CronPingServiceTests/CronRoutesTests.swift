import HTTPCore
import TestKit
import Testing

@testable import CronPingService

@Suite struct CronRoutesTests {
    @Test func `describe answers as the original does`() async throws {
        try await Service.run { service in
            let answer = try await service.client.get("/api/v1/cron/describe?expr=0+9+*+*+1-5")
            #expect(answer.status == 200)
            let json = try answer.json
            #expect(json["expression"] == "0 9 * * 1-5")
            #expect(json["description"] == "At 09:00 AM, Monday through Friday")
            #expect(json["is_valid"] == true)
            #expect(json["fields"]?.names == ["minute", "hour", "day_of_month", "month", "day_of_week"])
            #expect(json["fields"]?["minute"]?["raw"] == "0")
            #expect(json["fields"]?["hour"]?["values"] == [9])
            #expect(json["fields"]?["month"]?.names == ["raw", "description"], "a star has no values")
            #expect(json["fields"]?["day_of_week"]?["values"] == [1, 2, 3, 4, 5])
            #expect(json["timezone"] == "UTC")
            #expect(json["warnings"] == [])
            #expect(json["next"]?[0] == "2026-04-21T09:00:00Z")
            #expect(json["next"]?.arrayValue?.count == 5)
            #expect(answer.header("RateLimit-Policy") == "\"cron-tools\";q=120;w=60")
        }
    }

    @Test func `describe knows a macro without times`() async throws {
        try await Service.run { service in
            let json = try await service.client.get("/api/v1/cron/describe?expr=@reboot").json
            #expect(json["fields"] == .null)
            #expect(json["next"] == [])
            #expect(json["is_valid"] == true)
        }
    }

    @Test func `next lists the times after now, or after a given time`() async throws {
        try await Service.run { service in
            let json = try await service.client.get("/api/v1/cron/next?expr=0+9+*+*+1-5&count=2").json
            #expect(json.names == ["expression", "description", "next_runs", "count", "timezone"])
            #expect(json["next_runs"] == ["2026-04-21T09:00:00Z", "2026-04-22T09:00:00Z"])
            #expect(json["count"] == 2)
            #expect(json["timezone"] == "UTC")
            for from in ["2026-04-19T23:00:00-02:00", "1776646800"] {
                let given = try await service.client.get("/api/v1/cron/next?expr=0+9+*+*+1-5&count=1&from=\(from)").json
                #expect(given["next_runs"] == ["2026-04-20T09:00:00Z"])
            }
            #expect(try await service.client.get("/api/v1/cron/next?expr=0+0+31+2+*").json["next_runs"] == [])
        }
    }

    @Test(
        "next begins wherever the calendar does, and ends where it does",
        arguments: [
            ("1969-12-31T00:00:00Z", "1970-01-01T00:00:00Z"), ("-86400", "1970-01-01T00:00:00Z"),
            ("0001-01-01T00:00:00%2B14:00", "0002-01-01T00:00:00Z"), ("-62135596800", "0002-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59-14:00", nil), ("253402300799", nil),
        ] as [(String, String?)]
    )
    func edges(from: String, first: String?) async throws {
        try await Service.run { service in
            let answer = try await service.client.get("/api/v1/cron/next?expr=@yearly&count=1&from=\(from)")
            #expect(answer.status == 200)
            #expect(try answer.json["next_runs"] == .array(first.map { [JSONValue.string($0)] } ?? []))
        }
    }

    @Test func `next gives more to those who have a key`() async throws {
        try await Service.run { service in
            let path = "/api/v1/cron/next?expr=*+*+*+*+*&count="
            #expect(try await service.client.get(path + "10").json["count"] == 10)
            #expect(try await service.client.get(path + "11").faults == ["query.count out_of_range"])
            let owner = try await service.signedUp()
            #expect(try await owner.get(path + "100").json["count"] == 100)
            #expect(try await owner.get(path + "101").faults == ["query.count out_of_range"])
            #expect(try await service.client.authorized("ch_wrong").get(path + "5").status == 401)
        }
    }

    @Test func `validate says what is wrong and what was probably meant`() async throws {
        try await Service.run { service in
            let wrong = try await service.client.get("/api/v1/cron/validate?expr=0+25+*+*+*")
            #expect(wrong.status == 200)
            #expect(try wrong.json == ["expression": "0 25 * * *", "is_valid": false, "error": "Hour value 25 out of range (0-23)"])
            let right = try await service.client.get("/api/v1/cron/validate?expr=0+5+*+*+*")
            #expect(try right.json == ["expression": "0 5 * * *", "is_valid": true, "error": nil])
            let repaired = try await service.client.get("/api/v1/cron/validate?expr=0+24+*+*+*").json
            #expect(repaired["suggestion"] == "0 0 * * *")
            #expect(try await service.client.get("/api/v1/cron/validate?expr=").json["is_valid"] == false)
        }
    }

    @Test(
        "what the tools refuse",
        arguments: [
            ("describe", ["query.expr required"]), ("next", ["query.expr required"]), ("validate", ["query.expr required"]),
            ("describe?expr=*+*+*+*+*&tz=Europe/Berlin", ["query.tz not_allowed"]),
            ("next?expr=*+*+*+*+*&tz=Mars&count=0", ["query.count out_of_range", "query.tz not_allowed"]),
            ("next?expr=*+*+*+*+*&from=soon", ["query.from invalid_time"]),
            ("next?expr=*+*+*+*+*&from=253402300800", ["query.from invalid_time"]),
            ("next?expr=*+*+*+*+*&from=-62135596801", ["query.from invalid_time"]),
            ("next?expr=*+*+*+*+*&from=2026-02-30T00:00:00Z", ["query.from invalid_time"]),
            ("next?expr=*+*+*+*+*&count=five", ["query.count not_an_integer"]),
        ]
    )
    func refusals(path: String, faults: [String]) async throws {
        try await Service.run { service in
            let answer = try await service.client.get("/api/v1/cron/\(path)")
            #expect(answer.status == 400)
            #expect(try answer.faults == faults)
        }
    }

    @Test("an expression that cannot be read is a problem with the engine's words", arguments: ["describe", "next"])
    func invalidExpression(tool: String) async throws {
        try await Service.run { service in
            let answer = try await service.client.get("/api/v1/cron/\(tool)?expr=0+25+*+*+*")
            #expect(answer.status == 400)
            #expect(try answer.code == "invalid_cron_expression")
            #expect(try answer.json["error"] == "Hour value 25 out of range (0-23)")
        }
    }

    @Test func `without a key an address is limited, with one it is not`() async throws {
        try await Service.run(environment: ["CRON_TOOLS_PER_MINUTE": "2"]) { service in
            let path = "/api/v1/cron/validate?expr=*+*+*+*+*"
            #expect(try await service.client.get(path).status == 200)
            #expect(try await service.client.get("/api/v1/cron/describe?expr=nonsense").status == 400, "counts, too")
            let refused = try await service.client.get(path)
            #expect(refused.status == 429)
            #expect(refused.header("Retry-After").flatMap(Int.init) ?? 0 > 0)
            let owner = try await service.signedUp()
            for _ in 0..<5 { #expect(try await owner.get(path).status == 200) }
        }
    }
}
