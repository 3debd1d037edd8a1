import ArgumentParser
import Backups
import HTTPCore
import Timekeeping

/// `backups`: lists what could be restored.
struct BackupsCommand<P: Product>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "backups",
            abstract: "List the backups in BACKUP_DIR, and the moments that can be restored.",
            discussion: "Exit status: 0, also if there are none; 1 if they cannot be read; 78 if a setting is wrong."
        )
    }

    @Flag(help: "Write the list as JSON.")
    var json = false

    func run() async throws {
        do {
            let service = try ProductConfiguration<P>().service
            let list = try BackupList(folder: service.backups.folder)
            Console.say(json ? list.json.serialized() : list.text)
        } catch {
            throw CommandFailure.report(error, of: P.self)
        }
    }
}

/// The backups of a folder and what the archive adds to them.
struct BackupList {
    let folder: String
    let backups: [Backup]
    let unreadable: [String]
    let ranges: [RestorableRange]

    init(folder path: String) throws {
        let folder = BackupFolder(path)
        let history = try BackupHistory(folder)
        self.folder = path
        backups = history.backups
        unreadable = try folder.unreadable()
        ranges = history.ranges()
    }

    /// For people.
    var text: String {
        guard !(backups.isEmpty && unreadable.isEmpty) else { return "\(folder) holds no backups." }
        let lines = backups.map { backup in
            let size = ByteCount.text(backup.manifest.fileBytes)
            let rows = backup.manifest.rowCounts.values.reduce(0, +)
            return "  \(backup.manifest.takenAt.rfc3339)  \(size)  \(rows) rows  \(backup.path)"
        }
        let broken = unreadable.map { "  without a manifest that can be read: \($0)" }
        let moments = ranges.map { "Any moment \($0) can be restored." }
        return (["Backups in \(folder), oldest first:"] + lines + broken + moments).joined(separator: "\n")
    }

    /// For programs.
    var json: JSONValue {
        [
            "folder": .string(folder),
            "backups": .array(backups.map { ["path": .string($0.path), "manifest": $0.manifest.json] }),
            "unreadable": .array(unreadable.map { .string($0) }),
            "ranges": .array(ranges.map { ["from": JSONValue($0.from), "to": JSONValue($0.to)] }),
        ]
    }
}
