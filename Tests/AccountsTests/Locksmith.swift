import Accounts
import Database
import HTTPCore
import Hummingbird
import ServiceKit
import TestKit
import Testing
import Timekeeping

/// A product that does nothing but look at keys.
///
/// `/things` asks for a key, by method; `/exhibits` does not. `/things/missing` is a problem, `/things/broken` a fault.
struct Locksmith: Product {
    static let name = "locksmith"
    static let title = "Locksmith"
    static let summary = "Looks at keys"
    static let defaultPort = 8_097
    static let schema = Schema([])
    static let policy = AccountPolicy(keyPrefix: "ls_", free: Plan("free", price: 0, limits: [:]), paid: [])
    static let operations: [HTTPCore.Operation] = []
    static let signUpMembers: [JSONSchema.Property] = []

    let exports: [ExportSection] = []
    private let requireKey: RequireKey
    private let recognizeKey: RecognizeKey

    init(environment: ServiceEnvironment, settings: Void) {
        requireKey = environment.requireKey
        recognizeKey = environment.recognizeKey
    }

    func provision(_ connection: Connection, _ accountID: Int64, _ now: Timestamp) -> JSONObject { [:] }

    func addRoutes(to router: ServiceRouter) {
        let things = router.group("/things").add(middleware: requireKey)
        things.get { _, context in Response.text(.ok, "\(try context.requireIdentity().accountID)") }
        things.post { _, _ in Response.text(.ok, "made") }
        things.get("missing") { _, _ -> Response in throw Problem.notFound() }
        things.get("broken") { _, _ -> Response in throw Broken() }
        let exhibits = router.group("/exhibits").add(middleware: recognizeKey)
        exhibits.get { _, context in Response.text(.ok, context.identity.map { "account \($0.accountID)" } ?? "nobody") }
        exhibits.post { _, context in Response.text(.ok, context.identity.map { "account \($0.accountID)" } ?? "nobody") }
    }

    /// An error that is not for clients.
    private struct Broken: Error {}
}

/// A key as its owner has it.
struct OwnedKey: Sendable {
    let id: String
    let text: String
    /// What the answer that showed it said.
    let json: JSONValue

    init(_ answer: TestResponse) throws {
        #expect(answer.status == 201, "\(answer.text)")
        let json = try answer.json
        id = try #require(json["id"]?.stringValue)
        text = try #require(json["api_key"]?.stringValue)
        self.json = json
    }
}

extension TestService<Locksmith> {
    /// A client with the first key of a new account.
    func signedUp(_ email: String = "you@example.com") async throws -> TestClient {
        let answer = try await client.post("/api/v1/signup", json: ["email": .string(email)])
        #expect(answer.status == 201, "\(answer.text)")
        return client.authorized(try #require(try answer.json["api_key"]?.stringValue))
    }

    /// What the key opens: the status of `GET /things`.
    func status(of key: OwnedKey) async throws -> Int {
        try await client.authorized(key.text).get("/things").status
    }
}

extension TestClient {
    /// Makes a key.
    func makeKey(_ terms: JSONValue = [:]) async throws -> OwnedKey {
        try OwnedKey(try await post("/api/v1/keys", json: terms))
    }

    /// Makes a key in the place of another.
    func rotate(_ id: String, overlap: Int? = nil) async throws -> OwnedKey {
        var wish: JSONObject = [:]
        if let overlap { wish["overlap_seconds"] = .integer(overlap) }
        return try OwnedKey(try await post("/api/v1/keys/\(id)/rotate", json: .object(wish)))
    }

    /// All keys of the account, on one page.
    func keys() async throws -> [JSONValue] {
        let answer = try await get("/api/v1/keys?limit=100")
        #expect(answer.status == 200, "\(answer.text)")
        return try answer.json["data"]?.arrayValue ?? []
    }

    /// The id of the account's oldest key.
    func firstKeyID() async throws -> String {
        try #require(try await keys().first?["id"]?.stringValue)
    }
}

extension TestResponse {
    /// The code of a problem, or `nil`.
    var problemCode: String? { (try? json)?["code"]?.stringValue }
}
