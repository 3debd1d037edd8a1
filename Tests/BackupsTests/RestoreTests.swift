import Database
import Glibc
import TestKit
import Testing
import Timekeeping
import POSIX

@testable import Backups

@Suite struct RestoreTests {
    let fixture: RestoreFixture

    init() throws { fixture = try RestoreFixture() }

    @Test(arguments: [true, false])
    func `a backup takes the place of the file, which is kept`(isCompressed: Bool) async throws {
        let database = try fixture.open()
        try await fixture.write(["one", "two"], to: database)
        let backup = try await fixture.backUp(database, compresses: isCompressed)
        try await fixture.write(["three"], to: database)
        database.close()
        let outcome = try fixture.restore(.file(backup.path, needsManifest: true))
        #expect(try fixture.notes() == ["one", "two"])
        let kept = try #require(outcome.kept)
        #expect(try fixture.notes(in: kept) == ["one", "two", "three"])
        #expect(outcome.rowCounts == ["notes": 2])
        #expect(outcome.asOf == backup.manifest.takenAt)
        #expect(outcome.text.contains("The old file is \(outcome.kept ?? "")"))
        let reopened = try fixture.open()
        try await fixture.write(["four"], to: reopened)
        reopened.close()
        #expect(try fixture.notes() == ["one", "two", "four"])
    }

