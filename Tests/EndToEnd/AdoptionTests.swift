import Cryptography
import HTTPCore
import TestKit
import Testing

/// A file of the Python original under each of the four services.
@Suite struct AdoptionTests {
    static let originalSchema = """
        CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT UNIQUE NOT NULL, api_key_hash TEXT NOT NULL,
            plan TEXT DEFAULT 'free', created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, stripe_customer_id TEXT);
        CREATE TABLE usage (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER, action TEXT, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
        """

    static func user(_ email: String, key: String, plan: String = "free") -> String {
        "INSERT INTO users (email, api_key_hash, plan) VALUES ('\(email)', '\(SHA256.digest(of: key).hex)', '\(plan)');"
    }

    @Test(arguments: [
        ("documint", "POST", "/api/v1/invoice", 400), ("cronping", "GET", "/api/v1/monitors", 200),
        ("flagbit", "GET", "/api/v1/projects", 200),
        ("webhookvault", "GET", "/api/v1/endpoints", 200),
    ])
    func `the old key authenticates and the rows are kept`(service: String, method: String, path: String, status: Int) async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        let usage = "INSERT INTO usage (user_id, action) VALUES (1, 'something');"
        try runElsewhere(Self.originalSchema + Self.user("you@example.com", key: "dm_0ld", plan: "starter") + usage, on: file)
        for _ in 0..<2 {
            let process = try await ServiceProcess.start(service, database: file)
            let body = method == "POST" ? Array("{}".utf8) : nil
            #expect(try await process.client.authorized("dm_0ld").request(method, path, body: body).status == status)
            let owner = process.client.authorized("dm_0ld")
            let account = try await owner.get("/api/v1/account").json
            #expect(account["email"]?.stringValue == "you@example.com" && account["plan"]?.stringValue == "starter")
            let keys = try await owner.get("/api/v1/keys").json["data"]
            #expect(keys?.arrayValue?.map { $0["scopes"] } == [["read", "write", "admin"]])
            #expect(try await owner.get("/api/v1/usage").json["period"]?["totals"]?["something"] == 1)
            #expect(try await process.client.authorized("dm_0lD").request(method, path, body: body).status == 401)
            #expect(try await process.client.post("/api/v1/signup", json: ["email": "YOU@example.com"]).status == 409)
            #expect(try await process.terminate().status == 0)
        }
        let counts = try rowsElsewhere("SELECT (SELECT count(*) FROM users) || ' ' || (SELECT count(*) FROM usage)", on: file)
        #expect(counts == ["1 1"])
    }
}
