import Database
import HTTPCore
import TestKit
import Testing
import Timekeeping

@testable import FlagBitService

@Suite struct SegmentRoutesTests {
    private static let conditions: JSONValue = [
        [
            "any": [
                ["attribute": "email", "operator": "ends_with", "value": "@example.com", "ignore_case": true],
                ["none": [["attribute": "plan", "operator": "eq", "value": "free", "negate": true]], "negate": true],
            ]
        ]
    ]

    @Test func `a segment is shown as it was made`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let answer = try await owner.client.post(owner.segments, json: ["key": "beta", "conditions": Self.conditions])
            let expected: JSONValue = [
                "key": "beta", "name": "beta", "description": nil, "conditions": Self.conditions, "created_at": "2026-04-20T09:00:00Z",
                "updated_at": "2026-04-20T09:00:00Z",
            ]
            #expect(answer.status == 201)
            #expect(answer.header("Location") == "https://flagbit.test\(owner.segments)/beta")
            #expect(try answer.json == expected)
            #expect(try answer.json.names == expected.names)
            #expect(try await owner.client.get("\(owner.segments)/beta").json == expected)
            #expect(try await owner.client.get(owner.segments).json == ["segments": [expected], "next_cursor": nil])
        }
    }

    @Test func `numbers keep their digits`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let json = #"{"key":"a","conditions":[{"attribute":"age","operator":"in","value":[1.50,9007199254740993]}]}"#
            _ = try await owner.client.request("POST", owner.segments, body: Array(json.utf8))
            #expect(try await owner.client.get("\(owner.segments)/a").text.contains(#""value":[1.50,9007199254740993]"#))
        }
    }

    @Test func `a change names any of the fields, and the others stay`() async throws {
        let clock = TestClock()
        try await Service.run(clock: clock) { service in
            let owner = try await service.signedUp()
            var expected = try await owner.segment(["key": "a", "conditions": Self.conditions]).objectValue ?? [:]
            let changes: [JSONObject] = [["name": "A"], ["description": "Who\ntests"], ["conditions": []], [:]]
            for change in changes {
                clock.advance(seconds: 1)
                for (name, value) in change { expected[name] = value }
                expected["updated_at"] = .string(clock.now.rfc3339)
                let answer = try await owner.client.send("PUT", "\(owner.segments)/a", json: .object(change))
                #expect(answer.status == 200)
                #expect(try answer.json == .object(expected))
                #expect(try await owner.client.get("\(owner.segments)/a").json == .object(expected))
            }
            // What an answer shows can be sent back as it is.
            #expect(try await owner.client.send("PUT", "\(owner.segments)/a", json: .object(expected)).json == .object(expected))
        }
    }

    @Test func `null takes a field back`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let made = try await owner.segment(["key": "a"])
            let full: JSONValue = ["name": "A", "description": "d", "conditions": Self.conditions]
            #expect(try await owner.client.send("PUT", "\(owner.segments)/a", json: full).json["name"] == "A")
            let none: JSONValue = ["key": nil, "name": nil, "description": nil, "conditions": nil]
            #expect(try await owner.client.send("PUT", "\(owner.segments)/a", json: none).json == made, "the key cannot be taken back")
        }
    }

    @Test(
        "all faults of a segment are found at once",
        arguments: [
            (#"{}"#, ["$.key required"]), (#"7"#, ["$ wrong_type"]), (#"{"key": "a b"}"#, ["$.key invalid_key"]),
            (#"{"key": null, "name": ""}"#, ["$.name too_short", "$.key required"]),
            (#"{"key": "a", "tags": [], "rules": []}"#, ["$.tags unknown_field", "$.rules unknown_field"]),
            (#"{"key": "a", "conditions": {}}"#, ["$.conditions wrong_type"]),
            (
                #"{"key": "a", "conditions": [{"all": [{"attribute": "u", "operator": "percent", "value": 5}]}]}"#,
                ["$.conditions[0].all[0].operator percentage_in_segment"]
            ),
            (
                #"{"key": "a", "name": "\n", "conditions": [{"attribute": "a", "operator": "lt", "value": 1, "ignore_case": true}]}"#,
                ["$.name not_allowed", "$.conditions[0].ignore_case case_not_applicable"]
            ),
        ] as [(String, [String])]
    )
    func faults(body: String, faults: [String]) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let refused = try await owner.client.request("POST", owner.segments, body: Array(body.utf8))
            #expect(refused.status == 400)
            #expect(try Set(refused.faults) == Set(faults))
        }
    }

    @Test func `a change that makes no sense changes nothing, and neither does one that does not fit`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let made = try await owner.segment(["key": "a", "conditions": Self.conditions])
            let changes: [(JSONValue, Int, [String])] = [
                (
                    ["name": "", "conditions": [["any": 1]], "nme": 1], 400,
                    ["$.name too_short", "$.conditions[0].any wrong_type", "$.nme unknown_field"]
                ),
                (["key": "b"], 409, ["$.key not_allowed"]), (["key": "!"], 400, ["$.key invalid_key"]),
            ]
            for (change, status, faults) in changes {
                let refused = try await owner.client.send("PUT", "\(owner.segments)/a", json: change)
                #expect(refused.status == status)
                #expect(try refused.faults == faults)
                #expect(try await owner.client.get("\(owner.segments)/a").json == made)
            }
        }
    }

    @Test func `a key is taken once in each project`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.segment(["key": "a"])
            // Keys of flags are others.
            try await owner.flag(["key": "a"])
            let refused = try await owner.client.post(owner.segments, json: ["key": "a"])
            #expect(refused.status == 409)
            #expect(try refused.code == "segment_key_taken")
            let other = try await owner.client.post("/api/v1/projects", json: ["name": "Other"]).json["id"]?.integerValue
            #expect(try await owner.client.post("/api/v1/projects/\(#require(other))/segments", json: ["key": "a"]).status == 201)
            #expect(try await owner.client.delete("\(owner.segments)/a").status == 204)
            #expect(try await owner.client.get("\(owner.segments)/a").code == "segment_not_found")
            #expect(try await owner.client.post(owner.segments, json: ["key": "a"]).status == 201)
        }
    }

    @Test func `a list has pages`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for number in 0..<5 { try await owner.segment(["key": .string("segment-\(number)")]) }
            var (keys, path): ([String], String?) = ([], "\(owner.segments)?limit=2")
            var pages = 0
            while let next = path {
                let page = try await owner.client.get(next).json
                keys += try (page["segments"]?.arrayValue ?? []).map { try $0.text("key") }
                path = page["next_cursor"]?.stringValue.map { "\(owner.segments)?limit=2&cursor=\($0)" }
                pages += 1
            }
            #expect(keys == (0..<5).map { "segment-\($0)" })
            #expect(pages == 3)
        }
    }

    @Test func `a segment that is asked for twice is made once`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let key = ["Idempotency-Key": "9d2b8d6e-6f0e-4a57-8a0c-2a0f4a1c7f10"]
            let first = try await owner.client.post(owner.segments, json: ["key": "a"], headers: key)
            let second = try await owner.client.post(owner.segments, json: ["key": "a"], headers: key)
            #expect([first.status, second.status] == [201, 201])
            #expect(second.header("Idempotent-Replayed") == "true")
            #expect(second.body == first.body)
            #expect(try await owner.client.post(owner.segments, json: ["key": "b"], headers: key).code == "idempotency_key_reused")
            #expect(try await owner.client.get(owner.segments).json["segments"]?.arrayValue?.count == 1)
        }
    }

    @Test func `a change of a segment is what the next evaluation sees`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.segment(["key": "beta", "conditions": [["attribute": "id", "operator": "eq", "value": 0]]])
            let condition: JSONValue = ["attribute": "", "operator": "in_segment", "value": "beta"]
            try await owner.flag(["key": "a", "rules": [["conditions": [condition], "value": true]]])
            #expect(try await owner.evaluate("a", ["id": 0])["value"] == true)
            for number in 1...20 {
                let change: JSONValue = ["conditions": [["attribute": "id", "operator": "eq", "value": .integer(number)]]]
                #expect(try await owner.client.send("PUT", "\(owner.segments)/beta", json: change).status == 200)
                #expect(try await owner.evaluate("a", ["id": .integer(number)])["value"] == true)
                #expect(try await owner.evaluate("a", ["id": .integer(number - 1)])["value"] == false)
            }
        }
    }
}

