import Database
import FoundationEssentials
import TestKit
import Testing
import Timekeeping

@testable import Capacity

@Suite(.timeLimit(.minutes(1))) struct CapacityProbeTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

    @Test func `the machine does something, and nothing is left behind`() async throws {
        let rates = try await CapacityProbe(besideFileAt: folder.file("app.db"), duration: .milliseconds(20)).run()
        #expect(rates.writesOneByOne > 0)
        #expect(rates.writesTogether > 0)
        #expect(rates.reads > 0)
        #expect(try files() == [])
    }

    @Test func `asked again at once, it says the same and does not measure`() async throws {
        let probe = CapacityProbe(besideFileAt: folder.file("app.db"), duration: .milliseconds(1))
        let rates = try await probe.run()
        // A folder is in the way of a measurement.
        try FileManager.default.createDirectory(atPath: folder.file("app.db.probe"), withIntermediateDirectories: false)
        #expect(try await probe.run() == rates)
    }

    @Test func `what a killed measurement left does no harm`() async throws {
        try folder.write("no database".utf8, to: "app.db.probe")
        try folder.write([1, 2, 3], to: "app.db.probe-wal")
        _ = try await CapacityProbe(besideFileAt: folder.file("app.db"), duration: .milliseconds(1)).run()
        #expect(try files() == [])
    }

    @Test func `of two measurements at a time one is refused, and one that is cancelled leaves nothing behind`() async throws {
        let probe = CapacityProbe(besideFileAt: folder.file("app.db"), duration: .seconds(60))
        let task = Task { try await probe.run() }
        while try files().isEmpty { await Task.yield() }
        await #expect(throws: CapacityProbe.Failure.running) { _ = try await probe.run() }
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
        #expect(try files() == [])
        _ = try await CapacityProbe(besideFileAt: folder.file("app.db"), duration: .milliseconds(1)).run()
    }

    @Test func `a file of an older version, without the table, is reported on and stays as it is`() async throws {
        let database = try DatabaseFile(path: folder.file("app.db"), schema: Schema([]))
        defer { database.close() }
        let report = try await CapacityReport.make(database: database, probe: false, now: nine)
        #expect(report.load == Load())
        #expect(report.rates == nil)
        #expect(report.machine.processors > 0)
        let tables = try database.first("SELECT count(*) AS number FROM sqlite_master") { try $0["number"] as Int }
        #expect(tables == 0)
    }
}
