import ArgumentParser
import Database
import HTTPCore
import HTTPTypes
import NIOPosix
import TestKit
import Testing

@testable import ServiceKit

struct CommandTests {
    @Test("migrate says what it made, what it added, and when there is nothing to do")
    func migrate() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        #expect(try MigrateCommand<Notebook>.migrate(path: path) == "\(path): created with 7 tables")
        #expect(try MigrateCommand<Notebook>.migrate(path: path) == "\(path): nothing to add, the tables fit")
        let other = folder.file("other.db")
        try DatabaseFile(path: other, schema: Schema([Table("pages", columns: [.identity()])])).close()
        #expect(try MigrateCommand<Notebook>.migrate(path: other).contains("added\n  CREATE TABLE \"accounts\""))
        #expect(try DatabaseFile(path: other, schema: Notebook.fileSchema).read { try $0.all("SELECT * FROM notes") { _ in 1 } } == [])
    }

    @Test("migrate leaves a file alone that is in use")
    func migrateInUse() throws {
        let folder = try TemporaryFolder()
        let file = try DatabaseFile(path: folder.file("app.db"), schema: Notebook.fileSchema)
        #expect(throws: DatabaseError.self) { try MigrateCommand<Notebook>.migrate(path: file.path) }
    }

    @Test("healthcheck sees whether the service is ready", arguments: ["127.0.0.1", "0.0.0.0", "localhost"])
    func healthcheck(host: String) async throws {
        let (answer, port) = try await TestService<Notebook>.run { service in
            let port = service.ports.main
            return (try await blocking { try ReadinessRequest(host: host, port: port).send() }, port)
        }
        #expect(try JSONParser.parse(answer)["status"]?.stringValue == "ready")
        await #expect(throws: ReadinessRequest.Failure.self) {
            try await blocking { try ReadinessRequest(host: host, port: port).send() }
        }
    }

    private func blocking<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await NIOThreadPool.singleton.runIfActive(body)
    }

    @Test("the help names the commands and the settings")
    func help() {
        let help = RootCommand<Notebook>.helpMessage(columns: 120)
        for text in [
            "Notebook: keeps notes.", "serve (default)", "migrate", "doctor", "healthcheck", "backup", "backups", "restore", "drill",
            "--version",
            "DATABASE_PATH (./data/notebook/app.db)",
        ] {
            #expect(help.contains(text))
        }
    }

    @Test(
        "an error of the database is told to clients without its detail",
        arguments: [
            (.overloaded, 503, "overloaded"), (.closed, 503, "storage_unavailable"),
            (.transactionLost, 503, "storage_unavailable"),
            (.sqlite(code: .full, message: "secret", sql: "secret"), 503, "storage_unavailable"),
            (.sqlite(code: .inputOutput, message: "secret", sql: nil), 503, "storage_unavailable"),
            (.sqlite(code: .corrupt, message: "secret", sql: nil), 503, "storage_unavailable"),
            (.sqlite(code: .constraintUnique, message: "secret", sql: "secret"), 500, "internal_error"),
            (.column(name: "secret", found: "secret", wanted: "secret"), 500, "internal_error"),
        ] as [(DatabaseError, Int, String)]
    )
    func problems(error: DatabaseError, status: Int, code: String) {
        let problem = error.problem
        #expect(problem.code.status.code == status)
        #expect(problem.code.code == code)
        #expect(!problem.json(requestID: "").serialized().contains("secret"))
        #expect((problem.headers[.retryAfter] != nil) == (status == 503))
    }
}
