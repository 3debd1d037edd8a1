import Accounts
import Database
import HTTPCore
import Hummingbird
import ServiceKit
import Timekeeping

/// A service like the four products, with routes that do as little as possible: what the products' routes are compared with.
struct StackBenchmark: Product {
    static let name = "benchmark-server"
    static let title = "Benchmark server"
    static let summary = "Answers the plain routes that `make bench` compares the products with"
    static let defaultPort = 8000
    static let schema = Schema([
        Table("notes", columns: [.identity(), .text("token"), .text("text")], indexes: [.unique("notes_by_token", on: ["token"])])
    ])

    static let policy = AccountPolicy(keyPrefix: "bs_", free: Plan("free", price: 0, limits: [:]), paid: [])
    static let operations: [Operation] = []
    static let signUpMembers: [JSONSchema.Property] = []

    let exports: [ExportSection] = []
    private let database: DatabaseFile
    private let requireKey: RequireKey

    /// Puts a thousand rows in the file, so that a point read has an index to walk.
    init(environment: ServiceEnvironment, settings: Void) async throws {
        database = environment.database
        requireKey = environment.requireKey
        try await database.write { connection in
            for number in 1...1_000 {
                try connection.execute(
                    "INSERT INTO notes (token, text) VALUES (?, ?) ON CONFLICT (token) DO NOTHING",
                    "token-\(number)",
                    "a note"
                )
            }
        }
    }

    func provision(_ connection: Connection, _ accountID: Int64, _ now: Timestamp) -> JSONObject { [:] }

    func addRoutes(to router: ServiceRouter) {
        router.get("/plain") { _, _ in
            Response.text(.ok, "OK")
        }
        router.group("/authenticated").add(middleware: requireKey).get { _, _ in
            Response.text(.ok, "OK")
        }
        router.get("/point-read") { [database] _, _ in
            let text = try database.first("SELECT text FROM notes WHERE token = ?", "token-500") { row in
                let text: String = try row["text"]
                return text
            }
            return Response.text(.ok, text ?? "")
        }
        router.post("/no-write/{token}") { request, context in
            _ = try context.parameter("token")
            _ = try await request.bytes(upTo: context.maxBodyBytes)
            return Response.text(.ok, "OK")
        }
    }
}
