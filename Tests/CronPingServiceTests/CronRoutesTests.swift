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
            for from in ["2026-04-19T23:00:00-02:00", "1776646800", "2026-04-20T03:00:00+02:00", "2026-04-20T03:00:00%2B02:00"] {
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
            ("describe?expr=*+*+*+*+*&tz=Europe/Berln", ["query.tz unknown_time_zone"]),
            ("describe?expr=*+*+*+*+*&tz=../../etc/passwd", ["query.tz unknown_time_zone"]),
            ("describe?expr=*+*+*+*+*&flavor=cron&lang=fr", ["query.flavor not_allowed", "query.lang not_allowed"]),
            ("describe?expr=*+*+*+*+*&dow_start=2&month_start=x", ["query.dow_start out_of_range", "query.month_start not_an_integer"]),
            ("describe?expr=*+*+*+*+*&use_24h=maybe", ["query.use_24h wrong_type"]),
            ("explain", ["query.expr required"]), ("explain?expr=*+*+*+*+*&at=soon", ["query.at invalid_time"]),
            ("next?expr=*+*+*+*+*&tz=Mars&count=0", ["query.tz unknown_time_zone", "query.count out_of_range"]),
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

    @Test func `a schedule runs on the clock of the zone that is asked for`() async throws {
        try await Service.run { service in
            let path = "/api/v1/cron/next?expr=30+2+*+*+*&count=2&from=2027-03-27T12:00:00Z&tz="
            let berlin = try await service.client.get(path + "europe/berlin").json
            #expect(berlin["timezone"] == "Europe/Berlin")
            #expect(berlin["next_runs"] == ["2027-03-28T03:00:00+02:00", "2027-03-29T02:30:00+02:00"], "02:30 does not exist on the 28th")
            let utc = try await service.client.get(path + "utc").json
            #expect(utc["timezone"] == "UTC")
            #expect(utc["next_runs"] == ["2027-03-28T02:30:00Z", "2027-03-29T02:30:00Z"])
            let described = try await service.client.get("/api/v1/cron/describe?expr=30+2+*+*+*&tz=Europe/Berlin").json
            #expect(described["warnings"]?.arrayValue?.contains { $0.stringValue?.contains("2026-10-25") == true } == true)
        }
    }

    @Test func `systemd's and Quartz's schedules are read when they are asked for`() async throws {
        try await Service.run { service in
            let event = "/api/v1/cron/next?flavor=systemd&count=1&from=2026-04-20T00:00:00Z&expr=Mon..Fri+09:00"
            #expect(try await service.client.get(event).json["next_runs"] == ["2026-04-20T09:00:00Z"])
            let zoned = try await service.client.get(event + "+Asia/Tokyo").json
            #expect(zoned["next_runs"] == ["2026-04-21T09:00:00+09:00"])
            #expect(zoned["timezone"] == "Asia/Tokyo")
            #expect(try await service.client.get(event + "+Asia/Tokyo&tz=UTC").json["next_runs"] == ["2026-04-21T00:00:00Z"])
            #expect(try await service.client.get(event + "+Asia/Tokio").status == 400)
            let quartz = try await service.client.get("/api/v1/cron/describe?flavor=quartz&expr=0+0+12+?+*+2").json
            #expect(quartz["description"] == "At 12:00 PM, only on Monday")
            #expect(quartz["fields"]?.names == ["second", "minute", "hour", "day_of_month", "month", "day_of_week"])
        }
    }

    @Test(
        "the wording and the numbering follow the options",
        arguments: [
            ("expr=30+17+*+*+1", "At 05:30 PM, only on Monday"), ("expr=30+17+*+*+1&use_24h=true", "At 17:30, only on Monday"),
            ("expr=30+17+*+*+2&dow_start=1", "At 05:30 PM, only on Monday"),
            ("expr=30+5+*+*+1&trim_leading_zero=1", "At 5:30 AM, only on Monday"),
            ("expr=0+9+*+*+*&verbose=true", "At 09:00 AM, every day"),
            ("expr=0+9+1+0+*&month_start=0", "At 09:00 AM, on day 1 of the month, only in January"),
            ("expr=0+9+13+*+5", "At 09:00 AM, on day 13 of the month, or on Friday"),
            ("expr=0+9+13+*+5&logical_and_day_fields=true", "At 09:00 AM, on day 13 of the month, only on Friday"),
        ]
    )
    func options(query: String, description: String) async throws {
        try await Service.run { service in
            let answer = try await service.client.get("/api/v1/cron/describe?\(query)").json
            #expect(answer["description"] == .string(description))
        }
    }

    @Test func `descriptions come in other languages`() async throws {
        try await Service.run { service in
            let path = "/api/v1/cron/describe?expr=0+9+*+*+1-5&lang="
            let german = try #require(try await service.client.get(path + "de").json["description"]?.stringValue)
            let spanish = try #require(try await service.client.get(path + "es").json["description"]?.stringValue)
            #expect(german.contains("Montag bis Freitag"))
            #expect(spanish.contains("lunes"))
        }
    }

    @Test func `explain says why a job runs at a time, or not`() async throws {
        try await Service.run { service in
            let path = "/api/v1/cron/explain?expr=0+9+*+*+1-5&tz=Europe/Berlin&at="
            let no = try await service.client.get(path + "2026-04-20T08:00:00Z").json
            #expect(no["runs"] == false)
            #expect(no["at"] == "2026-04-20T10:00:00+02:00")
            #expect(no["previous"] == "2026-04-20T09:00:00+02:00")
            #expect(no["next"] == "2026-04-21T09:00:00+02:00")
            let refusing = no["fields"]?.arrayValue?.filter { $0["matches"] == false }
            #expect(refusing?.map { $0["field"] } == ["hour"])
            #expect(no["gaps"]?["longest_seconds"] == 262_800, "the weekend in which summer time ends")
            #expect(no["gaps"]?["is_even"] == false)
            let yes = try await service.client.get(path + "2026-04-20T07:00:00Z").json
            #expect(yes["runs"] == true)
            #expect(try await service.client.get("/api/v1/cron/explain?expr=@reboot").json["next"] == .null)
            let seconds = try await service.client.get("/api/v1/cron/explain?expr=*+*+*+*+*").json
            #expect(seconds["at"]?.stringValue?.hasSuffix(":00Z") == true, "now is asked about at its full minute")
            #expect(seconds["runs"] == true)
        }
    }

    @Test func `a day that depends on the month is no value`() async throws {
        try await Service.run { service in
            let fields = try await service.client.get("/api/v1/cron/describe?expr=0+9+L+*+*").json["fields"]
            #expect(fields?["day_of_month"]?.names == ["raw", "description"])
            let mixed = try await service.client.get("/api/v1/cron/describe?expr=0+9+L,15+*+*").json["fields"]
            #expect(mixed?["day_of_month"]?["values"] == [15])
        }
    }

    @Test func `validate tells what could be misunderstood of a valid one`() async throws {
        try await Service.run { service in
            let answer = try await service.client.get("/api/v1/cron/validate?expr=*/90+*+*+*+*").json
            #expect(answer["is_valid"] == true)
            #expect(answer["warnings"]?.arrayValue?.count == 1)
            let zone = try await service.client.get("/api/v1/cron/validate?flavor=systemd&expr=09:00+Asia/Tokio").json
            #expect(zone["is_valid"] == false)
        }
    }

    @Test("an expression that cannot be read is a problem with the engine's words", arguments: ["describe", "next", "explain"])
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
