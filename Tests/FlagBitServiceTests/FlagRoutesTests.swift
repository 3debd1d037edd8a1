import Database
import HTTPCore
import TestKit
import Testing
import Timekeeping

@testable import FlagBitService

@Suite struct FlagRoutesTests {
    private static let rules: JSONValue = [
        ["conditions": [["attribute": "country", "operator": "in", "value": ["US", "CA"]]], "value": "true"],
        ["conditions": [["attribute": "user_id", "operator": "percent", "value": 25]], "value": "true"],
    ]

    @Test func `a flag is shown as it was made`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let answer = try await owner.client.post(
                owner.flags,
                json: ["key": "new-checkout", "name": "New checkout", "rules": Self.rules]
            )
            let expected: JSONValue = [
                "key": "new-checkout", "name": "New checkout", "description": nil, "tags": [], "enabled": true, "type": "boolean",
                "rules": Self.rules, "created_at": "2026-04-20T09:00:00Z", "updated_at": "2026-04-20T09:00:00Z",
            ]
            #expect(answer.status == 201)
            #expect(answer.header("Location") == "https://flagbit.test\(owner.flags)/new-checkout")
            #expect(try answer.json == expected)
            #expect(try answer.json.names == expected.names)
            #expect(try await owner.client.get("\(owner.flags)/new-checkout").json == expected)
            #expect(try await owner.client.get(owner.flags).json == ["flags": [expected], "next_cursor": nil])
        }
    }

    @Test func `values keep their digits`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let json = #"{"key":"f","type":"json","default_value":{"b":9007199254740991,"a":[10.0,1.50,0,"",false,null]},"off_value":null}"#
            _ = try await owner.client.request("POST", owner.flags, body: Array(json.utf8))
            let shown = try await owner.client.get("\(owner.flags)/f").text
            #expect(shown.contains(#""default_value":{"b":9007199254740991,"a":[10.0,1.50,0,"",false,null]},"off_value":null"#))
        }
    }

    @Test func `a change names any of the fields, and the others stay`() async throws {
        let clock = TestClock()
        try await Service.run(clock: clock) { service in
            let owner = try await service.signedUp()
            var expected =
                try await owner.flag(["key": "a", "rules": Self.rules, "description": "Old", "off_value": false]).objectValue ?? [:]
            let changes: [JSONObject] = [
                ["enabled": false], ["name": "A"], ["tags": ["beta"]], ["rules": []], ["default_value": true], ["variants": ["yes": true]],
                [:],
            ]
            for change in changes {
                clock.advance(seconds: 1)
                for (name, value) in change { expected[name] = value }
                expected["updated_at"] = .string(clock.now.rfc3339)
                let answer = try await owner.client.send("PUT", "\(owner.flags)/a", json: .object(change))
                #expect(answer.status == 200)
                #expect(try answer.json == .object(expected))
                #expect(try await owner.client.get("\(owner.flags)/a").json == .object(expected))
            }
            // What an answer shows can be sent back as it is.
            let answer = try await owner.client.send("PUT", "\(owner.flags)/a", json: .object(expected))
            #expect(try answer.json == .object(expected))
        }
    }

    @Test func `null takes a field back`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let made = try await owner.flag(["key": "a"])
            _ = try await owner.client.send(
                "PUT",
                "\(owner.flags)/a",
                json: ["name": "A", "description": "d", "tags": ["t"], "enabled": false, "off_value": true, "variants": ["v": true]]
            )
            let answer = try await owner.client.send(
                "PUT",
                "\(owner.flags)/a",
                json: ["key": nil, "name": nil, "description": nil, "tags": nil, "enabled": nil, "off_value": nil, "variants": nil]
            )
            #expect(try answer.json == made, "the key cannot be taken back")
        }
    }

    @Test func `a change that makes no sense changes nothing`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let made = try await owner.flag(["key": "a", "rules": Self.rules])
            let refused = try await owner.client.send(
                "PUT",
                "\(owner.flags)/a",
                json: ["type": "integer", "default_value": "1", "tags": [""], "nmae": "A"]
            )
            #expect(refused.status == 400)
            #expect(try refused.faults == ["$.tags[0] too_short", "$.default_value wrong_type", "$.nmae unknown_field"])
            #expect(try await owner.client.get("\(owner.flags)/a").json == made)
            #expect(try await owner.evaluate("a", ["country": "US"])["value"] == true)
        }
    }

    @Test(
        "a change that does not fit the flag as it is changes nothing",
        arguments: [
            (["type": "integer", "key": "b"], ["$.key not_allowed", "$.rules[0].value wrong_type", "$.rules[1].value wrong_type"]),
            (["default_value": "maybe", "off_value": 1], ["$.default_value wrong_type", "$.off_value wrong_type"]),
            (["variants": ["on": "yes"]], ["$.variants.on wrong_type"]), (["rules": [["value": 1]]], ["$.rules[0].value wrong_type"]),
        ] as [(JSONValue, [String])]
    )
    func conflict(change: JSONValue, faults: [String]) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let made = try await owner.flag(["key": "a", "rules": Self.rules])
            let refused = try await owner.client.send("PUT", "\(owner.flags)/a", json: change)
            #expect(refused.status == 409)
            #expect(try refused.code == "conflict")
            #expect(try refused.faults == faults)
            #expect(try await owner.client.get("\(owner.flags)/a").json == made)
            #expect(try await owner.evaluate("a", ["country": "US"])["value"] == true)
        }
    }

    @Test func `what fits no boolean may fit a flag of another type`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a", "type": "json"])
            let change: JSONValue = ["default_value": ["a": [1, nil]], "off_value": nil]
            let answer = try await owner.client.send("PUT", "\(owner.flags)/a", json: change)
            #expect(answer.status == 200)
            #expect(try answer.json["default_value"] == ["a": [1, nil]])
            #expect(try answer.json["off_value"] == .null)
        }
    }

    @Test func `a key is taken once in each project`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            let refused = try await owner.client.post(owner.flags, json: ["key": "a"])
            #expect(refused.status == 409)
            #expect(try refused.code == "flag_key_taken")
            let other = try await owner.client.post("/api/v1/projects", json: ["name": "Other"]).json["id"]?.integerValue
            #expect(try await owner.client.post("/api/v1/projects/\(#require(other))/flags", json: ["key": "a"]).status == 201)
            #expect(try await owner.client.delete("\(owner.flags)/a").status == 204)
            #expect(try await owner.client.post(owner.flags, json: ["key": "a"]).status == 201)
        }
    }

    @Test func `the plan limits the flags of each project, however many are made at once`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<40 {
                    group.addTask { try await owner.client.post(owner.flags, json: ["key": .string("flag-\(number)")]).status }
                }
                return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            }
            #expect(statuses == [201: 25, 403: 15])
            #expect(try await owner.client.post(owner.flags, json: ["key": "more"]).code == "plan_limit_reached")
            #expect(try await owner.client.get("\(owner.flags)?limit=100").json["flags"]?.arrayValue?.count == 25)
            #expect(try await owner.sdk.post("/api/v1/evaluate", json: [:]).json["flags"]?.objectValue?.count == 25)
        }
    }

    @Test func `the rules and conditions of all flags of a project have a limit`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let condition: JSONValue = ["attribute": "a", "operator": "eq", "value": 1]
            let rule: JSONValue = ["conditions": .array(Array(repeating: condition, count: 999)), "value": true]
            for number in 0..<20 { try await owner.flag(["key": .string("flag-\(number)"), "rules": [rule]]) }
            try await owner.flag(["key": "small"])
            let more: JSONValue = ["key": "more", "rules": [["value": true]]]
            for refused in [
                try await owner.client.post(owner.flags, json: more),
                try await owner.client.send("PUT", "\(owner.flags)/small", json: ["rules": [["value": true]]]),
            ] {
                #expect(refused.status == 422)
                #expect(try refused.code == "project_too_large")
            }
            #expect(try await owner.client.send("PUT", "\(owner.flags)/flag-0", json: ["rules": []]).status == 200)
            #expect(try await owner.client.post(owner.flags, json: more).status == 201)
        }
    }

    @Test func `a project that is too large already can be changed, but not grow`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for key in ["a", "b"] { try await owner.flag(["key": .string(key), "rules": Self.rules]) }
            try await service.database.write { try $0.execute("UPDATE flags SET part_count = 20000 WHERE key = 'a'") }
            var rules = Self.rules.arrayValue ?? []
            rules.append(["value": "true"])
            let changes: [(JSONValue, Int)] = [(["name": "B"], 200), (["rules": .array(rules)], 422), (["rules": []], 200)]
            for (change, status) in changes {
                #expect(try await owner.client.send("PUT", "\(owner.flags)/b", json: change).status == status)
            }
        }
    }

    @Test func `the definitions of all flags of a project have a limit`() async throws {
        func flag(_ number: Int) -> JSONValue {
            ["key": .string("flag-\(number)"), "type": "json", "default_value": .string(String(repeating: "x", count: 60_000))]
        }
        try await Service.run { service in
            let owner = try await service.signedUp(plan: "starter")
            var answer = try await owner.client.post(owner.flags, json: flag(10))
            var made = 0
            while answer.status == 201 {
                made += 1
                answer = try await owner.client.post(owner.flags, json: flag(10 + made))
            }
            let size = FlagSize(of: try FlagDraft(flag(10)).definition)
            #expect(try answer.code == "project_too_large")
            #expect(made == (4 << 20) / size.bytes)
        }
    }

    @Test func `a body beyond 64 KB is refused, and so is a flag that grows beyond it`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let half = JSONValue.string(String(repeating: "x", count: 40_000))
            let whole = try await owner.client.post(owner.flags, json: ["key": "a", "type": "json", "default_value": [half, half]])
            #expect(whole.status == 413)
            try await owner.flag(["key": "a", "type": "json", "default_value": half])
            let grown = try await owner.client.send("PUT", "\(owner.flags)/a", json: ["off_value": half])
            #expect(grown.status == 409)
            #expect(try grown.faults == ["$ too_long"])
        }
    }
}
