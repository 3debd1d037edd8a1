import TestKit
import Testing

@testable import InvoicePDF

@Suite("The inspection of a PDF")
struct InspectionTests {
    @Test("finds nothing wrong with our own")
    func ours() throws {
        let report = try DocumentInspection.inspect(InspectionSamples.facturX.get())
        let container = try #require(report.container)
        #expect(container.checks.filter { !$0.passed } == [])
        #expect(container.notes == [])
        #expect(container.checks.count == ContainerLinter.rules.count)
        #expect(report.faults == [])
        #expect(try report.xml == InspectionSamples.xml.get())
        #expect(report.invoice?.number == "2025-0042")
    }

    @Test(
        "reads what others write of it",
        arguments: [["--object-streams=generate"], ["--object-streams=disable"], ["--linearize"], ["--qdf"]]
    )
    func rewritten(options: [String]) async throws {
        let other = try await runTool(
            "qpdf",
            options + ["--newline-before-endstream", "/dev/stdin", "-"],
            input: InspectionSamples.facturX.get()
        ).output
        let report = try DocumentInspection.inspect(other)
        #expect(report.container?.checks.filter { !$0.passed } == [])
        #expect(try report.xml == InspectionSamples.xml.get())
    }

    @Test("finds exactly what is broken", arguments: InspectionMutation.all)
    func mutation(_ mutation: InspectionMutation) throws {
        let good = try InspectionPDFEditor(InspectionSamples.facturX.get()).bytes
        let report = try DocumentInspection.inspect(mutation.apply(good))
        let failed = Set(report.container?.checks.filter { !$0.passed }.map(\.id) ?? [])
        #expect(failed == mutation.rules)
    }

    @Test("has a mutation for every rule, and rules of different names")
    func everyRule() {
        let proved = InspectionMutation.all.reduce(into: Set<String>()) { $0.formUnion($1.rules) }
        #expect(Set(ContainerLinter.rules.map(\.id)) == proved)
        #expect(Set(ContainerLinter.rules.map(\.id)).count == ContainerLinter.rules.count)
    }
}
