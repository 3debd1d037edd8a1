import Accounts
import Database
import Timekeeping
import HTTPCore
import Hummingbird
import ServiceKit
import ServiceLifecycle
import Synchronization

/// The smallest product that has everything a product can have.
struct Notebook: Product {
    struct Settings: Sendable {
        var notesPerPage: Int
    }

    static let name = "notebook"
    static let title = "Notebook"
    static let summary = "keeps notes"
    static let defaultPort = 8_099
    static let schema = Schema([Table("notes", columns: [.identity(), .text("text"), .timestamp("created_at")])])
    static let policy = AccountPolicy(keyPrefix: "nb_", free: Plan("free", price: 0, limits: ["note_limit": 10]), paid: [])
    static let operations: [Operation] = []
    static let signUpMembers: [JSONSchema.Property] = []

    let exports: [ExportSection] = []
    let environment: ServiceEnvironment
    let settings: Settings
    let background = Background()

    static func settings(from reader: SettingsReader) -> Settings {
        Settings(notesPerPage: reader.setting("NOTES_PER_PAGE", .integer(in: 1...100), default: 10, "Notes in one answer."))
    }

    init(environment: ServiceEnvironment, settings: Settings) {
        self.environment = environment
        self.settings = settings
        background.database.withLock { $0 = environment.database }
    }

    func provision(_ connection: Connection, _ accountID: Int64, _ now: Timestamp) -> JSONObject { [:] }

    func addRoutes(to router: ServiceRouter) {
        router.post("/notes") { request, context in
            let reader = ObjectReader(try await request.jsonBody(context))
            let text = reader.requiredString("text")
            try reader.finish()
            let now = environment.now()
            try await environment.database.write { connection in
                _ = try connection.execute("INSERT INTO notes (text, created_at) VALUES (?, ?)", text, now)
            }
            return Response.json(.created, ["created_at": .string(now.rfc3339)])
        }
        router.get("/broken") { _, _ -> Response in
            throw DatabaseError.sqlite(code: .corrupt, message: "database disk image is malformed", sql: nil)
        }
        let limit = RateLimit("notes", quota: 10, windowSeconds: 60)
        router.group("/limited").add(middleware: RateLimitMiddleware(RateLimiter(), limit)).get("broken") { _, _ -> Response in
            throw DatabaseError.sqlite(code: .corrupt, message: "database disk image is malformed", sql: nil)
        }
        router.get("/notes") { _, _ in
            let notes = try environment.database.read { connection in
                try connection.all("SELECT text FROM notes ORDER BY id LIMIT ?", settings.notesPerPage) { row in try row["text"] as String }
            }
            return Response.json(.ok, ["notes": .array(notes.map { .string($0) })])
        }
    }

    var services: [any Service] { [background] }

    /// Writes one last note when it is told to stop, which needs a file that is still open.
    final class Background: Service {
        let database = Mutex<DatabaseFile?>(nil)

        func run() async throws {
            try await gracefulShutdown()
            try await database.withLock { $0 }?.write { connection in
                _ = try connection.execute("INSERT INTO notes (text, created_at) VALUES ('the end', 0)")
            }
        }
    }
}
