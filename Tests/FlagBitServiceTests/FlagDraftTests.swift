import HTTPCore
import Testing

@testable import FlagBitService

@Suite struct FlagDraftTests {
    private func faults(_ json: String) throws -> [String] {
        let body = try JSONParser.parse(json)
        do {
            _ = try FlagDraft(body)
            return []
        } catch {
            return error.faults.map { "\($0.path) \($0.code.rawValue)" }
        }
    }

    @Test(arguments: [
        (#"{}"#, ["$.key required"]),
        (#"7"#, ["$ wrong_type"]),
        (#"{"key": "a b"}"#, ["$.key invalid_key"]),
        (#"{"key": 7}"#, ["$.key wrong_type"]),
        (#"{"key": "a", "name": ""}"#, ["$.name too_short"]),
        (#"{"key": "a", "name": "a\tb"}"#, ["$.name not_allowed"]),
        (#"{"key": "a", "description": "a\u0000b"}"#, ["$.description not_allowed"]),
        (#"{"key": "a", "description": "two\nlines"}"#, []),
        (#"{"key": "a", "tags": ["", "a\nb", 7]}"#, ["$.tags[0] too_short", "$.tags[2] wrong_type", "$.tags[1] not_allowed"]),
        (#"{"key": "a", "enabled": "yes"}"#, ["$.enabled wrong_type"]),
        (#"{"key": "a", "type": "text"}"#, ["$.type unknown_type"]),
        (#"{"key": "a", "rules": {}}"#, ["$.rules wrong_type"]),
        (#"{"key": "a", "default_value": "maybe"}"#, ["$.default_value wrong_type"]),
        (#"{"key": "a", "type": "integer", "default_value": 9007199254740992}"#, ["$.default_value wrong_type"]),
        (#"{"key": "a", "type": "integer", "default_value": 10.5}"#, ["$.default_value wrong_type"]),
        (#"{"key": "a", "type": "float", "default_value": 1e400}"#, ["$.default_value out_of_range"]),
        (#"{"key": "a", "enable": true}"#, ["$.enable unknown_field"]),
        (
            #"{"key": "a", "rules": [{"conditions": [{"attribute": "c", "operator": "like", "value": "x"}], "value": "true"}]}"#,
            ["$.rules[0].conditions[0].operator unknown_operator"]
        ),
        (#"{"key": "a", "prerequisites": {}}"#, ["$.prerequisites wrong_type"]),
        (
            #"{"key": "a", "prerequisites": ["b", {}, {"flag": "a b"}, {"flag": "b", "values": []}]}"#,
            [
                "$.prerequisites[0] wrong_type", "$.prerequisites[1].flag required", "$.prerequisites[2].flag invalid_key",
                "$.prerequisites[3].values unknown_field",
            ]
        ),
        (
            #"{"key": "a", "rules": [{"conditions": [{"any": [], "negate": 1, "all": []}, {"any": [{}]}], "value": true}]}"#,
            [
                "$.rules[0].conditions[0].any unknown_field", "$.rules[0].conditions[0].negate wrong_type",
                "$.rules[0].conditions[1].any[0].operator required", "$.rules[0].conditions[1].any[0].attribute required",
                "$.rules[0].conditions[1].any[0].value required",
            ]
        ),
        (
            #"{"key": "!", "nme": 1, "tags": 7, "rules": [{"value": 1}, {"conditions": [{"attribute": "", "operator": "percent", "value": 101}]}]}"#,
            [
                "$.tags wrong_type", "$.rules[1].value required", "$.key invalid_key", "$.rules[1].conditions[0].attribute empty_name",
                "$.rules[1].conditions[0].value invalid_percentage", "$.rules[0].value wrong_type", "$.nme unknown_field",
            ]
        ),
    ])
    func `all faults are found at once`(json: String, expected: [String]) throws {
        #expect(try Set(faults(json)) == Set(expected))
    }

    @Test func `messages are clauses of bounded length`() throws {
        let name = String(repeating: "x", count: 10_000)
        let body: JSONValue = ["type": .string(name)]
        let error = #expect(throws: InvalidInput.self) { try FlagDraft(body) }
        let messages = try #require(error).faults.map(\.message)
        #expect(messages.contains("is required"))
        #expect(messages.contains { $0.hasPrefix("there is no flag type \"xxx") && $0.unicodeScalars.count == 301 })
    }

    @Test func `rules, prerequisites and conditions are counted together`() throws {
        func flag(rules: Int, conditions: Int) -> JSONValue {
            let condition: JSONValue = ["attribute": "a", "operator": "eq", "value": 1]
            let rule: JSONValue = ["conditions": .array(Array(repeating: condition, count: conditions)), "value": true]
            return ["key": "a", "rules": .array(Array(repeating: rule, count: rules))]
        }
        #expect(throws: Never.self) { try FlagDraft(flag(rules: 100, conditions: 9)) }
        #expect(
            throws: InvalidInput("too_long", at: "$.rules", "must have at most 1000 rules, prerequisites and conditions together, not 1001")
        ) {
            try FlagDraft(flag(rules: 91, conditions: 10))
        }
    }

    @Test func `a group is counted with what is in it, and so are prerequisites`() throws {
        let condition: JSONValue = ["attribute": "a", "operator": "eq", "value": 1]
        let group: JSONValue = ["any": [condition, ["none": [condition, condition]]]]
        let flag: JSONValue = [
            "key": "a", "rules": [["conditions": [condition, group], "value": true]], "prerequisites": [["flag": "b"]],
        ]
        #expect(try FlagDraft(flag).size.parts == 8)
    }

    @Test func `what a flag means is not looked into if it is too large`() throws {
        let (many, long) = (String(repeating: ",1", count: 1_000), String(repeating: "x", count: 65_536))
        #expect(try faults(#"{"key": "a", "rules": [1\#(many)]}"#) == ["$.rules too_long"])
        #expect(try faults(#"{"key": "a", "rules": [1], "variants": {"a": "\#(long)"}}"#) == ["$ too_long"])
    }

    @Test func `many faults make a short answer`() throws {
        let body: JSONValue = ["key": "a", "rules": .array(Array(repeating: 1, count: 1_000))]
        let error = #expect(throws: InvalidInput.self) { try FlagDraft(body) }
        #expect(try #require(error).faults.count == InvalidInput.listedFaults + 1)
    }
}