    @Test func `the file of a backup is found by its name in the folder`() async throws {
        let database = try fixture.open()
        try await fixture.write(["one"], to: database)
        let backup = try await fixture.backUp(database)
        database.close()
        let name = String(try #require(backup.path.split(separator: "/").last))
        #expect(try fixture.restore(.file(name, needsManifest: true)).rowCounts == ["notes": 1])
        #expect(throws: RestoreError.noFile(path: "nothing.db")) { try fixture.restore(.file("nothing.db", needsManifest: true)) }
    }

    @Test func `any moment since the backup can be restored, to the commit`() async throws {
        let database = try fixture.open()
        try await fixture.write(["one"], to: database)
        try await fixture.backUp(database)
        let moments = try await fixture.write(["two", "three", "four"], to: database)
        database.close()
        for (index, moment) in moments.enumerated() {
            let outcome = try fixture.restore(.moment(moment))
            #expect(try fixture.notes() == ["one"] + ["two", "three", "four"].prefix(index + 1))
            #expect(outcome.replayed == index + 1)
            #expect(outcome.asOf == moment)
        }
        // A millisecond before a commit, it is not there yet.
        _ = try fixture.restore(.moment(Timestamp(milliseconds: moments[1].milliseconds - 1)))
        #expect(try fixture.notes() == ["one", "two"])
    }

    @Test func `the latest state is the newest backup and all of the archive`() async throws {
        let database = try fixture.open()
        try await fixture.write(["one"], to: database)
        try await fixture.backUp(database)
        try await fixture.write(["two"], to: database)
        try await fixture.backUp(database)
        try await fixture.write(["three"], to: database)
        database.close()
        #expect(unlink(fixture.path) == 0)
        let outcome = try fixture.restore(.latest)
        #expect(try fixture.notes() == ["one", "two", "three"])
        #expect(outcome.kept == nil && outcome.replayed == 1)
    }

    @Test func `a damaged backup is passed over where the archive leads on from the one before`() async throws {
        let database = try fixture.open()
        try await fixture.write(["one"], to: database)
        try await fixture.backUp(database)
        try await fixture.write(["two"], to: database)
        let second = try await fixture.backUp(database)
        let moment = try await fixture.write(["three"], to: database)[0]
        database.close()
        try fixture.flip(second.path, at: 100)
        let outcome = try fixture.restore(.moment(moment))
        #expect(try fixture.notes() == ["one", "two", "three"])
        #expect(outcome.warnings.contains { $0.contains(second.path) })
    }

    @Test func `a moment that nothing leads to is refused with those that there are`() async throws {
        let database = try fixture.open()
        try await fixture.write(["one"], to: database)
        let backup = try await fixture.backUp(database)
        let last = try await fixture.write(["two"], to: database)[0]
        database.close()
        let range = RestorableRange(from: backup.manifest.takenAt, to: last)
        for moment in [backup.manifest.takenAt.adding(seconds: -1), fixture.clock.now.adding(seconds: 1)] {
            let error = try #require(throws: RestoreError.self) { try fixture.restore(.moment(moment)) }
            guard case .notCovered(moment, _, let available) = error else {
                Issue.record("\(error)")
                continue
            }
            #expect(available == [range])
            #expect(error.description.contains("from \(backup.manifest.takenAt.rfc3339) to \(last.rfc3339)"))
        }
        #expect(try fixture.notes() == ["one", "two"])
    }

    @Test func `a moment after writes that went by the archive is refused`() async throws {
        let first = try fixture.open()
        try await fixture.backUp(first)
        try await fixture.write(["one"], to: first)
        first.close()
        let without = try fixture.open(isArchived: false)
        try await fixture.write(["lost"], to: without)
        without.close()
        let second = try fixture.open()
        let moment = try await fixture.write(["two"], to: second)[0]
        second.close()
        #expect(throws: RestoreError.self) { try fixture.restore(.moment(moment)) }
        let latest = try fixture.restore(.latest)
        #expect(try fixture.notes() == ["one"])
        #expect(latest.warnings.contains { $0.contains("no backup begins") })
    }

    @Test func `a moment between a restore and the first write after it is refused, those before and after are not`() async throws {
        let first = try fixture.open()
        try await fixture.write(["one"], to: first)
        try await fixture.backUp(first)
        let good = fixture.clock.now
        try await fixture.write(["damage"], to: first)
        first.close()
        _ = try fixture.restore(.moment(good))
        #expect(try fixture.notes() == ["one"])
        let second = try fixture.open()
        fixture.clock.advance(seconds: 10)
        let between = fixture.clock.now
        try await fixture.backUp(second)
        let last = try await fixture.write(["two"], to: second)[0]
        second.close()
        let error = try #require(throws: RestoreError.self) { try fixture.restore(.moment(between)) }
        #expect(error.description.contains("another one follows"))
        _ = try fixture.restore(.moment(last))
        #expect(try fixture.notes() == ["one", "two"])
        _ = try fixture.restore(.moment(good))
        #expect(try fixture.notes() == ["one"])
    }

    @Test func `of a copy of the folder that has nothing of the archive yet, the newest backup is restored`() async throws {
        let database = try fixture.open()
        try await fixture.write(["one"], to: database)
        let backup = try await fixture.backUp(database)
        try await fixture.write(["two"], to: database)
        database.close()
        let copy = fixture.folder.file("copy")
        try DiskFile.makeFolder(copy)
        _ = try backup.copy(to: copy)
        var restore = Restore(path: fixture.folder.file("new.db"), folder: BackupFolder(copy), product: RestoreFixture.product)
        restore.now = { [clock = fixture.clock] in clock.now }
        let outcome = try restore.run(.latest)
        #expect(outcome.rowCounts == ["notes": 1])
        #expect(outcome.warnings.contains { $0.contains("not in this copy of the archive") })
        #expect(try Drill(folder: BackupFolder(copy), product: RestoreFixture.product, now: restore.now).run().error == nil)
    }

    @Test func `a newest backup whose manifest cannot be read is not passed over in silence`() async throws {
        let database = try fixture.open(isArchived: false)
        try await fixture.write(["one"], to: database)
        try await fixture.backUp(database)
        try await fixture.write(["two"], to: database)
        let newest = try await fixture.backUp(database)
        database.close()
        try fixture.flip(newest.path + ".json", at: 40)
        let error = try #require(throws: RestoreError.self) { try fixture.restore(.latest) }
        #expect(error.description.contains(newest.path))
        let drill = try Drill(folder: fixture.backups, product: RestoreFixture.product, now: { [clock = fixture.clock] in clock.now }).run()
        #expect(drill.error?.contains(newest.path) == true)
    }

    @Test func `a dry run says the same and leaves everything as it is`() async throws {
        let database = try fixture.open()
        try await fixture.write(["one"], to: database)
        let backup = try await fixture.backUp(database)
        try await fixture.write(["two"], to: database)
        database.close()
        let before = try fixture.folder.read("app.db")
        let outcome = try fixture.restore(.file(backup.path, needsManifest: true), isDryRun: true)
        #expect(outcome.rowCounts == ["notes": 1] && outcome.kept == nil)
        #expect(outcome.text.contains("was not touched"))
        #expect(try fixture.folder.read("app.db") == before)
        #expect(try leftovers().isEmpty)
    }

    @Test func `a running service is refused`() async throws {
        let database = try fixture.open()
        let backup = try await fixture.backUp(database)
        for source in [RestoreSource.file(backup.path, needsManifest: true), .latest, .moment(fixture.clock.now)] {
            let error = try #require(throws: DatabaseError.self) { try fixture.restore(source) }
            guard case .inUse = error else {
                Issue.record("\(error)")
                continue
            }
        }
        try await fixture.write(["still there"], to: database)
        database.close()
    }

    @Test func `a backup of another product is refused`() async throws {
        let database = try fixture.open()
        let backup = try await fixture.backUp(database, product: "diary")
        database.close()
        #expect(throws: RestoreError.wrongProduct(path: backup.path, found: "diary", wanted: "notebook")) {
            try fixture.restore(.file(backup.path, needsManifest: true))
        }
    }

