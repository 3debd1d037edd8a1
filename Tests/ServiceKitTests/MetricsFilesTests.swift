import FoundationEssentials
import HTTPCore
import TestKit
import Testing

@testable import ServiceKit

/// The dashboard and the alerts against what the services really export: a name that is not exported would show nothing and alert nobody.
@Suite struct MetricsFilesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    /// What all services export, backups and archive included.
    private static func exported() async throws -> Set<String> {
        var reading = BackupReading()
        reading.interval = 1
        reading.drillInterval = 1
        reading.hasTarget = true
        reading.lastBytes = 1
        reading.lastSeconds = 1
        let own = try await MetricsExportTests.render(backups: reading)
        let served = try await TestService<Notebook>.run { service in
            _ = try await service.client.get("/notes")
            return MetricsText(try await service.metrics())
        }
        return Set((own.samples + served.samples).map(\.name))
    }

    @Test func `the dashboard shows metrics that there are`() async throws {
        let exported = try await Self.exported()
        let expressions = Self.members("expr", in: try JSONParser.parse(try Self.text("deploy/grafana/saas-suite.json")))
        #expect(expressions.count > 30)
        for expression in expressions {
            let names = PrometheusQuery.names(in: expression)
            #expect(!names.isEmpty, "\(expression)")
            #expect(names.subtracting(exported).subtracting(["up"]) == [], "\(expression)")
        }
    }

    @Test func `alerts are about metrics that there are`() async throws {
        let exported = try await Self.exported()
        for alert in try Self.alerts() {
            let names = PrometheusQuery.names(in: alert.expression)
            #expect(!names.isEmpty, "\(alert.name)")
            #expect(names.subtracting(exported).subtracting(["up"]) == [], "\(alert.name)")
        }
    }

    @Test func `every alert says what it is, and the operations guide what to do`() throws {
        let alerts = try Self.alerts()
        #expect(alerts.count > 15 && Set(alerts.map(\.name)).count == alerts.count)
        let guide = try Self.text("docs/operations.md")
        for alert in alerts {
            for part in ["summary: \"", "description: \"", "severity: "] {
                #expect(alert.text.contains(part), "\(alert.name) lacks \(part)")
            }
            let runbook = try #require(alert.text.firstMatch(of: /runbook: docs\/operations\.md#(alert-[a-z-]+)\n/)).1
            // Either an anchor of its own, or a heading, whose anchor is its text in lower case with hyphens.
            let words = runbook.dropFirst("alert-".count).replacing("-", with: "[- ]")
            let heading = try Regex("(?i)<a (?:id|name)=\"\(runbook)\"|\n#+ Alert:? `?\(words)`?\n")
            #expect(guide.contains(heading), "docs/operations.md has no \(runbook)")
        }
    }

    // MARK: Reading the files

    private struct Alert {
        let name: String
        let expression: String
        let text: String
    }

    /// The rules of alerts.yml, which are written in one way only.
    private static func alerts() throws -> [Alert] {
        let rules = try text("deploy/prometheus/alerts.yml").split(separator: "      - alert: ").dropFirst()
        return try rules.map { rule in
            let expression = try #require(String(rule).firstMatch(of: /\n        expr: (?:>-)?((?:.*)(?:\n          .*)*)/)).1
            return Alert(name: String(rule.prefix { $0 != "\n" }), expression: String(expression), text: String(rule))
        }
    }

    /// All texts of that name in an object and whatever is in it.
    private static func members(_ name: String, in value: JSONValue) -> [String] {
        if let elements = value.arrayValue { return elements.flatMap { members(name, in: $0) } }
        return value.objectValue?.flatMap { member -> [String] in
            if member.name == name, let text = member.value.stringValue { return [text] }
            return members(name, in: member.value)
        } ?? []
    }
}

/// As much of Prometheus' query language as it takes to find the names of metrics.
enum PrometheusQuery {
    private static let words: Set<String> = [
        "and", "or", "unless", "sum", "max", "min", "topk", "rate", "increase", "changes", "histogram_quantile", "predict_linear", "time",
    ]

    /// The names of the metrics in a query: all words that are neither labels nor functions.
    static func names(in query: String) -> Set<String> {
        let bare =
            query
            .replacing(/"[^"]*"/, with: "")
            .replacing(/\{[^}]*\}/, with: " ")
            .replacing(/\[[^\]]*\]|offset \w+/, with: " ")
            .replacing(/\b(?:by|on|ignoring|without|group_left|group_right) ?\([^)]*\)/, with: " ")
        return Set(bare.matches(of: /[a-zA-Z_:][a-zA-Z0-9_:]*/).map { String($0.0) }).subtracting(words)
    }
}
