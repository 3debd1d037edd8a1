import HTTPCore
import TestKit
import Testing

@testable import FlagBitService

@Suite struct FreeToolRoutesTests {
    @Test func `a simulated rollout shows who is in`() async throws {
        try await Service.run { service in
            let answer = try await service.client.get("/api/v1/rollout/simulate?percentage=25&count=3&flag_key=new-checkout")
            #expect(answer.status == 200)
            #expect(
                answer.text == """
                    {"flag_key":"new-checkout","percentage":25,"total_users":3,"included_count":1,"excluded_count":2,"users":[\
                    {"id":"user_1","bucket":47,"included":false},{"id":"user_2","bucket":84,"included":false},\
                    {"id":"user_3","bucket":8,"included":true}]}
                    """
            )
            let same = try await service.client.get("/api/v1/rollout/simulate?percentage=25.0&user_count=3&flag=new-checkout")
            #expect(same.text == answer.text)
            let standard = try await service.client.get("/api/v1/rollout/simulate?percentage=12.34").json
            #expect(standard["percentage"]?.numberValue?.text == "12.34")
            #expect(standard["total_users"] == 100)
        }
    }

    @Test(arguments: [
        ("rollout/simulate", ["query.percentage required"]), ("rollout/simulate?percentage=x", ["query.percentage out_of_range"]),
        (
            "rollout/simulate?percentage=100.001&count=0&flag=",
            ["query.flag too_short", "query.percentage out_of_range", "query.count out_of_range"]
        ),
        ("rollout/simulate?percentage=1&count=10001", ["query.count out_of_range"]),
        ("rollout/simulate?percentage=1&count=1&user_count=0&flag_key=a&flag=", ["query.flag too_short", "query.user_count out_of_range"]),
        ("rollout/bucket", ["query.user_id required"]), ("rollout/bucket?user_id=", ["query.user_id too_short"]),
    ])
    func `what cannot be simulated is refused`(path: String, faults: [String]) async throws {
        try await Service.run { service in
            let answer = try await service.client.get("/api/v1/\(path)")
            #expect(answer.status == 400)
            #expect(try answer.faults == faults)
        }
    }

    @Test func `a bucket is the whole percent of the golden vectors`() async throws {
        try await Service.run { service in
            for (flag, user, bucket) in [("seed", "a", 5), ("seed", "b", 26), ("foo", "ab", 25), ("90850943850283058242805", "123", 75)] {
                let answer = try await service.client.get("/api/v1/rollout/bucket?user_id=\(user)&flag_key=\(flag)").json
                #expect(answer == ["user_id": .string(user), "flag_key": .string(flag), "bucket": .integer(bucket)])
            }
            #expect(try await service.client.get("/api/v1/rollout/bucket?user_id=u1").json["bucket"]?.integerValue != nil)
        }
    }

    @Test func `the playground tries single rules`() async throws {
        try await Service.run { service in
            let body: JSONValue = [
                "rules": [
                    ["attribute": "country", "operator": "eq", "value": "US", "result": "dollars"],
                    ["attribute": "country", "operator": "in", "value": ["DE", "FR"], "result": "euros"],
                ],
                "default_value": "gold", "context": ["country": "FR"],
            ]
            let answer = try await service.client.post("/api/v1/evaluate-playground", json: body)
            #expect(
                answer.text == #"{"result":"euros","matched_rule":1,"rule_description":"country in [\"DE\", \"FR\"]","evaluation_path":["#
                    + #"{"rule":0,"attribute":"country","operator":"eq","matched":false},"#
                    + #"{"rule":1,"attribute":"country","operator":"in","matched":true}]}"#
            )
            let nothing = try await service.client.post("/api/v1/evaluate-playground", json: [:]).json
            #expect(nothing == ["result": nil, "matched_rule": nil, "rule_description": nil, "evaluation_path": []])
        }
    }

    @Test func `the playground tries whole flags`() async throws {
        try await Service.run { service in
            let rule: JSONValue = ["conditions": [["attribute": "country", "operator": "eq", "value": "US"]], "value": "true"]
            // What is shown of a flag can be sent as it is.
            let shown: JSONValue = ["key": "b", "name": "B", "description": nil, "tags": [], "enabled": false, "created_at": "2026-04-20"]
            let body: JSONValue = ["flags": ["a": ["rules": [rule], "enabled": nil], "b": shown], "context": ["country": "US"]]
            let answer = try await service.client.post("/api/v1/evaluate-playground", json: body).json
            #expect(
                answer == [
                    "flags": [
                        "a": ["value": true, "variant": "on", "reason": "targeting_match", "rule": 0],
                        "b": ["value": false, "variant": "off", "reason": "disabled", "rule": nil],
                    ]
                ]
            )
        }
    }

    @Test(arguments: [
        (
            #"{"rules": [{"attribute": "a", "operator": "like", "value": 1}], "x": 1}"#,
            ["$.rules[0].result required", "$.rules[0].operator unknown_operator", "$.x unknown_field"]
        ),
        (
            #"{"flags": {"a b": {"rulez": 1}, "b": 7, "c": {"key": "d"}}, "context": []}"#,
            [
                "$.context wrong_type", "$.flags['a b'].key invalid_key", "$.flags['a b'].rulez unknown_field", "$.flags.b wrong_type",
                "$.flags.c.key not_allowed",
            ]
        ),
        (
            #"{"flags": {"a": {"name": "", "default_value": 1}, "b": {"type": "string", "rules": [{"value": true}]}}}"#,
            ["$.flags.a.name too_short", "$.flags.a.default_value wrong_type", "$.flags.b.rules[0].value wrong_type"]
        ),
        (#"{"flags": []}"#, ["$.flags wrong_type"]), (#"{"rules": 7, "context": {"a": 1e999}}"#, ["$.context.a out_of_range"]),
        ("[]", ["$ wrong_type"]),
    ])
    func `what cannot be played is refused`(body: String, faults: [String]) async throws {
        try await Service.run { service in
            let answer = try await service.client.request("POST", "/api/v1/evaluate-playground", body: Array(body.utf8))
            #expect(answer.status == 400)
            #expect(try answer.faults == faults)
        }
    }

    @Test("a context has the same limits in both forms", arguments: [["flags": [:]], ["rules": []]] as [JSONObject])
    func contexts(form: JSONObject) async throws {
        try await Service.run { service in
            var body = form
            for (count, faults) in [(1_000, []), (1_001, ["$.context.a too_long"])] as [(Int, [String])] {
                body["context"] = ["a": .array(Array(repeating: 1, count: count))]
                let answer = try await service.client.post("/api/v1/evaluate-playground", json: .object(body))
                #expect(answer.status == (faults.isEmpty ? 200 : 400))
                #expect(try answer.faults == faults)
            }
        }
    }

    @Test func `the tools share a limit for each address`() async throws {
        try await Service.run(environment: ["FREE_TOOLS_PER_HOUR": "3"]) { service in
            let paths = ["rollout/bucket?user_id=a", "rollout/simulate?percentage=1", "rollout/bucket", "rollout/bucket?user_id=a"]
            var answers: [TestResponse] = []
            for path in paths { answers.append(try await service.client.get("/api/v1/\(path)")) }
            #expect(answers.map(\.status) == [200, 200, 400, 429])
            #expect(answers[0].header("RateLimit-Policy") == "\"free-tools\";q=3;w=3600")
            #expect((1...1_200).contains(answers[3].header("Retry-After").flatMap { Int($0) } ?? 0))
            #expect(try await service.client.post("/api/v1/evaluate-playground", json: [:]).status == 429)
            #expect(try await service.signedUp().sdk.post("/api/v1/evaluate", json: [:]).status == 200)
        }
    }

    @Test func `sixty an hour unless the setting says otherwise`() async throws {
        try await Service.run { service in
            let answer = try await service.client.get("/api/v1/rollout/bucket?user_id=a")
            #expect(answer.header("RateLimit-Policy") == "\"free-tools\";q=60;w=3600")
        }
    }
}
