import Accounts
import Cryptography
import Database
import Glibc
import HTTPCore
import HTTPTypes
import Hummingbird
import Logging
import ServiceLifecycle
import Synchronization
import TestKit
import Testing
import Timekeeping

/// A service in which accounts make things: a real server with a real file, and a clock that the test moves.
///
/// The accounts 1 and 2 are there; who calls is in `X-Account`. A request without it signs up, under the name that it sends.
struct Workshop: Sendable {
    /// What happens to a request between reading it and its effect.
    typealias Step = @Sendable () async throws -> Void

    let accounts: Accounts
    let clock: TestClock
    let port: Int
    /// Effects that were reported as committed.
    let committed: Tally

    /// Runs the service while `test` runs.
    @discardableResult static func run<Result: Sendable>(
        in folder: TemporaryFolder,
        clock: TestClock = TestClock(),
        beforeEffect: @escaping Step = {},
        _ test: @escaping @Sendable (Workshop) async throws -> Result
    ) async throws -> Result {
        let database = try DatabaseFile(path: folder.file("app.db"), schema: Accounts.schema + Schema([table]))
        defer { database.close() }
        try await addAccounts(to: database, at: clock.now)
        let policy = AccountPolicy(keyPrefix: "ws_", free: Plan("free", price: 0, limits: [:]), paid: [])
        let accounts = Accounts(policy: policy, database: database, now: { clock.now })
        let committed = Tally()

        let router = ServiceRouter()
        Bench(accounts: accounts, committed: committed, beforeEffect: beforeEffect).addRoutes(to: router)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let (ports, announce) = AsyncStream<Int>.makeStream()
        let server = HTTPServer(
            router: router,
            configuration: .init(port: 0, trustedProxies: try TrustedProxies(list: "127.0.0.1")),
            logger: logger,
            onListening: { announce.yield($0) }
        )
        let group = ServiceGroup(services: [server], logger: logger)
        return try await withThrowingTaskGroup(of: Result?.self) { tasks in
            tasks.addTask {
                try await group.run()
                return nil
            }
            tasks.addTask {
                let port = try #require(await ports.first { _ in true })
                defer { Task { await group.triggerGracefulShutdown() } }
                return try await test(Workshop(accounts: accounts, clock: clock, port: port, committed: committed))
            }
            var result: Result?
            for try await value in tasks { result = value ?? result }
            return try #require(result)
        }
    }

    private static let table = Table("things", columns: [.identity(), .text("name")])

    private static func addAccounts(to database: DatabaseFile, at now: Timestamp) async throws {
        try await database.write { connection in
            for email in ["one@example.com", "two@example.com"] {
                try connection.execute(
                    "INSERT INTO accounts (email, email_key, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    email,
                    email,
                    now
                )
            }
        }
    }

    // MARK: What tests do with it

    /// Asks for a thing.
    ///
    /// - Parameters:
    ///   - key: the `Idempotency-Key`.
    ///   - account: `nil` for none.
    ///   - address: what the proxy says of the client.
    func make(
        _ name: String,
        key: String?,
        account: Int? = 1,
        at path: String = "/things",
        from address: String? = nil
    ) async throws -> TestResponse {
        var headers: [String: String] = [:]
        headers["Idempotency-Key"] = key
        headers["X-Account"] = account.map { "\($0)" }
        headers["X-Forwarded-For"] = address
        return try await TestClient(address: "http://127.0.0.1:\(port)").post(path, json: ["name": .string(name)], headers: headers)
    }

    /// How many things there are.
    func things() throws -> Int {
        try accounts.database.first("SELECT count(*) AS number FROM things") { try $0["number"] } ?? 0
    }

    /// How many answers are stored.
    func storedAnswers() throws -> Int {
        try accounts.database.first("SELECT count(*) AS number FROM idempotent_answers") { try $0["number"] } ?? 0
    }
}

// MARK: What a test makes difficult

extension Workshop {
    /// Gives account 1 stored answers to requests that nobody sent.
    ///
    /// - Parameter size: what each is said to have.
    func storeAnswers(_ count: Int, size: Int = 0, until expiry: Timestamp) async throws {
        try await accounts.database.write { connection in
            for number in 0..<count {
                try connection.execute(
                    """
                    INSERT INTO idempotent_answers (hash, account_id, fingerprint, answer, size, expires_at) VALUES (?, 1, '', ?, ?, ?)
                    """,
                    "\(expiry.milliseconds) \(number)",
                    [UInt8](),
                    size,
                    expiry
                )
            }
        }
    }

