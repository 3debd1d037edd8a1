import ArgumentParser
import HTTPCore

/// The executable of a product.
public enum ServiceMain<P: Product> {
    /// Runs the command that the arguments name; without one, `serve`.
    public static func main() async {
        await RootCommand<P>.main()
    }
}

/// The executable itself: its help and its commands.
struct RootCommand<P: Product>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: P.name,
            abstract: "\(P.title): \(P.summary).",
            discussion: """
                Without a command, it serves. All data is in one SQLite file.

                Settings are environment variables (defaults in parentheses):

                \(SettingsHelp.text(for: P.self))
                """,
            version: "\(P.name) \(P.version)",
            subcommands: [
                ServeCommand<P>.self, MigrateCommand<P>.self, BackupCommand<P>.self, BackupsCommand<P>.self, RestoreCommand<P>.self,
                DrillCommand<P>.self, DoctorCommand<P>.self, CapacityCommand<P>.self, ExportPostgresCommand<P>.self,
                HealthcheckCommand<P>.self,
            ],
            defaultSubcommand: ServeCommand<P>.self
        )
    }
}
