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
            Console.say(try Self.migrate(path: try ProductConfiguration<P>().service.databasePath))
        } catch {
            throw CommandFailure.report(error, of: P.self)
        }
    }

    static func migrate(path: String) throws -> String {
        let isNew = FileSystem.size(of: path) == nil
        let additions = isNew ? [] : try Inspection(path: path, schema: P.fileSchema).drift.additions
        try DatabaseFile(path: path, schema: P.fileSchema).close()
        if isNew { return "\(path): created with \(P.fileSchema.tables.count) tables" }
        if additions.isEmpty { return "\(path): nothing to add, the tables fit" }
        return "\(path): added\n" + additions.map { "  \($0)" }.joined(separator: "\n")
    }
}
