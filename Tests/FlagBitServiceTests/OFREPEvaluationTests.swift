import HTTPCore
import TestKit
import Testing

@testable import FlagBitService

@Suite struct OFREPEvaluationTests {
    private static let path = "/ofrep/v1/evaluate/flags"

    private func ask(_ owner: Owner, _ key: String, _ context: JSONValue = [:]) async throws -> TestResponse {
        try await owner.sdk.post("\(Self.path)/\(key)", json: ["context": context])
    }

    // MARK: Answers

    @Test(arguments: [
        (#"{"key":"a"}"#, #""reason":"STATIC","value":true,"variant":"on""#),
        (#"{"key":"a","enabled":false}"#, #""reason":"DISABLED","variant":null"#),
        (#"{"key":"a","enabled":false,"off_value":false}"#, #""reason":"DISABLED","value":false,"variant":"off""#),
        (#"{"key":"a","type":"json","enabled":false,"off_value":null}"#, #""reason":"DISABLED","variant":null"#),
        (#"{"key":"a","type":"string"}"#, #""reason":"STATIC","variant":null"#),
        (#"{"key":"a","type":"string","default_value":""}"#, #""reason":"STATIC","value":"","variant":null"#),
        (#"{"key":"a","type":"integer","default_value":0}"#, #""reason":"STATIC","value":0,"variant":null"#),
        (
            #"{"key":"a","type":"integer","default_value":9007199254740991}"#,
            #""reason":"STATIC","value":9007199254740991,"variant":null"#
        ),
        (#"{"key":"a","type":"integer","default_value":10.0}"#, #""reason":"STATIC","value":10,"variant":null"#),
        (#"{"key":"a","type":"float","default_value":10}"#, #""reason":"STATIC","value":10.0,"variant":null"#),
        (#"{"key":"a","type":"float","default_value":1e300}"#, #""reason":"STATIC","value":1e+300,"variant":null"#),
        (#"{"key":"a","type":"json","default_value":null}"#, #""reason":"STATIC","value":null,"variant":null"#),
        (
            #"{"key":"a","type":"json","default_value":{"b":[1,1.0,"é",null]}}"#,
            #""reason":"STATIC","value":{"b":[1,1.0,"é",null]},"variant":null"#
        ),
        (
            #"{"key":"a","type":"string","variants":{"sun":"☀"},"default_value":"☀"}"#,
            #""reason":"STATIC","value":"☀","variant":"sun""#
        ),
        (
            #"{"key":"a","rules":[{"conditions":[{"attribute":"b","operator":"eq","value":1}],"value":true}]}"#,
            #""reason":"TARGETING_MATCH","value":true,"variant":"on""#
        ),
        (
            #"{"key":"a","rules":[{"conditions":[{"attribute":"b","operator":"eq","value":2}],"value":true}]}"#,
            #""reason":"DEFAULT","value":false,"variant":"off""#
        ),
        (
            #"{"key":"a","rules":[{"conditions":[{"attribute":"user_id","operator":"percent","value":100}],"value":true}]}"#,
            #""reason":"SPLIT","value":true,"variant":"on""#
        ),
    ])
    func `an answer has exactly the members that the protocol names`(flag: String, members: String) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            #expect(try await owner.client.request("POST", owner.flags, body: Array(flag.utf8)).status == 201)
            let one = try await ask(owner, "a", ["targetingKey": "u", "b": 1])
            #expect(one.status == 200)
            #expect(one.header("Content-Type") == "application/json")
            #expect(one.text == #"{"key":"a",\#(members)}"#)
            let all = try await owner.sdk.post(Self.path, json: ["context": ["targetingKey": "u", "b": 1]])
            #expect(all.text.hasPrefix(#"{"flags":[{"key":"a",\#(members)}],"eventStreams":[{"type":"sse","endpoint":{"requestUri":"/"#))
        }
    }

    @Test func `the targeting key stands for the user whom the context does not name`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let me: JSONValue = ["attribute": "user_id", "operator": "eq", "value": "me"]
            try await owner.flag(["key": "a", "rules": [["conditions": [me], "value": true]]])
            for (context, value): (JSONValue, JSONValue) in [
                (["targetingKey": "me"], true), (["targetingKey": "me", "user_id": "you"], false),
                (["targetingKey": "me", "user_id": nil], true), (["user_id": "me"], true), (["targetingKey": nil], false), ([:], false),
            ] {
                #expect(try await ask(owner, "a", context).json["value"] == value, "\(context.serialized())")
            }
        }
    }

    @Test func `an unused targeting key may be missing, and one that a percentage needs may not`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let germany: JSONValue = ["attribute": "country", "operator": "eq", "value": "DE"]
            for attribute in ["targetingKey", "user_id", "company"] {
                let half: JSONValue = ["attribute": .string(attribute), "operator": "percent", "value": 50]
                try await owner.flag(["key": .string(attribute), "rules": [["conditions": [germany, half], "value": true]]])
            }
            for key in ["targetingKey", "user_id"] {
                #expect(try await ask(owner, key).json["reason"] == "DEFAULT")
                #expect(try await ask(owner, key, ["country": "DE", "targetingKey": "u"]).status == 200)
                for context: JSONValue in [["country": "DE"], ["country": "DE", "targetingKey": ""]] {
                    let answer = try await ask(owner, key, context)
                    #expect(answer.status == 400)
                    #expect(try answer.json["key"] == .string(key))
                    #expect(try answer.json["errorCode"] == "TARGETING_KEY_MISSING")
                    #expect(try answer.json["errorDetails"]?.stringValue?.contains("targetingKey") == true)
                }
            }
            // Somebody without a company is in no part of the companies.
            #expect(try await ask(owner, "company", ["country": "DE"]).json["reason"] == "DEFAULT")
            let all = try await owner.sdk.post(Self.path, json: ["context": ["country": "DE"]])
            #expect(all.status == 200)
            #expect(
                try all.json["flags"]?.arrayValue?.map { $0["errorCode"] ?? $0["reason"] ?? nil } == [
                    "DEFAULT", "TARGETING_KEY_MISSING", "TARGETING_KEY_MISSING",
                ]
            )
        }
    }

    // MARK: Errors

    @Test(arguments: [
        ("", "PARSE_ERROR"), ("{", "PARSE_ERROR"), ("[]", "PARSE_ERROR"), ("\u{FEFF}{}", "PARSE_ERROR"),
        (#"{"context": []}"#, "INVALID_CONTEXT"),
        (#"{"context": "a"}"#, "INVALID_CONTEXT"), (#"{"context": {"targetingKey": 7}}"#, "INVALID_CONTEXT"),
        (#"{"context": {"a": 1e999}}"#, "INVALID_CONTEXT"),
    ])
    func `what is no request is refused in the protocol's words`(body: String, code: String) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            for (path, key): (String, JSONValue?) in [(Self.path, .none), (Self.path + "/a", "a")] {
                let answer = try await owner.sdk.request("POST", path, body: Array(body.utf8))
                #expect(answer.status == 400)
                #expect(answer.header("Content-Type") == "application/json")
                #expect(answer.header("Access-Control-Allow-Origin") == "*")
                #expect(try answer.json["key"] == key)
                #expect(try answer.json["errorCode"] == .string(code))
                #expect(try answer.json["errorDetails"]?.stringValue?.isEmpty == false)
            }
        }
    }

    @Test func `a context may be absent, and what later versions add is not refused`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            for body: JSONValue in [[:], ["context": nil], ["context": [:]], ["context": [:], "options": 1]] {
                #expect(try await owner.sdk.post(Self.path + "/a", json: body).status == 200)
                #expect(try await owner.sdk.post(Self.path, json: body).status == 200)
            }
        }
    }

    @Test func `a flag that does not exist is not found, whatever its key`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for (path, key): (String, JSONValue?) in [("none", "none"), ("%C3%BC%20%2F", "ü /"), ("", .none)] {
                let answer = try await owner.sdk.post("\(Self.path)/\(path)", json: [:])
                #expect(answer.status == 404)
                #expect(try answer.json["key"] == key)
                #expect(try answer.json["errorCode"] == "FLAG_NOT_FOUND")
                #expect(try answer.json["errorDetails"] != nil)
            }
        }
    }

    @Test func `who has no SDK key is refused, and told to wait if that happens too often`() async throws {
        try await Service.run(environment: ["REQUESTS_PER_MINUTE": "3"]) { service in
            let owner = try await service.signedUp()
            let answers = [
                try await service.client.post(Self.path + "/a", json: [:]),
                try await service.client.authorized("fbsdk_wrong").post(Self.path, json: [:]),
                try await owner.client.post(Self.path, json: [:]),
                try await service.client.post(Self.path, json: [:]),
            ]
            #expect(answers.map(\.status) == [401, 401, 403, 429])
            for answer in answers { #expect(try answer.json["errorDetails"] != nil) }
            #expect(Int(try #require(answers[3].header("Retry-After"))) != nil)
            #expect(try await owner.sdk.post(Self.path, json: [:]).status == 200)
        }
    }

    @Test func `a good key beside one of somebody else's is enough`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let key = try #require(owner.sdk.headers["Authorization"]).dropFirst("Bearer ".count)
            let both = ["Authorization": "Bearer of-a-gateway", "X-API-Key": String(key)]
            #expect(try await service.client.post(Self.path, json: [:], headers: both).status == 200)
        }
    }

