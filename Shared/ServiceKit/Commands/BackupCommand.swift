import ArgumentParser
import Backups
import Database
import Glibc
import HTTPCore
import Timekeeping

/// `backup`: makes a backup now, of a service that runs or of its file.
struct BackupCommand<P: Product>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "backup",
            abstract: "Make a backup now, verified, in BACKUP_DIR.",
            discussion: """
                A running service makes it itself, without holding up its requests; it is asked on its admin port. Of a stopped service, the \
                file is opened. The backup is one file, with a manifest beside it that says what is in it.

                Exit status: 0 if the backup is made and verified, 1 if not, 78 if a setting is wrong.
                """
        )
    }

    @Option(help: ArgumentHelp("Copy the backup and its manifest there, too.", valueName: "file or folder"))
    var output: String?

    @Flag(name: .customLong("no-compress"), help: "Leave it uncompressed. Only of a stopped service; for all others see BACKUP_COMPRESS.")
    var isPlain = false

    @Flag(help: "Write the manifest as JSON.")
    var json = false

    func run() async throws {
        do {
            let service = try ProductConfiguration<P>().service
            ServiceUser.assume(forFileAt: service.databasePath)
            let backup = try await Self.make(service, compresses: isPlain ? false : nil)
            // Before it is copied: it is made, whatever comes of that.
            Console.say(json ? backup.manifest.json.serialized() : Self.text(backup))
            guard let output else { return }
            // To wherever whoever gave the command may write.
            ServiceUser.resume()
            let copy = try backup.copy(to: output)
            if !json { Console.say("Copied to \(copy)") }
        } catch {
            throw CommandFailure.report(error, of: P.self)
        }
    }

    /// - Parameter compresses: Default: as the settings say.
    static func make(_ service: ServiceConfiguration, compresses: Bool? = nil) async throws -> Backup {
        guard FileSystem.size(of: service.databasePath) != nil else {
            throw DatabaseError.unusable(path: service.databasePath, reason: "no such file. It is made when the service first starts.")
        }
        let database: DatabaseFile
        do {
            // Without tables of its own, so that it adds none: a backup changes nothing.
            database = try DatabaseFile(path: service.databasePath, schema: Schema([]), options: service.databaseOptions)
        } catch DatabaseError.inUse(_, let process) {
            return try AdminRequest.backup(service, of: P.name, heldBy: process)
        }
        defer { database.close() }
        let maker = BackupMaker(
            database: database,
            product: P.name,
            version: P.version,
            folder: BackupFolder(service.backups.folder),
            compresses: compresses ?? service.backups.compresses,
            now: { .now }
        )
        return try await maker.make()
    }

    private static func text(_ backup: Backup) -> String {
        let manifest = backup.manifest
        let original = manifest.compression == .gzip ? ", compressed from \(ByteCount.text(manifest.bytes))" : ""
        let size = ByteCount.text(manifest.fileBytes) + original
        let rows = manifest.rowCounts.values.reduce(0, +)
        return """
            \(backup.path): \(size), as of \(manifest.takenAt.rfc3339), \(rows) rows in \(manifest.rowCounts.count) tables, verified
            """
    }
}
