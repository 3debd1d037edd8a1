import Backups
import Glibc
import HTTPCore
import ServiceKit
import Synchronization
import TestKit
import Testing
import Timekeeping

/// Backups, with real processes: under full load, and ended at any moment.
@Suite(.serialized) struct BackupTests {
    let load: BackupLoad

    init() throws { load = try BackupLoad() }

    @Test func `a backup under full load contains every write acknowledged before it began, and is sound`() async throws {
        let service = try await load.start()
        try await load.run(on: service) {
            try await load.wait(forAcknowledged: 500)
            for _ in 0..<3 {
                let before = load.acknowledged
                let made = try await load.command(["backup", "--json"], of: service)
                #expect(made.status == 0, "\(made.errorText)")
                let backup = try #require(try BackupFolder(load.backups).backups().last)
                let copy = try await load.unpacked(backup)
                #expect(try rowsElsewhere("PRAGMA integrity_check", on: copy) == ["ok"])
                let found = Set(try rowsElsewhere(BackupLoad.bodies, on: copy))
                #expect(before.subtracting(found).isEmpty, "lost \(before.subtracting(found).count) of \(before.count)")
                #expect(Int64(found.count) == backup.manifest.rowCounts["captures"])
            }
        }
        #expect(try await service.terminate().status == 0)
    }

    @Test func `kill -9 at ten random moments of a backup leaves the file and older backups intact`() async throws {
        try await load.fill()
        let duration = try await load.duration(of: ["backup"])
        let expected = try rowsElsewhere(BackupLoad.bodies, on: load.file).count
        for _ in 0..<10 { try await load.kill(["backup"], within: duration) }
        #expect(try rowsElsewhere("PRAGMA integrity_check", on: load.file) == ["ok"])
        #expect(try rowsElsewhere(BackupLoad.bodies, on: load.file).count == expected)
        // Whatever counts as a backup now is one.
        let backups = try BackupFolder(load.backups).backups()
        #expect(!backups.isEmpty)
        for backup in backups {
            let dry = try await load.command(["restore", backup.path, "--dry-run"])
            #expect(dry.status == 0, "\(dry.errorText)")
        }
        #expect(try await load.command(["backup"]).status == 0, "what a killed one left behind is in the way")
        let left = try await runTool("find", [load.backups, "-name", ".partial-*", "-o", "-name", ".unpacked-*"])
        #expect(left.text.isEmpty)
    }

    @Test func `an archive leads to every acknowledged write after kill -9 at ten random moments of archiving`() async throws {
        for round in 0..<10 {
            let service = try await load.start()
            try await load.run(on: service, untilKilled: true) {
                if round == 0 {
                    try await load.wait(forAcknowledged: 20)
                    #expect(try await load.command(["backup"], of: service).status == 0)
                }
                // The archive takes commits in after a second at most: the later kills hit it at it.
                try await Task.sleep(for: .milliseconds(Int.random(in: 20...1_600)))
                try await service.kill()
            }
        }
        let expected = load.acknowledged
        try #require(expected.count > 200, "the load was too small to prove anything")
        let live = Set(try await load.bodiesAfterRestore(["--latest"]))
        #expect(expected.subtracting(live).isEmpty, "lost \(expected.subtracting(live).count) of \(expected.count)")
        let drill = try await load.command(["drill"])
        #expect(drill.status == 0, "\(drill.text)\(drill.errorText)")
    }
}
