import ArgumentParser
import Backups
import Database
import Glibc
import PostgreSQLExport
import Timekeeping
import POSIX

/// `export-postgres`: the way to PostgreSQL, and the proof that all of it arrived.
struct ExportPostgresCommand<P: Product>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export-postgres",
            abstract: "Write all data as SQL for psql, or compare a PostgreSQL database with it.",
            discussion: """
                Of a stopped service, the file is read. A running service is asked for a backup, and that is exported: nothing is held up, \
                and what is written afterwards is not in it. The data of one moment, loaded by psql in one transaction:

                    \(P.name) export-postgres --output \(P.name).sql
                    createdb --encoding=UTF8 --template=template0 \(P.name)
                    psql --no-psqlrc --dbname=\(P.name) --file=\(P.name).sql
                    \(P.name) export-postgres --output \(P.name).sql --verify postgresql:///\(P.name)

                Only a new name, an empty file or an earlier export is written to. On the disk of the data, 256 MiB stay free.

                Exit status: 0 if all went well, 1 if not or if the database differs, 78 if a setting is wrong.
                """
        )
    }

    @Option(help: ArgumentHelp("The file to write; - for standard output. Default: \(P.name).sql.", valueName: "file"))
    var output = "\(P.name).sql"

    @Option(help: ArgumentHelp("Export this backup: a path, or a name in BACKUP_DIR.", valueName: "backup"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            """
            Write nothing; compare this database with the manifest of the export at --output. Needs psql. A password in the URL is kept from \
            psql's command line, but stands in this one, which others on the machine can see: better set PGPASSWORD.
            """,
            valueName: "url"
        )
    )
    var verify: String?

    @Option(
        name: .customLong("replace-nul"),
        help: ArgumentHelp(
            "What to put for a NUL character in a text, which PostgreSQL cannot hold; not in what is unique. Default: refuse.",
            valueName: "text"
        )
    )
    var replacesNUL: String?

    func validate() throws {
        guard !output.isEmpty else { throw ValidationError("--output is empty; name a file, or - for standard output.") }
        if verify != nil {
            guard output != "-" else { throw ValidationError("--verify needs the file of the export at --output.") }
            guard from == nil, replacesNUL == nil else {
                throw ValidationError("--verify exports nothing, so --from and --replace-nul say nothing there.")
            }
        }
    }

    func run() async throws {
        do {
            if let verify {
                try compare(verify)
            } else {
                try await export()
            }
        } catch {
            throw CommandFailure.report(error, of: P.self)
        }
    }

    private func compare(_ url: String) throws {
        let manifest = try DumpManifest(ofFileAt: output)
        warn(manifest)
        guard manifest.product == P.name else {
            throw PostgreSQLExportError.manifest(path: output, reason: "this is an export of \(manifest.product), not of \(P.name)")
        }
        let verification = try PostgreSQLVerification(of: url, against: manifest, schema: P.fileSchema)
        Console.say(verification.text)
        guard verification.isSame else { throw ExitCode.failure }
    }

    private func export() async throws {
        // A reader that goes away is an error, and so is a signal: what was written so far is removed.
        signal(SIGPIPE, SIG_IGN)
        Interruption.listen()
        let service = try ProductConfiguration<P>().service
        ServiceUser.assume(forFileAt: service.databasePath)
        if output != "-" { try checkPlace(service) }
        let source = try ExportSource<P>(service, from: from)
        defer { source.close() }
        var exporter = PostgreSQLExporter(schema: P.fileSchema, product: P.name, version: P.version, replacesNUL: replacesNUL)
        exporter.check = Interruption.check
        let destination: PostgreSQLExporter.Destination = output == "-" ? .descriptor(STDOUT_FILENO) : .file(output)
        let manifest = try source.database.read { [exporter] connection in
            try exporter.export(connection, to: destination, asOf: source.asOf)
        }
        warn(manifest)
        let rows = manifest.tables.reduce(0) { $0 + $1.rows }
        let summary = "\(rows) rows in \(manifest.tables.count) tables, as of \(manifest.asOf.rfc3339)"
        // Standard output is the export's own.
        if output == "-" { Console.complain("\(P.name): \(summary)") } else { Console.say("\(output): \(summary)") }
    }

    /// Before a backup is made, which may take long: that nothing but an earlier export is replaced, and that there is room.
    private func checkPlace(_ service: ServiceConfiguration) throws {
        let live = FileSystem.resolved(service.databasePath)
        let backups = from.map { [$0, "\(service.backups.folder)/\($0)"] } ?? []
        let spared = ["", "-wal", "-shm", ".lock"].map { live + $0 } + backups.flatMap { [$0, $0 + ".json"] }
        try PostgreSQLExporter.checkPlace(output, sparing: spared)
        let folder = FilePath.folder(of: FileSystem.resolved(output))
        // About what an export of texts and blobs takes.
        if ExportRoom.isShared(folder, live) { try ExportRoom.check(folder, for: 2 * (FileSystem.size(of: live) ?? 0)) }
    }

    private func warn(_ manifest: DumpManifest) {
        for warning in manifest.warnings { Console.complain("\(P.name): warning: \(warning)") }
    }
}
