import ArgumentParser
import Backups
import Database
import HTTPCore
import Timekeeping

/// `restore`: puts a backup, or the state of any archived moment, into the place of the live file.
struct RestoreCommand<P: Product>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "restore",
            abstract: "Put a backup, or the state of any moment since, into the place of the file.",
            discussion: """
                Stop the service first. Everything is verified before anything is replaced, and the old file is kept beside the new one. \
                The command backups lists what there is.

                Exit status: 0 if the file is restored, 1 if not (then nothing was changed), 75 if the service is running, 78 if a setting \
                is wrong.
                """
        )
    }

    @Argument(help: "The backup: a path, or a name in BACKUP_DIR.")
    var file: String?

    @Option(
        help: ArgumentHelp(
            "Restore the state of this moment: a time such as 2026-11-26T09:30:00Z, or seconds since 1970.",
            valueName: "time"
        )
    )
    var at: String?

    @Flag(help: "Restore the newest backup and all of the archive after it.")
    var latest = false

    @Flag(name: .customLong("dry-run"), help: "Do everything but the last step.")
    var isDryRun = false

    @Flag(name: .customLong("no-manifest"), help: "Accept a file without a manifest; only the database itself is checked.")
    var isWithoutManifest = false

    func validate() throws {
        let choices = [file != nil, at != nil, latest].filter { $0 }.count
        guard choices == 1 else {
            throw ValidationError(
                "Say what to restore: either a FILE, or --at with a time, or --latest. The command backups lists what there is."
            )
        }
        guard !isWithoutManifest || file != nil else { throw ValidationError("--no-manifest is only for a FILE.") }
        if let at, Self.moment(at) == nil {
            throw ValidationError(
                "--at \(at) is no time; give one such as 2026-11-26T09:30:00Z or 2026-11-26T10:30:00+01:00, or seconds since 1970."
            )
        }
    }

    func run() async throws {
        do {
            let service = try ProductConfiguration<P>().service
            ServiceUser.assume(forFileAt: service.databasePath)
            Console.say(try Self.restore(source, service, isDryRun: isDryRun).text)
        } catch DatabaseError.inUse(let path, let process) {
            let name = process.map { "the process with id \($0)" } ?? "another process"
            Console.complain(
                """
                \(P.name): \(path) is in use by \(name), most likely the service. Nothing was changed. Stop it first \
                (deploy/local/compose stop \(P.name), systemctl stop saas-suite@\(P.name), or Ctrl-C where it runs), then restore.
                """
            )
            throw CommandFailure.running
        } catch {
            throw CommandFailure.report(error, of: P.self)
        }
    }

    static func restore(_ source: RestoreSource, _ service: ServiceConfiguration, isDryRun: Bool) throws -> RestoreOutcome {
        var restore = Restore(path: service.databasePath, folder: BackupFolder(service.backups.folder), product: P.name)
        // Its own tables; all products have those of accounts. The last one is the original's, whose files are adopted.
        restore.tables = P.schema.tables.isEmpty ? [] : P.schema.tables.map(\.name) + ["users"]
        restore.isDryRun = isDryRun
        return try restore.run(source)
    }

    private var source: RestoreSource {
        if let file { return .file(file, needsManifest: !isWithoutManifest) }
        // Checked above.
        return at.flatMap(Self.moment).map { .moment($0) } ?? .latest
    }

    /// RFC 3339, or seconds since 1970 with or without a fraction. `nil` for anything else, milliseconds included.
    static func moment(_ text: String) -> Timestamp? {
        guard text.utf8.count <= 64 else { return nil }
        if let time = Timestamp(rfc3339: text) { return time }
        // Up to the year 5138: what is more are milliseconds, of which nobody would notice that they were taken for seconds.
        guard let seconds = JSONNumber(text)?.double, (0..<100_000_000_000).contains(seconds) else { return nil }
        return Timestamp(milliseconds: Int64((seconds * 1_000).rounded()))
    }
}
