import HTTPCore
import TestKit
import Testing

@testable import FlagBitService

@Suite struct EvaluationRoutesTests {
    private static let checkout: JSONValue = [
        "key": "new-checkout",
        "rules": [
            ["conditions": [["attribute": "country", "operator": "in", "value": ["US", "CA"]]], "value": "true"],
            ["conditions": [["attribute": "user_id", "operator": "percent", "value": 100]], "value": "true"],
        ],
    ]

    @Test func `every answer has a value and its reason`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(Self.checkout)
            try await owner.flag(["key": "banner", "type": "string", "variants": ["summer": "sun"], "default_value": "sun"])
            try await owner.flag(["key": "quiet", "type": "string", "enabled": false])
            let answer = try await owner.sdk.post("/api/v1/evaluate", json: ["context": ["user_id": "u1", "country": "US"]])
            #expect(answer.status == 200)
            #expect(
                answer.text == """
                    {"flags":{\
                    "banner":{"value":"sun","variant":"summer","reason":"default","rule":null},\
                    "new-checkout":{"value":true,"variant":"on","reason":"targeting_match","rule":0},\
                    "quiet":{"value":null,"variant":null,"reason":"disabled","rule":null}}}
                    """
            )
            let other = try await owner.evaluate("new-checkout", ["user_id": "u1"])
            #expect(other == ["key": "new-checkout", "value": true, "variant": "on", "reason": "percentage_rollout", "rule": 1])
            let nobody = try await owner.evaluate("new-checkout")
            #expect(nobody == ["key": "new-checkout", "value": false, "variant": "off", "reason": "default", "rule": nil])
        }
    }

    @Test func `a disabled boolean flag is off`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a", "enabled": false])
            #expect(try await owner.evaluate("a") == ["key": "a", "value": false, "variant": "off", "reason": "disabled", "rule": nil])
        }
    }

    @Test func `the flags that are asked for are answered, as far as they exist`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for key in ["a", "b", "c"] { try await owner.flag(["key": .string(key)]) }
            for (asked, answered) in [(["c", "a", "none"], ["c", "a"]), ([], []), (["a", "a"], ["a"])] {
                let body: JSONValue = ["context": [:], "flags": .array(asked.map(JSONValue.string))]
                #expect(try await owner.sdk.post("/api/v1/evaluate", json: body).json["flags"]?.names == answered)
            }
            #expect(try await owner.sdk.post("/api/v1/evaluate", json: [:]).json["flags"]?.names == ["a", "b", "c"])
            #expect(try await owner.sdk.post("/api/v1/evaluate/none", json: [:]).code == "flag_not_found")
            #expect(try await owner.sdk.post("/api/v1/evaluate/a%2F%CC%81", json: [:]).code == "flag_not_found")
        }
    }

    @Test(arguments: [
        ("integer", "9007199254740991"), ("integer", "0"), ("float", "10.0"), ("float", "0.1"), ("string", #""""#), ("boolean", "false"),
        ("json", "null"), ("json", #"{"a":[1,1.0,"é",{}]}"#),
    ])
    func `values are exact`(type: String, value: String) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let flag = #"{"key": "a", "type": "\#(type)", "default_value": \#(value)}"#
            #expect(try await owner.client.request("POST", owner.flags, body: Array(flag.utf8)).status == 201)
            #expect(try await owner.sdk.post("/api/v1/evaluate/a", json: [:]).text.contains(#""value":\#(value),"#))
        }
    }

    @Test func `large integers in a context are not rounded`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let condition: JSONValue = ["attribute": "id", "operator": "eq", "value": 9_007_199_254_740_991]
            try await owner.flag(["key": "a", "rules": [["conditions": [condition], "value": true]]])
            #expect(try await owner.evaluate("a", ["id": 9_007_199_254_740_991])["rule"] == 0)
            #expect(try await owner.evaluate("a", ["id": 9_007_199_254_740_992])["rule"] == .null)
        }
    }

    @Test(arguments: [
        ("", "invalid_json", []), ("{", "invalid_json", []), ("[]", "invalid_input", ["$ wrong_type"]),
        (#"{"context": []}"#, "invalid_input", ["$.context wrong_type"]),
        (#"{"context": {"a": [1, 1e999]}}"#, "invalid_input", ["$.context.a[1] out_of_range"]),
        (#"{"contxt": {}}"#, "invalid_input", ["$.contxt unknown_field"]),
        (#"{"flags": "a"}"#, "invalid_input", ["$.flags wrong_type"]),
        (#"{"flags": ["", 7]}"#, "invalid_input", ["$.flags[0] too_short", "$.flags[1] wrong_type"]),
    ])
    func `what is no question is refused`(body: String, code: String, faults: [String]) async throws {
        try await Service.run { service in
            let answer = try await service.signedUp().sdk.request("POST", "/api/v1/evaluate", body: Array(body.utf8))
            #expect(answer.status == 400)
            #expect(try answer.code == code)
            #expect(try answer.faults == faults)
        }
    }

    @Test func `long arrays and texts in a context are refused, wherever they are`() async throws {
        func list(_ count: Int) -> JSONValue { .array(Array(repeating: 1, count: count)) }
        func text(_ count: Int) -> JSONValue { .string(String(repeating: "é", count: count)) }
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            let allowed: JSONValue = ["a": list(1_000), "b": text(2_048)]
            let refused: JSONValue = ["a": list(1_001), "b": [1, text(2_049)], "c": ["d": text(4_096)]]
            for path in ["/api/v1/evaluate", "/api/v1/evaluate/a"] {
                #expect(try await owner.sdk.post(path, json: ["context": allowed]).status == 200)
                let answer = try await owner.sdk.post(path, json: ["context": refused])
                #expect(answer.status == 400)
                #expect(try answer.faults == ["$.context.a too_long", "$.context.b[1] too_long", "$.context.c.d too_long"])
                let messages = try answer.json["errors"]?.arrayValue?.compactMap { $0["message"]?.stringValue }
                #expect(messages?.first == "must have at most 1000 elements, not 1001")
                #expect(messages?.last == "must have at most 4096 bytes in UTF-8, not 8192")
            }
        }
    }

    @Test func `a body beyond 64 KB is refused`() async throws {
        try await Service.run { service in
            let body: JSONValue = ["context": ["a": .string(String(repeating: "x", count: 65_536))]]
            let answer = try await service.signedUp().sdk.post("/api/v1/evaluate", json: body)
            #expect(answer.status == 413)
        }
    }

    @Test func `the pages of any site may ask`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for path in ["/api/v1/evaluate", "/api/v1/evaluate/a"] {
                let before = try await service.client.request("OPTIONS", path, headers: ["Origin": "https://shop.example"])
                #expect(before.status == 204)
                #expect(before.header("Access-Control-Allow-Origin") == "*")
                #expect(before.header("Access-Control-Allow-Methods") == "GET, POST, OPTIONS")
                let fields = "Authorization, X-API-Key, Content-Type, If-None-Match, Last-Event-ID"
                #expect(before.header("Access-Control-Allow-Headers") == fields)
            }
            let answers = [
                try await owner.sdk.post("/api/v1/evaluate", json: [:]),
                try await owner.sdk.post("/api/v1/evaluate/none", json: [:]),
                try await service.client.post("/api/v1/evaluate", json: [:]),
            ]
            #expect(answers.map(\.status) == [200, 404, 401])
            for answer in answers { #expect(answer.header("Access-Control-Allow-Origin") == "*") }
        }
    }

    @Test("the pages of any site may read what was wrong", arguments: ["{", "[]", #"{"contxt": {}}"#])
    func refusalsForPages(body: String) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            for path in ["/api/v1/evaluate", "/api/v1/evaluate/a"] {
                let answer = try await owner.sdk.request("POST", path, body: Array(body.utf8))
                #expect(answer.status == 400)
                #expect(answer.header("Access-Control-Allow-Origin") == "*")
                #expect(answer.header("Access-Control-Expose-Headers") == "ETag, Retry-After, X-Request-Id")
            }
        }
    }
}