// MARK: Limits

extension SegmentRoutesTests {
    private static func conditions(_ count: Int) -> JSONValue {
        .array(Array(repeating: ["attribute": "a", "operator": "eq", "value": 1], count: count))
    }

    @Test func `conditions are counted at any depth`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            func segment(_ count: Int) -> JSONValue { ["key": "a", "conditions": [["all": [["any": Self.conditions(count)]]]]] }
            let refused = try await owner.client.post(owner.segments, json: segment(999))
            #expect(refused.status == 400)
            #expect(try refused.faults == ["$.conditions too_long"])
            #expect(try refused.json["errors"]?[0]?["message"] == "must have at most 1000 conditions, not 1001")
            try await owner.segment(segment(998))
        }
    }

    @Test func `a segment that grows beyond 64 KB is refused`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let long = JSONValue.string(String(repeating: "x", count: 65_000))
            try await owner.segment(["key": "a", "conditions": [["attribute": "a", "operator": "eq", "value": long]]])
            let description = JSONValue.string(String(repeating: "x", count: 1_000))
            let refused = try await owner.client.send("PUT", "\(owner.segments)/a", json: ["description": description])
            #expect(refused.status == 409)
            #expect(try refused.faults == ["$ too_long"])
        }
    }

    @Test func `segments count towards what a project may have`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for number in 0..<10 {
                try await owner.segment(["key": .string("segment-\(number)"), "conditions": Self.conditions(1_000)])
                let rule: JSONValue = ["conditions": Self.conditions(999), "value": true]
                try await owner.flag(["key": .string("flag-\(number)"), "rules": [rule]])
            }
            for refused in [
                try await owner.client.post(owner.segments, json: ["key": "more", "conditions": Self.conditions(1)]),
                try await owner.client.post(owner.flags, json: ["key": "more", "rules": [["value": true]]]),
            ] {
                #expect(refused.status == 422)
                #expect(try refused.code == "project_too_large")
            }
            #expect(try await owner.client.send("PUT", "\(owner.segments)/segment-0", json: ["name": "A"]).status == 200)
            #expect(
                try await owner.client.send("PUT", "\(owner.segments)/segment-0", json: ["conditions": Self.conditions(1)]).status == 200
            )
            #expect(try await owner.client.post(owner.flags, json: ["key": "more", "rules": [["value": true]]]).status == 201)
        }
    }

    @Test func `a project has at most 500 segments`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await service.database.write { connection in
                for number in 0..<499 { try connection.addSegment("segment-\(number)", project: 1) }
            }
            try await owner.segment(["key": "last"])
            let refused = try await owner.client.post(owner.segments, json: ["key": "more"])
            #expect(refused.status == 422)
            #expect(try refused.code == "project_too_large")
            #expect(try await owner.client.delete("\(owner.segments)/last").status == 204)
            #expect(try await owner.client.post(owner.segments, json: ["key": "more"]).status == 201)
        }
    }
}