    // MARK: Caching

    @Test func `an answer that is known is not sent again, unless another configuration is expected`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let me: JSONValue = ["attribute": "user_id", "operator": "eq", "value": "me"]
            try await owner.flag(["key": "a", "rules": [["conditions": [me], "value": true]]])
            func all(_ user: JSONValue, _ tag: String? = nil, _ query: String = "") async throws -> TestResponse {
                let headers = tag.map { ["If-None-Match": $0] } ?? [:]
                return try await owner.sdk.post(Self.path + query, json: ["context": ["targetingKey": user]], headers: headers)
            }
            let first = try await all("me")
            let tag = try #require(first.header("ETag"))
            #expect(tag.wholeMatch(of: /"[0-9a-f]{32}"/) != nil)
            for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                let answer = try await all("me", known)
                #expect(answer.status == 304)
                #expect(answer.body.isEmpty)
                #expect(answer.header("ETag") == tag)
            }
            #expect(try await all("me", "\"other\"").status == 200)
            #expect(try await all("you", tag).header("ETag") != tag)
            let uri = try #require(try first.json["eventStreams"]?[0]?["endpoint"]?["requestUri"]?.stringValue)
            let version = try #require(uri.split(separator: "since=").last)
            #expect(try await all("me", tag, "?flagConfigEtag=\(version)").status == 304)
            #expect(try await all("me", tag, "?flagConfigEtag=%22\(version)%22").status == 304)
            #expect(try await all("me", tag, "?flagConfigEtag=other").status == 200)
            #expect(try await owner.client.send("PUT", "\(owner.flags)/a", json: ["enabled": false]).status == 200)
            #expect(try await all("me", tag).status == 200)
            #expect(try await owner.client.send("PUT", "\(owner.flags)/a", json: ["enabled": true]).status == 200)
            #expect(try await all("me", tag).status == 304)
        }
    }

    @Test func `what cannot be read is refused in the protocol's words, too`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let long: JSONValue = ["context": ["a": .string(String(repeating: "x", count: 65_536))]]
            let answers = [
                try await owner.sdk.post(Self.path, json: long),
                try await owner.sdk.post(Self.path, json: [:], headers: ["Content-Type": "text/plain"]),
                try await owner.sdk.post("\(Self.path)?flagConfigEtag=\(String(repeating: "x", count: 1_001))", json: [:]),
            ]
            #expect(answers.map(\.status) == [413, 415, 400])
            for answer in answers {
                #expect(answer.header("Content-Type") == "application/json")
                #expect(try answer.json["errorCode"] == "GENERAL")
                #expect(try answer.json["errorDetails"] != nil)
            }
        }
    }

    @Test func `the pages of any site may ask`() async throws {
        try await Service.run { service in
            for path in [Self.path, "\(Self.path)/a", "/ofrep/v1/events"] {
                let before = try await service.client.request("OPTIONS", path, headers: ["Origin": "https://shop.example"])
                #expect(before.status == 204)
                #expect(before.header("Access-Control-Allow-Origin") == "*")
                #expect(before.header("Access-Control-Allow-Methods") == "GET, POST, OPTIONS")
                for name in ["Authorization", "X-API-Key", "Content-Type", "If-None-Match"] {
                    #expect(before.header("Access-Control-Allow-Headers")?.contains(name) == true)
                }
                #expect(before.header("Access-Control-Expose-Headers") == "ETag, Retry-After, X-Request-Id")
            }
        }
    }

    @Test func `each answer counts as one evaluation, and a refusal as none`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            let tag = try #require(try await owner.sdk.post(Self.path, json: [:]).header("ETag"))
            _ = try await owner.sdk.post(Self.path, json: [:], headers: ["If-None-Match": tag])
            _ = try await ask(owner, "a")
            _ = try await ask(owner, "none")
            _ = try await owner.sdk.request("POST", Self.path, body: Array("{".utf8))
            #expect(try await owner.client.get("/api/v1/account").json["usage"]?["evaluation"]?["used"] == 3)
        }
    }
}
