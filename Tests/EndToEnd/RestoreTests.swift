import Backups
import FoundationEssentials
import Glibc
import HTTPCore
import TestKit
import Testing
import Timekeeping

/// Restores, with real processes: to chosen moments, of damaged backups, and ended at any moment.
@Suite(.serialized) struct RestoreTests {
    let load: BackupLoad

    init() throws { load = try BackupLoad() }

    @Test func `three moments of a load can be restored after the file is destroyed, to the row`() async throws {
        let service = try await load.start()
        try #require(try await load.command(["backup"], of: service).status == 0)
        // One client, so that the order of its writes is the order of the commits: what was answered before a moment was committed before.
        let client = service.client
        let path = try await load.newPath(on: service)
        var moments: [(time: Timestamp, bodies: [String])] = []
        var bodies: [String] = []
        for number in 0..<900 {
            let body = "write \(number)"
            try #require(try await client.request("POST", path, body: Array(body.utf8)).status == 200)
            bodies.append(body)
            guard number % 300 == 299 else { continue }
            moments.append((.now, bodies))
            // The next commit is of a later millisecond.
            while Timestamp.now == moments[moments.count - 1].time {}
        }
        #expect(try await service.terminate().status == 0)
        #expect(unlink(load.file) == 0)
        unlink(load.file + "-wal")
        for moment in moments.shuffled() {
            let found = try await load.bodiesAfterRestore(["--at", moment.time.rfc3339])
            #expect(found == moment.bodies, "as of \(moment.time.rfc3339)")
        }
        let late = try await load.command(["restore", "--at", Timestamp.now.adding(seconds: 3_600).rfc3339])
        #expect(late.status == 1 && late.errorText.contains("Any moment can be restored from "), "\(late.errorText)")
    }

    @Test func `a restored file serves, and its service backs it up anew`() async throws {
        try await load.fill()
        try #require(try await load.command(["backup"]).status == 0)
        let restored = try await load.command(["restore", "--latest"])
        #expect(restored.status == 0, "\(restored.errorText)")
        let service = try await load.start()
        let refused = try await load.command(["restore", "--latest"], of: service)
        #expect(refused.status == 75 && refused.errorText.contains("\(service.id)"), "\(refused.errorText)")
        #expect(try await load.command(["backups"], of: service).text.contains("Any moment from "))
        #expect(try await service.terminate().status == 0)
    }

    @Test func `what a killed service had not archived is archived by a restore of an older backup, and can be restored afterwards`()
        async throws
    {
        let service = try await load.start()
        try #require(try await load.command(["backup"], of: service).status == 0)
        let backup = try #require(try BackupFolder(load.backups).backups().last)
        let path = try await load.newPath(on: service)
        try #require(try await service.client.request("POST", path, body: Array("the last one".utf8)).status == 200)
        let moment = Timestamp.now
        try await service.kill()
        #expect(try await load.bodiesAfterRestore([backup.path]) == [])
        #expect(try await load.bodiesAfterRestore(["--at", moment.rfc3339]) == ["the last one"])
    }

    @Test func `one flipped byte at twenty random places is refused`() async throws {
        try await load.fill()
        try #require(try await load.command(["backup"]).status == 0)
        let backup = try #require(try BackupFolder(load.backups).backups().last)
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: backup.path)))
        let before = [UInt8](try Data(contentsOf: URL(filePath: load.file)))
        for _ in 0..<20 {
            let place = Int.random(in: bytes.indices)
            var damaged = bytes
            damaged[place] ^= UInt8.random(in: 1...255)
            try Data(damaged).write(to: URL(filePath: backup.path))
            let refused = try await load.command(["restore", backup.path])
            #expect(refused.status == 1, "byte \(place) of \(bytes.count)")
            #expect(refused.errorText.contains("is refused"), "\(refused.errorText)")
        }
        #expect([UInt8](try Data(contentsOf: URL(filePath: load.file))) == before)
        try Data(bytes).write(to: URL(filePath: backup.path))
        #expect(try await load.command(["restore", backup.path]).status == 0)
    }

    @Test func `kill -9 at ten random moments of a restore leaves the old or the new file, whole`() async throws {
        try await load.fill()
        try #require(try await load.command(["backup"]).status == 0)
        let backup = try #require(try BackupFolder(load.backups).backups().last)
        let old = try rowsElsewhere(BackupLoad.bodies, on: load.file).count
        try await load.fill()
        let new = try rowsElsewhere(BackupLoad.bodies, on: load.file).count
        try #require(new > old)
        let live = [UInt8](try Data(contentsOf: URL(filePath: load.file)))
        let duration = try await load.duration(of: ["restore", backup.path])
        for _ in 0..<10 {
            // So that there is always something to replace.
            try Data(live).write(to: URL(filePath: load.file))
            try await load.kill(["restore", backup.path], within: duration)
            #expect(try rowsElsewhere("PRAGMA integrity_check", on: load.file) == ["ok"])
            #expect([old, new].contains(try rowsElsewhere(BackupLoad.bodies, on: load.file).count))
        }
        #expect(try await load.command(["restore", backup.path]).status == 0)
        #expect(try rowsElsewhere(BackupLoad.bodies, on: load.file).count == old)
        let left = try await runTool("find", [load.folder.path, "-name", ".restore-*"])
        #expect(left.text.isEmpty)
    }
}