    @Test(arguments: [true, false])
    func `one flipped bit anywhere, in the backup or its manifest, is refused`(isCompressed: Bool) async throws {
        let database = try fixture.open()
        try await fixture.write((0..<200).map { "note \($0)" }, to: database)
        let backup = try await fixture.backUp(database, compresses: isCompressed)
        database.close()
        let before = try fixture.folder.read("app.db")
        for path in [backup.path, backup.path + ".json"] {
            let size = Int(try #require(DiskFile.size(of: path)))
            for position in [0, size - 1] + (0..<20).map({ _ in Int.random(in: 0..<size) }) {
                try fixture.flip(path, at: position)
                #expect(throws: RestoreError.self, "byte \(position) of \(path)") {
                    try fixture.restore(.file(backup.path, needsManifest: true))
                }
                try fixture.flip(path, at: position)
            }
        }
        #expect(try fixture.folder.read("app.db") == before)
        #expect(try leftovers().isEmpty)
        #expect(try fixture.restore(.file(backup.path, needsManifest: true)).rowCounts == ["notes": 200])
    }

    @Test func `without a manifest a file is restored only when asked to, and only if it is a sound database`() async throws {
        let database = try fixture.open()
        try await fixture.write(["one"], to: database)
        let backup = try await fixture.backUp(database)
        database.close()
        #expect(unlink(backup.path + ".json") == 0)
        #expect(throws: RestoreError.noManifest(path: backup.path)) { try fixture.restore(.file(backup.path, needsManifest: true)) }
        #expect(try fixture.restore(.file(backup.path, needsManifest: false)).asOf == nil)
        #expect(try fixture.notes() == ["one"])
        let other = try fixture.folder.write("no database at all".utf8, to: "other.db")
        #expect(throws: RestoreError.self) { try fixture.restore(.file(other, needsManifest: false)) }
        for (name, sql) in [("empty.db", ""), ("diary.db", "CREATE TABLE days (id INTEGER)")] {
            try fixture.folder.write("".utf8, to: name)
            try runElsewhere(sql, on: fixture.folder.file(name))
            let error = try #require(throws: RestoreError.self) {
                try fixture.restore(.file(fixture.folder.file(name), needsManifest: false))
            }
            #expect(error.description.contains("none of the tables of notebook"))
        }
        try fixture.folder.write("not empty".utf8, to: "diary.db-wal")
        let half = try #require(throws: RestoreError.self) {
            try fixture.restore(.file(fixture.folder.file("diary.db"), needsManifest: false))
        }
        #expect(half.description.contains("diary.db-wal"))
        #expect(try fixture.notes() == ["one"])
    }

    @Test func `a damaged live file is kept with all that belongs to it`() async throws {
        let database = try fixture.open()
        try await fixture.write(["one"], to: database)
        let backup = try await fixture.backUp(database)
        database.close()
        let garbage = [UInt8](repeating: 0xA5, count: 8_192)
        try fixture.folder.write(garbage, to: "app.db")
        try fixture.folder.write(garbage, to: "app.db-wal")
        let kept = try #require(try fixture.restore(.file(backup.path, needsManifest: true)).kept)
        #expect(try fixture.notes() == ["one"])
        #expect(DiskFile.size(of: fixture.path + "-wal") ?? 0 == 0, "it would be applied to the new file")
        let name = String(kept.dropFirst(fixture.folder.path.count + 1))
        #expect(try fixture.folder.read(name) == garbage)
    }

    @Test func `a link stays a link, and what it leads to is replaced`() async throws {
        let real = try TemporaryFolder()
        try #require(symlink(real.file("real.db"), fixture.path) == 0)
        let database = try fixture.open()
        try await fixture.write(["one"], to: database)
        let backup = try await fixture.backUp(database)
        try await fixture.write(["two"], to: database)
        database.close()
        let kept = try #require(try fixture.restore(.file(backup.path, needsManifest: true)).kept)
        #expect(kept.contains("real.db.replaced-"))
        #expect(try fixture.notes(in: real.file("real.db")) == ["one"])
        var status = stat()
        #expect(lstat(fixture.path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }

    @Test func `what a killed restore left behind is removed, and permissions are those of the old file`() async throws {
        let database = try fixture.open()
        let backup = try await fixture.backUp(database)
        database.close()
        try fixture.folder.write("half".utf8, to: ".restore-app.db-aaaaaaaaaaaa")
        try fixture.folder.write("another file's".utf8, to: ".restore-other.db-aaaaaaaaaaaa")
        try #require(chmod(fixture.path, 0o604) == 0)
        _ = try fixture.restore(.file(backup.path, needsManifest: true))
        #expect(try leftovers() == [".restore-other.db-aaaaaaaaaaaa"])
        var status = stat()
        #expect(stat(fixture.path, &status) == 0 && status.st_mode & 0o777 == 0o604)
    }

    /// Scratch files beside the live one.
    private func leftovers() throws -> [String] {
        try FolderListing.names(in: fixture.folder.path).filter { $0.hasPrefix(".restore-") }
    }
}
