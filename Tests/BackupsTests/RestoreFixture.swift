import Backups
import HTTPCore
import TestKit
import Timekeeping

@testable import Database

/// A file of notes with an archive, and a folder of backups beside it. Each note is written a second after the one before.
struct RestoreFixture {
    static let schema = Schema([Table("notes", columns: [.identity(), .text("text")])])
    static let product = "notebook"

    let folder: TemporaryFolder
    let clock = TestClock()
    let path: String
    let backups: BackupFolder

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("app.db")
        backups = BackupFolder(folder.file("backups"))
    }

    var archive: ArchiveOptions { ArchiveOptions(folder: backups.archiveFolder) }

    func open(isArchived: Bool = true) throws -> DatabaseFile {
        var options = DatabaseFile.Options()
        options.now = { [clock] in clock.now }
        if isArchived { options.archive = archive }
        return try DatabaseFile(path: path, schema: Self.schema, options: options)
    }

    /// Writes one note after the other and returns the moment of each.
    @discardableResult
    func write(_ texts: [String], to database: DatabaseFile) async throws -> [Timestamp] {
        var moments: [Timestamp] = []
        for text in texts {
            clock.advance(seconds: 1)
            try await database.write { _ = try $0.execute("INSERT INTO notes (text) VALUES (?)", text) }
            moments.append(clock.now)
        }
        return moments
    }

    @discardableResult
    func backUp(_ database: DatabaseFile, product: String = product, compresses: Bool = true) async throws -> Backup {
        clock.advance(seconds: 1)
        let maker = BackupMaker(
            database: database,
            product: product,
            version: "1.0",
            folder: backups,
            compresses: compresses,
            now: { [clock] in clock.now }
        )
        return try await maker.make()
    }

    func restore(_ source: RestoreSource, isDryRun: Bool = false) throws -> RestoreOutcome {
        var restore = Restore(path: path, folder: backups, product: Self.product)
        restore.tables = ["notes"]
        restore.isDryRun = isDryRun
        restore.now = { [clock] in clock.now }
        return try restore.run(source)
    }

    /// The notes in a file that nobody has open.
    func notes(in path: String? = nil) throws -> [String] {
        try rowsElsewhere("SELECT text FROM notes ORDER BY id", on: path ?? self.path)
    }

    /// Changes one bit.
    func flip(_ path: String, at position: Int) throws {
        let name = String(path.dropFirst(folder.path.count + 1))
        var bytes = try folder.read(name)
        bytes[position] ^= 0x10
        try folder.write(bytes, to: name)
    }
}
