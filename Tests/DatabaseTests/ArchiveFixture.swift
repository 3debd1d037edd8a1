import Glibc
import TestKit
import Testing
import Timekeeping

@testable import Database

/// Where a database file with an archive beside it is, and a clock that a test moves.
///
/// The archive is written when a snapshot is made, before a checkpoint, and when the file is closed: the interval is longer than any test.
struct ArchiveFixture {
    /// A copy of the file, from which the archive leads on.
    struct Base {
        let name: String
        let time: Timestamp
        let position: ArchivePosition
    }

    /// What a base and the archive are together.
    struct Restored {
        let texts: [String]
        let replay: Replay
        let pages: String
    }

    let folder: TemporaryFolder
    let clock = TestClock()
    var options: DatabaseFile.Options

    init(_ change: (inout ArchiveOptions) -> Void = { _ in }) throws {
        folder = try TemporaryFolder()
        var archive = ArchiveOptions(folder: folder.file("archive"))
        archive.interval = 3_600_000
        change(&archive)
        options = DatabaseFile.Options()
        options.archive = archive
        options.now = { [clock] in clock.now }
    }

    var path: String { folder.file("app.db") }

    /// Has pages of another size than the usual one. Before the file is made.
    func setPageSize(_ bytes: Int) throws {
        try runElsewhere("PRAGMA page_size = \(bytes); PRAGMA auto_vacuum = 2; CREATE TABLE other (text)", on: path)
    }

    func open() throws -> DatabaseFile { try DatabaseFile(path: path, schema: Schema([TestFile.notes]), options: options) }

    func insert(_ text: String, into database: DatabaseFile) async throws {
        try await database.write { _ = try $0.execute("INSERT INTO notes (text) VALUES (?)", text) }
    }

    /// Returns when everything that is committed is in the archive.
    func archive(_ database: DatabaseFile) async throws { try await database.snapshot().close() }

    /// Copies the file as it is now.
    func base(of database: DatabaseFile, name: String = "base.db") async throws -> Base {
        let snapshot = try await database.snapshot()
        defer { snapshot.close() }
        try snapshot.copy(to: folder.file(name))
        return Base(name: name, time: snapshot.time, position: try #require(snapshot.position))
    }

    // MARK: Reading the archive

    struct Packed: Error {}

    var reader: ArchiveReader { ArchiveReader(folder: folder.file("archive")) { _ in throw Packed() } }

    /// Applies the archive to a copy of a base, which has to be a sound file then.
    func restore(_ base: Base, until time: Timestamp? = nil, by reader: ArchiveReader? = nil) throws -> Restored {
        let path = try folder.write(try folder.read(base.name), to: "restored.db")
        let replay = try (reader ?? self.reader).replay(onto: path, after: base.position, until: time)
        let check = try FileCheck(path: path, isFull: true)
        #expect(check.damage == [])
        #expect(check.brokenReferences == [])
        return Restored(
            texts: try rowsElsewhere("SELECT text FROM notes ORDER BY id", on: path),
            replay: replay,
            pages: try rowsElsewhere("PRAGMA page_count", on: path)[0]
        )
    }

    /// When the commits after a position were made, as the archive says.
    func times(after position: ArchivePosition) throws -> [Timestamp] {
        var times: [Timestamp] = []
        try reader.walk(after: position) { block, _ in
            times += block.commits.map(\.time).dropFirst(Int(max(0, position.sequence + 1 - block.header.firstSequence)))
            return true
        }
        return times
    }

    func segments() throws -> [String] { try reader.segments().map(\.path) }

    /// How many bytes the blocks of a segment have.
    func blocks(of segment: String) throws -> [Int] {
        let file = try SegmentFile(segment)
        var sizes: [Int] = []
        while case .block(let header) = try file.step(at: Int64(sizes.reduce(0, +))) { sizes.append(header.blockBytes) }
        return sizes
    }

    // MARK: Doing things to it

    func remove(_ path: String) throws { try #require(unlink(path) == 0) }

    /// Changes one bit.
    func flip(_ path: String, at offset: Int, bit: UInt8 = 0) throws {
        let file = try RawFile(path, O_RDWR)
        let byte = try #require(try file.bytes(at: Int64(offset), count: 1).first)
        try file.write([byte ^ (1 << bit)], at: Int64(offset))
    }

    /// Has nothing be written to the place where a file or folder is, which is put aside. Not even root can write beneath a file.
    func block(_ path: String) throws {
        try #require(rename(path, path + ".aside") == 0)
        _ = try RawFile(path, O_WRONLY | O_CREAT | O_EXCL)
    }

    func unblock(_ path: String) throws {
        try #require(unlink(path) == 0)
        try #require(rename(path + ".aside", path) == 0)
    }
}

/// The connection of a writer with its archiver, and nobody who decides what to do: it archives when a test says so, and ends as a process
/// does that is killed.
final class BareWriter {
    let connection: Connection
    let archiver: Archiver

    init(_ fixture: ArchiveFixture) throws {
        connection = try Connection.writer(path: fixture.path, isArchived: true)
        archiver = try Archiver(path: fixture.path, options: try #require(fixture.options.archive), now: fixture.options.now)
        archiver.watch(connection)
        try Schema([TestFile.notes]).apply(to: connection, path: fixture.path)
    }

    func insert(_ text: String) throws { try connection.execute("INSERT INTO notes (text) VALUES (?)", text) }

    /// Many pages in one commit.
    func insertMany(_ texts: [String]) throws {
        try connection.execute("BEGIN IMMEDIATE")
        for text in texts { try insert(text) }
        try connection.execute("COMMIT")
    }

    /// Leaves everything as it is: the WAL where it is, and unarchived what is not archived.
    func kill() {
        connection.close()
        archiver.close()
    }
}

extension ArchiveError {
    /// Its case, and nothing of what depends on where the test runs.
    var kind: String {
        switch self {
        case .missing: "missing"
        case .damaged: "damaged"
        case .failed: "failed"
        }
    }
}
