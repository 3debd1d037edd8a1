import Database
import HTTPCore
import TestKit
import Testing
import Timekeeping

@testable import Backups

@Suite struct DrillTests {
    let fixture: RestoreFixture

    init() throws { fixture = try RestoreFixture() }

    private func drill() throws -> DrillReport {
        try Drill(folder: fixture.backups, product: RestoreFixture.product, now: { [clock = fixture.clock] in clock.now }).run()
    }

    private var written: JSONValue {
        get throws { try JSONParser.parse(try fixture.folder.read("backups/drill.json")) }
    }

    @Test func `the newest backup and its archive are restored beside a running service`() async throws {
        let database = try fixture.open()
        try await fixture.write(["one"], to: database)
        let backup = try await fixture.backUp(database)
        let last = try await fixture.write(["two"], to: database)[0]
        database.close()
        let again = try fixture.open()
        let report = try drill()
        #expect(report.error == nil, "\(report.text)")
        #expect(report.backup == backup.path)
        #expect(report.asOf == last)
        #expect(report.lastSuccess == fixture.clock.now)
        #expect(try written["outcome"]?.stringValue == "ok")
        #expect(try written["time"]?.stringValue == fixture.clock.now.rfc3339)
        again.close()
        #expect(try fixture.notes() == ["one", "two"])
    }

    @Test func `a backup that cannot be restored fails it, and the last success stays known`() async throws {
        let database = try fixture.open()
        try await fixture.write(["one"], to: database)
        let backup = try await fixture.backUp(database)
        database.close()
        let success = fixture.clock.now
        #expect(try drill().error == nil)
        try fixture.flip(backup.path, at: 100)
        fixture.clock.advance(seconds: 60)
        let report = try drill()
        #expect(report.error?.contains(backup.path) == true)
        #expect(report.time == fixture.clock.now)
        #expect(report.lastSuccess == success)
        #expect(try written["outcome"]?.stringValue == "failed")
        #expect(try written["last_success"]?.stringValue == success.rfc3339)
    }

    @Test func `a damaged archive fails it`() async throws {
        let database = try fixture.open()
        try await fixture.backUp(database)
        try await fixture.write(["one"], to: database)
        database.close()
        let segments = try await runTool("find", [fixture.backups.archiveFolder, "-name", "*.segment", "-size", "+0"])
        let segment = try #require(segments.text.split(separator: "\n").sorted().last)
        try fixture.flip(String(segment), at: 4_000)
        #expect(try drill().error != nil)
    }

    @Test func `without a backup there is nothing to drill with`() throws {
        #expect(throws: RestoreError.noBackup(folder: fixture.backups.path)) { try drill() }
    }
}
