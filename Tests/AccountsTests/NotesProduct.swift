import Database
import HTTPCore
import Hummingbird
import ServiceKit
import ServiceLifecycle
import Synchronization
import TestKit
import Testing
import Timekeeping

@testable import Accounts

/// A product in which accounts own notes, of which there may be many.
struct NotesProduct: Product {
    static let name = "notes"
    static let title = "Notes"
    static let summary = "Keeps notes"
    static let defaultPort = 8_096
    static let schema = Schema([notes])
    static let policy = AccountPolicy(keyPrefix: "np_", free: Plan("free", price: 0, limits: [:]), paid: [])
    static let operations: [HTTPCore.Operation] = []
    static let signUpMembers: [JSONSchema.Property] = []

    private static let notes = Table(
        "notes",
        columns: [.identity(), .reference("account_id", to: "accounts", onDelete: .cascade), .text("text")],
        indexes: [.index("notes_by_account", on: ["account_id", "id"]), .index("notes_by_text", on: ["text"])]
    )

    let accounts: Accounts
    let hooks = NotesHooks()
    private let requireKey: RequireKey

    init(environment: ServiceEnvironment, settings: Void) {
        accounts = environment.accounts
        requireKey = environment.requireKey
    }

    var exports: [ExportSection] { [Self.export(hooks)] }
    var services: [any Service] { [StoppingService(hooks: hooks)] }

    func provision(_ connection: Connection, _ accountID: Int64, _ now: Timestamp) -> JSONObject { [:] }

    func erase(_ accountID: Int64) async throws { try await Self.erase(accountID, in: accounts.database, hooks) }

    func forget(_ accountID: Int64) { hooks.forget(accountID) }

    /// Beside the routes of every product one that erases and does not wait for the end.
    func addRoutes(to router: ServiceRouter) {
        let group = router.group("/impatient").add(middleware: requireKey)
        ErasureRoutes(accounts, erase: erase, forget: forget, patience: .zero).add(to: group)
    }

    /// The notes of an account.
    static func export(_ hooks: NotesHooks) -> ExportSection {
        ExportSection("notes") { connection, accountID, after, limit in
            try hooks.readPage(after)
            let notes = try connection.all(
                "SELECT id, text FROM notes WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?",
                accountID,
                after,
                limit
            ) { (id: try $0["id"] as Int64, text: try $0["text"] as String) }
            let rows = notes.map { ["id": .integer($0.id), "text": .string($0.text)] as JSONValue }
            return (rows: rows, last: notes.count < limit ? nil : notes.last?.id)
        }
    }

    /// Deletes the notes of an account in steps, as soon and as far as the test lets it.
    static func erase(_ accountID: Int64, in database: DatabaseFile, _ hooks: NotesHooks) async throws {
        try await hooks.erase()
        var deleted = 0
        repeat {
            try Task.checkCancellation()
            deleted = try await database.write { connection in
                try connection.execute(
                    "DELETE FROM notes WHERE id IN (SELECT id FROM notes WHERE account_id = ? ORDER BY id LIMIT 300)",
                    accountID
                )
            }
        } while deleted == 300
    }

    /// Adds notes.
    static func add(_ texts: [String], for accountID: Int64, in database: DatabaseFile) async throws {
        try await database.write { connection in
            for text in texts { try connection.execute("INSERT INTO notes (account_id, text) VALUES (?, ?)", accountID, text) }
        }
    }

    /// Does at the stop what a test wants.
    private struct StoppingService: Service {
        let hooks: NotesHooks

        func run() async throws {
            // Also when it is cancelled, because it was not its turn for too long.
            defer { hooks.stop() }
            try await gracefulShutdown()
        }
    }
}

/// Where a test takes part in what a ``NotesProduct`` does.
final class NotesHooks: Sendable {
    struct EraseFailure: Error {}

    private struct State {
        var isEraseHeld = false
        var doesEraseFail = false
        var exportedPages = 0
        var forgotten: [Int64] = []
        var beforeExportPage: (@Sendable (_ after: Int64) throws -> Void)?
        var atStop: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    /// The erasure waits.
    var isEraseHeld: Bool {
        get { state.withLock { $0.isEraseHeld } }
        set { state.withLock { $0.isEraseHeld = newValue } }
    }

    /// The erasure fails.
    var doesEraseFail: Bool {
        get { state.withLock { $0.doesEraseFail } }
        set { state.withLock { $0.doesEraseFail = newValue } }
    }

    /// Pages of exports so far.
    var exportedPages: Int { state.withLock { $0.exportedPages } }

    /// The accounts that were to be forgotten, each as often as it was.
    var forgotten: [Int64] { state.withLock { $0.forgotten } }

    /// Has something done, on the thread of the export, before each page is read.
    func beforeExportPage(_ action: @escaping @Sendable (_ after: Int64) throws -> Void) {
        state.withLock { $0.beforeExportPage = action }
    }

    /// Has something done when the product's services are stopped.
    func atStop(_ action: @escaping @Sendable () -> Void) { state.withLock { $0.atStop = action } }

    func forget(_ accountID: Int64) { state.withLock { $0.forgotten.append(accountID) } }

    fileprivate func erase() async throws {
        while isEraseHeld {
            try Task.checkCancellation()
            await Task.yield()
        }
        if doesEraseFail { throw EraseFailure() }
    }

    fileprivate func readPage(_ after: Int64) throws {
        let action = state.withLock { state in
            state.exportedPages += 1
            return state.beforeExportPage
        }
        try action?(after)
    }

    fileprivate func stop() {
        let action = state.withLock { $0.atStop }
        action?()
    }
}

extension TestService<NotesProduct> {
    /// A client with the key of a new account.
    func signedUp(_ email: String = "you@example.com") async throws -> TestClient {
        let answer = try await client.post("/api/v1/signup", json: ["email": .string(email)])
        #expect(answer.status == 201, "\(answer.text)")
        return client.authorized(try #require(try answer.json["api_key"]?.stringValue))
    }

    /// How many notes an account has.
    func notes(of accountID: Int64) throws -> Int {
        try database.first("SELECT count(*) AS number FROM notes WHERE account_id = ?", accountID) { try $0["number"] } ?? 0
    }
}
