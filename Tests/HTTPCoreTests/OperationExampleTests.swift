import TestKit
import Testing

@testable import HTTPCore

@Suite("Examples of operations", .timeLimit(.minutes(1)))
struct OperationExampleTests {
    @Test func `an example is a command for a shell`() {
        #expect(
            Things.show.curl(baseURL: "https://a.test")
                == #"curl "https://a.test/things/$THING_ID" -H "Authorization: Bearer $API_KEY""#
        )
        #expect(Things.list.curl(baseURL: "").hasPrefix("curl '/things?name=a+b%26c' "))
        #expect(Things.badge.curl(baseURL: "") == "curl \"/badge/$KEY.svg\" -o 'badge.svg'")
    }

    @Test func `a shell takes an example as it is meant`() async throws {
        let listing = "curl() { printf '[%s]\\n' \"$@\"; }; API_KEY=secret; TOKEN=t1\n"
        let create = try await runTool("sh", ["-c", listing + Things.create.curl(baseURL: "https://a.test")])
        let body = #"{"name": "Bob's $5 \"thing\""}"#
        let sent = ["-X", "POST", "https://a.test/things", "-H", "Authorization: Bearer secret", "-H", "Content-Type: application/json"]
        #expect(create.text == (sent + ["-d", body]).map { "[\($0)]\n" }.joined())
        let hook = try await runTool("sh", ["-c", listing + Things.hook.curl(baseURL: "")])
        #expect(hook.text == "[-X]\n[POST]\n[/hook/t1/orders]\n[-H]\n[Content-Type: application/json]\n[--data-raw]\n[@x]\n")
    }

    @Test(
        arguments: [
            ("a'b", "a'b"), ("$A_1 and $B", "x y and z"), ("{\"a\": \"$B\"}", "{\"a\": \"z\"}"), ("it's \"$B\"", "it's \"z\""),
            ("$Bc", "zc"), ("$ 5 `id` $(id) \\ $b", "$ 5 `id` $(id) \\ $b"), ("$B `id` \\ $5", "z `id` \\ $5"), ("$1", "$1"),
        ]
    )
    func `a text reaches the shell as it is, its variables expanded`(text: String, result: String) async throws {
        let tool = try await runTool("sh", ["-c", "A_1='x y'; B=z; printf %s \(ShellText.quoted(text))"])
        #expect(tool.text == result)
    }

    @Test func `later examples take what an answer has given`() {
        #expect(Things.create.sample.captured(from: ["id": "thing_1"]) == ["THING_ID": "thing_1"])
        #expect(Things.create.sample.captured(from: ["name": "x"]) == nil)
        let nested = Things.show.example(captures: ["KEY": "keys.1.id"]).sample
        #expect(nested.captured(from: ["keys": [["id": 1], ["id": 2]]]) == ["KEY": "2"])
    }

    @Test func `long bodies stand on several lines`() throws {
        let value: JSONValue = ["name": .string(String(repeating: "n", count: 60)), "list": [1, ["a": true]], "empty": [:]]
        let text = JSONLayout.text(value)
        #expect(text.split(separator: "\n").count == 5)
        #expect(try JSONParser.parse(text) == value)
        #expect(JSONLayout.text(["a": [1, 2]]) == #"{"a": [1, 2]}"#)
    }
}