    /// Runs `body` while no scan can be made: so many are under way and wait that any other is refused.
    func withoutScans(_ body: @Sendable () async throws -> Void) async throws {
        let database = accounts.database
        var ends: [Int32] = [0, 0]
        let status = pipe(&ends)
        try #require(status == 0)
        let (reading, writing) = (ends[0], ends[1])
        defer { close(reading) }
        let (starts, started) = AsyncStream<Void>.makeStream()
        let wait: @Sendable (Connection) -> Void = { _ in
            started.yield()
            var byte: UInt8 = 0
            // Comes back when the other end is closed.
            _ = read(reading, &byte, 1)
        }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            defer { close(writing) }
            // One for each thread. Those that follow have to wait, as far as there is room for that.
            for _ in 0..<2 { group.addTask { try await Self.scan(database, wait) } }
            var start = starts.makeAsyncIterator()
            for _ in 0..<2 { _ = await start.next() }
            for _ in 0..<200 { group.addTask { try await Self.scan(database, wait) } }
            // Nobody comes back but whoever is refused.
            let hadRoom = try await group.next()
            #expect(hadRoom == false)
            try await body()
        }
    }

    /// - Returns: whether there was room for it.
    private static func scan(_ database: DatabaseFile, _ body: @escaping @Sendable (Connection) -> Void) async throws -> Bool {
        do {
            try await database.scan(body)
            return true
        } catch DatabaseError.overloaded {
            return false
        }
    }
}

/// What happens to the task of a request whose client is gone.
func cancelCurrentTask() {
    withUnsafeCurrentTask { _ = $0?.cancel() }
}

/// Counts.
final class Tally: Sendable {
    private let number = Mutex(0)

    var count: Int { number.withLock { $0 } }

    func add() { number.withLock { $0 += 1 } }
}

/// The routes.
private struct Bench: Sendable {
    let accounts: Accounts
    let committed: Tally
    let beforeEffect: Workshop.Step

    func addRoutes(to router: ServiceRouter) {
        router.post("/things") { request, context in try await make(request, context) }
        router.post("/others") { request, context in try await make(request, context) }
        router.post("/drawings") { request, context in try await draw(request, context) }
    }

    private func make(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let context = identified(request, context)
        let isSignUp = context.identity == nil
        let now = accounts.now()
        return try await accounts.create(request, context) { request in
            let reader = ObjectReader(try await request.jsonBody(context))
            let name = reader.requiredString("name")
            try reader.finish()
            try await beforeEffect()
            let secret = try RandomToken.base62(count: 40)
            return Creation(committed: { committed.add() }) { connection in
                let id: Int64 = try Self.insert(name, in: connection)
                let body: JSONValue = ["id": .integer(id), "secret": .string(secret)]
                var answer = Answer.json(.created, body, headers: [.location: "/things/\(id)"])
                if isSignUp, name != "nobody" { answer.accountID = try Self.signUp(name, at: now, in: connection) }
                return answer
            }
        }
    }

    /// A large answer that is not text.
    private func draw(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await accounts.create(request, identified(request, context)) { _ in
            let pixels = try RandomBytes.generate(count: 1_500_000)
            return Creation { connection in
                _ = try Self.insert("drawing", in: connection)
                let headers: HTTPFields = [
                    .contentType: "image/x-drawing", .eTag: "\"1\"", .contentDisposition: "inline; filename=\"a.drawing\"",
                ]
                return Answer(.ok, headers: headers, body: pixels)
            }
        }
    }

    private func identified(_ request: Request, _ context: ServiceContext) -> ServiceContext {
        guard let name = HTTPField.Name("X-Account"), let account = request.headers[name].flatMap({ Int64($0) }) else { return context }
        var context = context
        context.identity = Identity(accountID: account, keyID: account, scopes: .all)
        return context
    }

    /// Fails after it has written something as long as there is a thing of the name `closed`.
    private static func insert(_ name: String, in connection: Connection) throws -> Int64 {
        let id: Int64? = try connection.first("INSERT INTO things (name) VALUES (?) RETURNING id", name) { try $0["id"] }
        let isClosed = try connection.first("SELECT 1 AS one FROM things WHERE name = 'closed'") { try $0["one"] as Int } != nil
        guard let id, !isClosed else { throw Problem(.planLimitReached, "The workshop is closed.") }
        return id
    }

    private static func signUp(_ name: String, at now: Timestamp, in connection: Connection) throws -> Int64? {
        try connection.first("INSERT INTO accounts (email, created_at) VALUES (?, ?) RETURNING id", name, now) { try $0["id"] }
    }
}
