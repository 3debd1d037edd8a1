import ArgumentParser
import HTTPCore

/// `doctor`: examines the file of a service that does not run, and says what it can about one that does.
struct DoctorCommand<P: Product>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "doctor",
            abstract: "Examine the file: settings, damage, references, tables, sizes, room on the disk.",
            discussion: """
                Changes no data. While the service runs, the file is its own, and only what shows from outside is reported.

                Exit status: 0 if all is sound, 1 if there are problems, 75 if the service is running, 78 if a setting is wrong.
                """
        )
    }

    @Flag(help: "Write the report as JSON.")
    var json = false

    func run() async throws {
        do {
            let path = try ProductConfiguration<P>().service.databasePath
            ServiceUser.assume(forFileAt: path)
            let report = DoctorReport(of: P.self, path: path)
            Console.say(json ? report.json.serialized() : report.text)
            guard report.outcome == .sound else { throw ExitCode(report.outcome.rawValue) }
        } catch {
            throw CommandFailure.report(error, of: P.self)
        }
    }
}
