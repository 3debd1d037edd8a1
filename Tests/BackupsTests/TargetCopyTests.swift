import Database
import Glibc
import TestKit
import Testing

@testable import Backups

@Suite struct TargetCopyTests {
    let fixture: RestoreFixture

    init() throws { fixture = try RestoreFixture() }

    private func copy(to target: BackupTarget) throws {
        try TargetCopy(folder: fixture.backups, target: target).run { false }
    }

    @Test func `a folder gets what is new, and loses nothing`() async throws {
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        let first = try await fixture.backUp(database)
        let offsite = fixture.folder.file("offsite")
        try DiskFile.makeFolder(offsite)
        try copy(to: .folder(offsite))
        try PartialBackup.delete(first, in: fixture.backups)
        let second = try await fixture.backUp(database)
        try copy(to: .folder(offsite))
        let copies = try BackupFolder(offsite).backups()
        #expect(copies.map(\.manifest) == [first.manifest, second.manifest])
        for copy in copies { #expect(try DiskFile.sha256(of: copy.path) == copy.manifest.sha256) }
    }

    @Test func `one that is cut off is copied again`() async throws {
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        let backup = try await fixture.backUp(database)
        let offsite = fixture.folder.file("offsite")
        try DiskFile.makeFolder(offsite)
        try fixture.folder.write("half".utf8, to: "offsite/\(backup.manifest.file)")
        try fixture.folder.write("half".utf8, to: "offsite/.partial-\(backup.manifest.file)")
        try copy(to: .folder(offsite))
        #expect(try DiskFile.sha256(of: "\(offsite)/\(backup.manifest.file)") == backup.manifest.sha256)
        #expect(try !DiskFile.names(in: offsite).contains { $0.hasPrefix(".partial-") })
    }

    @Test func `a folder that is missing is not made, and the folder itself is refused`() throws {
        try DiskFile.makeFolder(fixture.backups.path)
        let missing = fixture.folder.file("not-mounted")
        #expect(throws: BackupError.self) { try copy(to: .folder(missing)) }
        #expect(!DiskFile.isFolder(missing))
        #expect(throws: BackupError.self) { try copy(to: .folder(fixture.backups.path + "/.")) }
    }

    @Test func `rclone is called for the archive, the files and last their manifests`() throws {
        let log = fixture.folder.file("log")
        let program = try script("echo \"$@\" >> '\(log)'")
        var rclone = RcloneCopy(folder: fixture.backups, remote: "s3:bucket/a b")
        rclone.program = program
        try rclone.run { false }
        let lines = String(decoding: try fixture.folder.read("log"), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.hasPrefix("copy --quiet") && $0.hasSuffix("-- \(fixture.backups.path) s3:bucket/a b") })
        #expect(lines.filter { $0.contains("--immutable") }.count == 3)
        #expect(lines.last?.contains("*.db.json") == true)
    }

    @Test func `what rclone complains about is told, and how to get one that is missing`() throws {
        var rclone = RcloneCopy(folder: fixture.backups, remote: "s3:bucket")
        rclone.program = try script("echo 'bucket not found' >&2; exit 3")
        #expect(throws: BackupError.target("s3:bucket", reason: "\(rclone.program) ended with status 3: bucket not found")) {
            try rclone.run { false }
        }
        rclone.program = "no-such-rclone"
        let error = #expect(throws: BackupError.self) { try rclone.run { false } }
        #expect("\(error, default: "nothing")".contains("apt-get install rclone"))
    }

    @Test func `a program that hangs is stopped when the service stops`() throws {
        let program = try script("exec sleep 600")
        #expect(throws: CancellationError.self) { try ToolProcess.run(program, [], isCancelled: { true }) }
    }

    private func script(_ text: String) throws -> String {
        let path = try fixture.folder.write("#!/bin/sh\n\(text)\n".utf8, to: "tool")
        try #require(chmod(path, 0o700) == 0)
        return path
    }
}
