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

    @Test func `one that is damaged here takes the place of nothing there, and keeps no other one away`() async throws {
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        let first = try await fixture.backUp(database)
        let offsite = fixture.folder.file("offsite")
        try DiskFile.makeFolder(offsite)
        try copy(to: .folder(offsite))
        try #require(truncate(first.path, 100) == 0)
        let second = try await fixture.backUp(database)
        let error = #expect(throws: BackupError.self) { try copy(to: .folder(offsite)) }
        #expect("\(error, default: "nothing")".contains(first.path))
        #expect(try BackupFolder(offsite).backups().map(\.manifest) == [first.manifest, second.manifest])
        #expect(DiskFile.size(of: "\(offsite)/\(first.manifest.file)") == first.manifest.fileBytes)
    }

    @Test func `of the archive, only the index may become longer there`() async throws {
        let database = try fixture.open()
        try await fixture.write(["one"], to: database)
        database.close()
        // Carried on by nobody, so that its segment is closed.
        try DiskFile.remove(fixture.backups.archiveFolder + "/current")
        try #require(try ArchiveUpkeep(folder: fixture.backups).compress { false } == 1)
        let segment = try #require(try fixture.backups.archive().segments().first)
        let (name, offsite) = (DiskFile.name(of: segment.path), fixture.folder.file("offsite"))
        let index = "archive/\(segment.generation)/\(ArchiveUpkeep.index)"
        try DiskFile.makeFolder("\(offsite)/archive/\(segment.generation)")
        try fixture.folder.write("here".utf8, to: "backups/\(index)")
        try fixture.folder.write("he".utf8, to: "offsite/\(index)")
        try copy(to: .folder(offsite))
        #expect(try fixture.folder.read("offsite/\(index)") == Array("here".utf8))
        try fixture.folder.write("longer there".utf8, to: "offsite/\(index)")
        #expect(throws: BackupError.self) { try copy(to: .folder(offsite)) }
        #expect(try fixture.folder.read("offsite/\(index)") == Array("longer there".utf8))
        try fixture.folder.write("here".utf8, to: "offsite/\(index)")
        try fixture.folder.write("changed".utf8, to: "offsite/archive/\(segment.generation)/\(name)")
        #expect(throws: BackupError.self) { try copy(to: .folder(offsite)) }
        #expect(try fixture.folder.read("offsite/archive/\(segment.generation)/\(name)") == Array("changed".utf8))
    }

    @Test func `what somebody else may be writing there stays, and what nobody does goes`() throws {
        try DiskFile.makeFolder(fixture.folder.file("offsite"))
        let young = try fixture.folder.write("half".utf8, to: "offsite/.partial-diary.db")
        let old = try fixture.folder.write("half".utf8, to: "offsite/.partial-notebook.db")
        let yesterday = [timespec](repeating: timespec(tv_sec: time(nil) - 86_401, tv_nsec: 0), count: 2)
        try #require(utimensat(AT_FDCWD, old, yesterday, 0) == 0)
        try copy(to: .folder(fixture.folder.file("offsite")))
        #expect(DiskFile.size(of: young) != nil && DiskFile.size(of: old) == nil)
    }

    @Test func `a file is broken off in its middle when the service stops`() throws {
        let file = try fixture.folder.write([UInt8](repeating: 7, count: 4 * FileStream.chunk), to: "large")
        var asked = 0
        #expect(throws: CancellationError.self) {
            try DiskFile.copyWhole(file, to: fixture.folder.file("copy")) {
                asked += 1
                return asked == 3
            }
        }
        #expect(asked == 3)
        #expect(try DiskFile.names(in: fixture.folder.path) == ["large"])
    }

    @Test func `a folder that is missing is not made, and the folder itself is refused`() throws {
        try DiskFile.makeFolder(fixture.backups.path)
        let missing = fixture.folder.file("not-mounted")
        #expect(throws: BackupError.self) { try copy(to: .folder(missing)) }
        #expect(!DiskFile.isFolder(missing))
        #expect(throws: BackupError.self) { try copy(to: .folder(fixture.backups.path + "/.")) }
    }

    @Test func `rclone is called for the archive, the files and last their manifests`() async throws {
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        let backup = try await fixture.backUp(database)
        let log = fixture.folder.file("log")
        let program = try script("echo \"$@\" >> '\(log)'")
        var rclone = RcloneCopy(folder: fixture.backups, remote: "s3:bucket/a b")
        rclone.program = program
        try rclone.run { false }
        let lines = String(decoding: try fixture.folder.read("log"), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.hasPrefix("copy --quiet") && $0.hasSuffix("-- \(fixture.backups.path) s3:bucket/a b") })
        #expect(lines.filter { $0.contains("--immutable") }.count == 3)
        #expect(lines[2].contains("--filter + /\(backup.manifest.file) --filter - *"))
        #expect(lines[3].contains("--filter + /\(backup.manifest.file).json --filter - *"))
    }

    @Test func `one file that rclone refuses keeps only its own manifest away`() async throws {
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        let (first, second) = (try await fixture.backUp(database), try await fixture.backUp(database))
        let third = try await fixture.backUp(database)
        try #require(truncate(third.path, 100) == 0)
        let log = fixture.folder.file("log")
        var rclone = RcloneCopy(folder: fixture.backups, remote: "s3:bucket")
        rclone.program = try script(
            """
            echo "$@" >> '\(log)'
            case "$*" in
                lsf*) echo '4;\(first.manifest.file)'; echo '\(second.manifest.fileBytes);\(second.manifest.file)';;
                *.db.gz' '--filter*) echo 'immutable file modified' >&2; exit 6;;
            esac
            """
        )
        // The one that is damaged here was looked at first.
        let error = #expect(throws: BackupError.self) { try rclone.run { false } }
        #expect("\(error, default: "nothing")".contains(third.path))
        let lines = String(decoding: try fixture.folder.read("log"), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 5)
        #expect([first, second, third].map { lines[2].contains($0.manifest.file) } == [true, true, false])
        #expect(lines[4].contains("--filter - .* --filter + /\(second.manifest.file).json --filter - *"))
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

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ": > $0.ready; exec sleep 600",
            "trap '' TERM; : > $0.ready; sleep 600",
            "(trap '' TERM; : > $0.ready; exec sleep 600) &",
        ]
    )
    func `a program that hangs is stopped when the service stops, whatever it does about it`(text: String) throws {
        let program = try script(text)
        #expect(throws: CancellationError.self) {
            try ToolProcess.run(program, []) { DiskFile.size(of: program + ".ready") != nil }
        }
    }

    private func script(_ text: String) throws -> String {
        let path = try fixture.folder.write("#!/bin/sh\n\(text)\n".utf8, to: "tool")
        try #require(chmod(path, 0o700) == 0)
        return path
    }
}
