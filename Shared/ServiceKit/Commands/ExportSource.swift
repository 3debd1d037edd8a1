import Backups
import Database
import Glibc
import PostgreSQLExport
import Timekeeping
import POSIX

/// Where an export reads from: the file of a stopped service, or a copy of a backup.
final class ExportSource<P: Product> {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let database: DatabaseFile
    /// The moment that the data is of.
    let asOf: Timestamp
    private let scratch: ScratchFolder?

    /// - Parameter backup: a path, or a name in `BACKUP_DIR`; `nil` for the service's file, or a backup that a running service makes now.
    init(_ service: ServiceConfiguration, from backup: String?) throws {
        if let backup {
            (database, asOf, scratch) = try Self.unpack(backup, service)
            return
        }
        do {
            database = try Self.open(service)
            asOf = .now
            scratch = nil
        } catch DatabaseError.inUse(_, let process) {
            // Before and after: the backup itself takes room, too.
            try Self.checkRoom(service)
            let backup = try AdminRequest.backup(service, of: P.name, heldBy: process)
            // Of a service that makes none by itself, nobody would ever remove it.
            defer { if !service.backups.isScheduled { Self.remove(backup) } }
            (database, asOf, scratch) = try Self.unpack(backup.path, service)
        }
    }

    /// Lets go of the file, and removes the copy of a backup.
    func close() {
        database.close()
        scratch?.remove()
    }

    private static func open(_ service: ServiceConfiguration) throws -> DatabaseFile {
        let path = service.databasePath
        // An export changes nothing: what the tables lack, and the accounts of an older program, come by migrate.
        let drift = try Inspection(path: path, schema: P.fileSchema).drift
        if !drift.conflicts.isEmpty { throw DatabaseError.schemaConflict(path: path, drift.conflicts) }
        guard drift.additions.isEmpty else {
            throw Failure(description: "\(path): the tables are those of an older program. Run `\(P.name) migrate` first.")
        }
        return try DatabaseFile(path: path, schema: Schema([]), options: service.databaseOptions)
    }

    private static func unpack(_ backup: String, _ service: ServiceConfiguration) throws -> (DatabaseFile, Timestamp, ScratchFolder?) {
        try Interruption.check()
        try checkRoom(service)
        let scratch = try ScratchFolder(besideFileAt: service.databasePath)
        do {
            // Everything about the backup is verified, as when it is restored; only the place is another.
            let restore = Restore(path: scratch.file("app.db"), folder: BackupFolder(service.backups.folder), product: P.name)
            let outcome = try restore.run(.file(backup, needsManifest: true))
            try Interruption.check()
            // The copy is ours: tables of an older program are brought up to date in it.
            let database = try DatabaseFile(path: scratch.file("app.db"), schema: P.fileSchema)
            return (database, outcome.asOf ?? .now, scratch)
        } catch {
            scratch.remove()
            throw error
        }
    }

    /// For a copy beside the file.
    private static func checkRoom(_ service: ServiceConfiguration) throws {
        let live = FileSystem.resolved(service.databasePath)
        try ExportRoom.check(FilePath.folder(of: live), for: FileSystem.size(of: live) ?? 0)
    }

    /// The manifest first: a file without one is no backup.
    private static func remove(_ backup: Backup) {
        for path in [backup.path + ".json", backup.path] where unlink(path) != 0 {
            Console.complain("\(P.name): warning: \(path) cannot be removed: \(SystemError.text(errno)). It holds all data.")
        }
    }
}
