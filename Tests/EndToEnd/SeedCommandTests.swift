import HTTPCore
import TestKit
import Testing

/// The three commands that the original's page shows, run by the real curl.
@Suite struct SeedCommandTests {
    private func curl(_ arguments: [String]) async throws -> ToolResult {
        let result = try await runTool("curl", ["-sS", "--fail-with-body"] + arguments)
        #expect(result.status == 0, "curl \(arguments): \(result.errorText) \(result.text)")
        return result
    }

    @Test func `a demo invoice`() async throws {
        let folder = try TemporaryFolder()
        let service = try await ServiceProcess.start("documint", database: folder.file("app.db"))
        let file = folder.file("test.pdf")
        let body = #"{"company": "Test", "items": [{"description": "Item", "quantity": 1, "unit_price": 100}]}"#
        let url = "http://127.0.0.1:\(service.port)/api/v1/demo-invoice"
        _ = try await curl(["-X", "POST", url, "-H", "Content-Type: application/json", "-d", body, "--output", file])
        let text = try await runTool("pdftotext", ["-layout", file, "-"])
        for expected in ["Test", "Item", "100.00", "DEMO"] { #expect(text.text.contains(expected), "\(expected) is not in the PDF") }
        #expect(try await runTool("qpdf", ["--check", file]).status == 0)
        let fonts = try await runTool("pdffonts", [file]).text.split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty)
        for font in fonts { #expect(font.contains("yes yes yes"), "not embedded, subset and with a map to Unicode: \(font)") }
    }

    @Test func `a cron expression described`() async throws {
        let folder = try TemporaryFolder()
        let service = try await ServiceProcess.start("cronping", database: folder.file("app.db"))
        let answer = try JSONParser.parse(try await curl(["http://127.0.0.1:\(service.port)/api/v1/cron/describe?expr=0+9+*+*+1-5"]).output)
        #expect(answer["expression"]?.stringValue == "0 9 * * 1-5")
        #expect(answer["description"]?.stringValue == "At 09:00 AM, Monday through Friday")
        #expect(answer["is_valid"]?.boolValue == true)
        let fields = try #require(answer["fields"]?.objectValue)
        #expect(fields.map(\.name) == ["minute", "hour", "day_of_month", "month", "day_of_week"])
        #expect(fields["day_of_week"]?["values"] == [1, 2, 3, 4, 5])
        #expect(fields["month"]?["values"] == nil)
    }

    @Test func `an echo`() async throws {
        let folder = try TemporaryFolder()
        let service = try await ServiceProcess.start("webhookvault", database: folder.file("app.db"))
        let answer = try JSONParser.parse(try await curl(["http://127.0.0.1:\(service.port)/api/v1/echo"]).output)
        #expect(answer["method"]?.stringValue == "GET")
        #expect(answer["body"]?.stringValue == "")
        #expect(answer["headers"]?["host"]?.stringValue == "127.0.0.1:\(service.port)")
        #expect(answer["timestamp"]?.stringValue?.hasSuffix("Z") == true)
    }
}
