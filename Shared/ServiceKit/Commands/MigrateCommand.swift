import ArgumentParser
import Database

/// `migrate`: brings the tables of the file up to date without serving.
struct MigrateCommand<P: Product>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "migrate",
            abstract: "Add what the tables of the file lack, say what that was, and exit.",
            discussion: """
                serve does the same at every start. Nothing is ever dropped or rewritten.

                Exit status: 0 if the tables fit now, 1 if not (the file is in use, or adding cannot mend it), 78 if a setting is wrong.
                """
        )
    }

    func run() async throws {
        do {
            let service = try ProductConfiguration<P>().service
            ServiceUser.assume(forFileAt: service.databasePath)
            Console.say(try Self.migrate(service))
        } catch {
            throw CommandFailure.report(error, of: P.self)
        }
    }

    static func migrate(_ service: ServiceConfiguration) throws -> String {
        try migrate(path: service.databasePath, options: service.databaseOptions)
    }

    /// - Parameter options: as the service opens the file, its archive included.
    static func migrate(path: String, options: DatabaseFile.Options = .init()) throws -> String {
        let isNew = FileSystem.size(of: path) == nil
        let additions = isNew ? [] : try Inspection(path: path, schema: P.fileSchema).drift.additions
        try DatabaseFile(path: path, schema: P.fileSchema, options: options).close()
        if isNew { return "\(path): created with \(P.fileSchema.tables.count) tables" }
        if additions.isEmpty { return "\(path): nothing to add, the tables fit" }
        return "\(path): added\n" + additions.map { "  \($0)" }.joined(separator: "\n")
    }
}
