import ArgumentParser
import Capacity
import Database
import HTTPCore
import Timekeeping

/// `capacity`: says how much of what the file can carry on this machine is used.
struct CapacityCommand<P: Product>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "capacity",
            abstract: "Say how much of what this machine can do with one file is used, and whether to move to PostgreSQL.",
            discussion: """
                Compares what the service did, which it counts while it runs, with what this machine can do, measured for three seconds in a \
                file of its own beside the database. A running service is asked on its admin port, and keeps answering meanwhile.

                docs/capacity.md explains each line.

                Exit status: 0 whatever the outcome, 1 if the file cannot be read, 78 if a setting is wrong.
                """
        )
    }

    @Flag(help: "Write the report as JSON.")
    var json = false

    func run() async throws {
        do {
            let service = try ProductConfiguration<P>().service
            ServiceUser.assume(forFileAt: service.databasePath)
            let report = try await Self.report(service)
            Console.say(json ? report.serialized() : report["text"]?.stringValue ?? report.serialized())
        } catch {
            throw CommandFailure.report(error, of: P.self)
        }
    }

    /// - Parameter probe: whether to measure. For tests.
    static func report(_ service: ServiceConfiguration, probe: Bool = true) async throws -> JSONValue {
        guard FileSystem.size(of: service.databasePath) != nil else {
            throw DatabaseError.unusable(path: service.databasePath, reason: "no such file. It is made when the service first starts.")
        }
        let database: DatabaseFile
        do {
            // Without tables of its own, so that it adds none: this changes nothing.
            database = try DatabaseFile(path: service.databasePath, schema: Schema([]), options: service.databaseOptions)
        } catch DatabaseError.inUse {
            return try AdminRequest.capacity(service)
        }
        defer { database.close() }
        return try await CapacityReport.make(database: database, probe: probe, now: .now).json
    }
}
