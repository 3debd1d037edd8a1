import HTTPCore
import TestKit
import Testing

/// The descriptions as programs see them that nobody here wrote.
@Suite(.serialized) struct OpenAPITests {
    @Test(arguments: ["documint", "cronping", "flagbit", "webhookvault"])
    func `the description is OpenAPI`(product: String) async throws {
        let folder = try TemporaryFolder()
        let service = try await ServiceProcess.start(product, database: folder.file("app.db"))
        let answer = try await service.client.get("/openapi.json")
        #expect(answer.header("Content-Type") == "application/json")
        #expect(try answer.json["openapi"]?.stringValue == "3.1.0")
        let file = try folder.write(answer.body, to: "openapi.json")
        let result = try await runTool(".run/python/bin/openapi-spec-validator", [file])
        #expect(result.status == 0, "\(result.text)\(result.errorText)")
    }

    /// The erasure of the account is left out, because it ends the run: the other tests look after it.
    @Test(arguments: ["documint", "cronping", "flagbit", "webhookvault"])
    func `a thousand requests made from the description are answered as it says`(product: String) async throws {
        let folder = try TemporaryFolder()
        let unlimited = [
            "DEMOS_PER_HOUR", "VALIDATIONS_PER_HOUR", "CRON_TOOLS_PER_MINUTE", "FREE_TOOLS_PER_HOUR", "ECHO_PER_MINUTE",
            "REQUESTS_PER_MINUTE",
        ]
        let service = try await ServiceProcess.start(
            product,
            database: folder.file("app.db"),
            environment: Dictionary(uniqueKeysWithValues: unlimited.map { ($0, "1000000") })
        )
        let keys = try await service.client.post("/api/v1/signup", json: ["email": "you@example.com"]).json
        let key = try #require(keys["api_key"]?.stringValue)
        let result = try await runTool(
            ".run/python/bin/schemathesis",
            [
                "--config-file", "Tests/EndToEnd/schemathesis.toml", "run", "http://127.0.0.1:\(service.port)/openapi.json",
                // Not the stateful phase: what it sends depends on the ids in the answers, which are random, so no two runs are alike.
                "--checks", "all", "--phases", "examples,coverage,fuzzing", "--max-examples", "50", "--header",
                "Authorization: Bearer \(key)",
                "--exclude-operation-id", "eraseAccount",
                // The same requests in every run, so that a change is what makes it fail.
                "--seed", "1", "--generation-database", "none", "--no-color",
            ],
            environment: ["SDK_KEY": keys["sdk_key"]?.stringValue ?? ""],
            within: .seconds(600)
        )
        #expect(result.status == 0, "\(result.text.suffix(20_000))\(result.errorText)")
        let count = result.text.matches(of: /([0-9]+) generated/).last.flatMap { Int($0.1) }
        #expect(try #require(count) >= 1_000)
        #expect(service.isRunning)
    }
}
