import HTTPCore
import TestKit
import Testing

@testable import FlagBitService

@Suite struct ExplanationRoutesTests {
    @Test func `an explanation says what was found and what came of it`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.segment(["key": "eu", "conditions": [["attribute": "country", "operator": "in", "value": ["DE", "FR"]]]])
            try await owner.flag(["key": "base"])
            let conditions: JSONValue = [
                ["operator": "in_segment", "value": "eu", "negate": true],
                ["any": [["attribute": "plan", "operator": "eq", "value": "pro"], ["attribute": "age", "operator": "exists"]]],
                ["attribute": "user_id", "operator": "percent", "value": 100],
            ]
            try await owner.flag([
                "key": "a", "prerequisites": [["flag": "base"]], "rules": [["conditions": conditions, "value": true]],
            ])
            let context: JSONValue = ["context": ["country": "DE", "plan": "pro", "user_id": "u"]]
            let one = try await owner.sdk.post("/api/v1/evaluate/a?explain=true", json: context).json
            #expect(one["value"] == false)
            #expect(one["reason"] == "default")
            #expect(one["bucket"] == .null)
            let explanation = try #require(one["explanation"])
            #expect(explanation["prerequisites"] == [["flag": "base", "wanted": true, "value": true, "fulfilled": true]])
            let rule = try #require(explanation["rules"]?[0])
            #expect(rule["matched"] == false)
            #expect(
                rule["conditions"]?[0] == [
                    "operator": "in_segment", "value": "eu", "negate": true, "segments": ["eu": true], "matched": false,
                ]
            )
            #expect(
                rule["conditions"]?[1] == [
                    "any": [
                        ["attribute": "plan", "operator": "eq", "value": "pro", "found": "pro", "matched": true],
                        ["attribute": "age", "operator": "exists", "matched": false],
                    ],
                    "matched": true,
                ]
            )
            let percentage = try #require(rule["conditions"]?[2])
            #expect(percentage["threshold"]?.numberValue?.double == 1)
            #expect(percentage["matched"] == true)
            let bucket = try #require(percentage["bucket"]?.numberValue?.double)
            #expect((0..<1).contains(bucket))
            let eu: JSONValue = [
                "matched": true,
                "conditions": [["attribute": "country", "operator": "in", "value": ["DE", "FR"], "found": "DE", "matched": true]],
            ]
            #expect(one["segments"] == ["eu": eu])

            let all = try await owner.sdk.post("/api/v1/evaluate?explain=true", json: context).json
            #expect(all["flags"]?["a"]?["explanation"] == explanation)
            #expect(all["segments"] == ["eu": eu])
            let decided = try await owner.sdk.post("/api/v1/evaluate/a?explain=1", json: ["context": ["plan": "pro", "user_id": "u"]]).json
            #expect(decided["reason"] == "percentage_rollout")
            #expect(decided["bucket"] == percentage["bucket"])
        }
    }

    @Test func `nothing is explained unless it is asked`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            for query in ["", "?explain=false", "?explain=0"] {
                let answer = try await owner.sdk.post("/api/v1/evaluate/a\(query)", json: [:]).json
                #expect(answer.names == ["key", "value", "variant", "reason", "rule"])
            }
            #expect(try await owner.sdk.post("/api/v1/evaluate/a?explain=maybe", json: [:]).status == 400)
        }
    }

    @Test func `long values that were found are not repeated`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag([
                "key": "a", "rules": [["conditions": [["attribute": "b", "operator": "eq", "value": 1]], "value": true]],
            ])
            let context: JSONValue = ["context": ["b": .string(String(repeating: "x", count: 1_000))]]
            let answer = try await owner.sdk.post("/api/v1/evaluate/a?explain=true", json: context).json
            let condition = try #require(answer["explanation"]?["rules"]?[0]?["conditions"]?[0])
            #expect(condition["found"] == nil)
            #expect(condition["found_kind"] == "a string")
        }
    }

    @Test func `who asks for a flag again and again gets it once`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for key in ["a", "b"] { try await owner.flag(["key": .string(key)]) }
            let answer = try await owner.sdk.post("/api/v1/evaluate", json: ["flags": ["b", "a", "b", "b"]]).json
            #expect(answer["flags"]?.names == ["b", "a"])
        }
    }

    @Test func `the playground refuses what would take long`() async throws {
        try await Service.run { service in
            let large = "(.{1,100}a.{1,100}){2}z"
            let condition: JSONValue = ["attribute": "a", "operator": "regex", "value": .string(large)]
            let flag: JSONValue = ["rules": [["conditions": .array(Array(repeating: condition, count: 50)), "value": true]]]
            let flags = try await service.client.post("/api/v1/evaluate-playground", json: ["flags": ["a": flag]])
            #expect(try flags.faults == ["$.flags too_costly"])
            let rule: JSONValue = ["attribute": "a", "operator": "regex", "value": .string(large), "result": 1]
            let rules: JSONValue = ["rules": .array(Array(repeating: rule, count: 50))]
            let answer = try await service.client.post("/api/v1/evaluate-playground", json: rules)
            #expect(try answer.faults == ["$.rules too_costly"])
        }
    }

    @Test func `the playground knows segments and prerequisites, and refuses circles`() async throws {
        try await Service.run { service in
            let eu: JSONValue = ["conditions": [["attribute": "country", "operator": "eq", "value": "DE"]]]
            let inEU: JSONValue = ["rules": [["conditions": [["operator": "in_segment", "value": "eu"]], "value": true]]]
            func play(_ flags: JSONValue, _ segments: JSONValue) async throws -> TestResponse {
                let body: JSONValue = ["flags": flags, "segments": segments, "context": ["country": "DE"]]
                return try await service.client.post("/api/v1/evaluate-playground", json: body)
            }
            let answer = try await play(["a": inEU, "b": ["prerequisites": [["flag": "a"]]]], ["eu": eu])
            #expect(try answer.json["flags"]?["a"]?["value"] == true)
            #expect(try answer.json["flags"]?["b"]?["value"] == true)
            let circle: JSONValue = ["a": ["prerequisites": [["flag": "b"]]], "b": ["prerequisites": [["flag": "a"]]]]
            #expect(try await play(circle, [:]).faults == ["$.flags.a.prerequisites[0].flag cycle"])
            #expect(try await play(["a": inEU], [:]).faults == ["$.flags.a.rules[0].conditions[0].value unknown_segment"])
            let selfish: JSONValue = ["eu": ["conditions": [["operator": "in_segment", "value": "eu"]]]]
            #expect(try await play(["a": inEU], selfish).faults == ["$.segments.eu.conditions[0].value cycle"])
            #expect(try await play([:], ["eu": ["conditions": [["attribute": "a", "operator": "like", "value": 1]]]]).faults.count == 1)
        }
    }
}
