import ArgumentParser
import Backups
import HTTPCore

/// `drill`: restores the newest backup to a scratch place.
struct DrillCommand<P: Product>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "drill",
            abstract: "Restore the newest backup and its archive to a scratch place, check what comes out, and throw it away.",
            discussion: """
                Touches no live file, so the service may run. A service with BACKUP_DIR does it by itself, see DRILL_EVERY.

                Exit status: 0 if the backup can be restored, 1 if not, 78 if a setting is wrong.
                """
        )
    }

    @Flag(help: "Write the report as JSON.")
    var json = false

    func run() async throws {
        do {
            let service = try ProductConfiguration<P>().service
            ServiceUser.assume(forFileAt: service.databasePath)
            let report = try Drill(folder: BackupFolder(service.backups.folder), product: P.name).run()
            Console.say(json ? report.json.serialized() : report.text)
            guard report.error == nil else { throw ExitCode.failure }
        } catch {
            throw CommandFailure.report(error, of: P.self)
        }
    }
}
