import Accounts
import Database
import HTTPCore
import ServiceKit
import TestKit
import Testing
import Timekeeping

/// A product that does nothing itself.
private struct CountingProduct: Product {
    static let name = "counting"
    static let title = "Counting"
    static let summary = "Counts what is used"
    static let defaultPort = 8_097
    static let schema = PlanFixture.schema
    static let policy = PlanFixture.policy
    static let operations: [Operation] = []
    static let signUpMembers: [JSONSchema.Property] = []

    let exports: [ExportSection] = []
    let environment: ServiceEnvironment

    init(environment: ServiceEnvironment, settings: Void) { self.environment = environment }

    func addRoutes(to router: ServiceRouter) {}

    func provision(_ connection: Connection, _ accountID: Int64, _ now: Timestamp) -> JSONObject { [:] }
}

/// What an account is told about one action or thing.
private struct Use: Equatable {
    var used: Int64?
    var remaining: Int64?
    var isOver: Bool?
    var resetsAt: String?
}

@Suite struct AccountRouteTests {
    /// A service with two accounts, whose rows are 1 and 2.
    private struct Fixture: Sendable {
        let service: TestService<CountingProduct>
        let owner: TestClient
        let other: TestClient

        /// - Parameter time: when its clock stands still. Default: in the morning of 2026-04-20.
        static func run(at time: String? = nil, _ test: (Fixture) async throws -> Void) async throws {
            let clock = TestClock()
            if let time { clock.now = try #require(Timestamp(rfc3339: time)) }
            try await TestService<CountingProduct>.run(clock: clock) { service in
                var clients: [TestClient] = []
                for email in ["You@example.com", "other@example.com"] {
                    let answer = try await service.client.post("/api/v1/signup", json: ["email": .string(email)])
                    clients.append(service.client.authorized(try #require(try answer.json["api_key"]?.stringValue)))
                }
                try await test(Fixture(service: service, owner: clients[0], other: clients[1]))
            }
        }

        var accounts: Accounts { service.product.environment.accounts }

        /// Counts in memory, for the first account.
        func count(_ action: String, by number: Int = 1) {
            accounts.usage.count(action, for: 1, at: service.clock.now, by: number)
        }

        /// What the owner is answered.
        func get(_ path: String) async throws -> JSONValue {
            let answer = try await owner.get("/api/v1/\(path)")
            #expect(answer.status == 200)
            return try answer.json
        }

        /// What the account of the owner says of one action or thing.
        func usage(_ name: String) async throws -> Use {
            let members = try #require(try await get("account")["usage"]?[name])
            return Use(
                used: members["used"]?.integerValue,
                remaining: members["remaining"]?.integerValue,
                isOver: members["over_limit"]?.boolValue,
                resetsAt: members["resets_at"]?.stringValue
            )
        }

        /// Counts invoices of the owner's: one in October, then two, three and four on days of November, where the clock stops.
        ///
        /// - Parameter export: whether an export is counted, too, on the last two days.
        func countInvoices(export: Bool = false) throws {
            for (time, number) in [
                ("2026-10-31T23:59:59Z", 1), ("2026-11-01T00:00:00Z", 2), ("2026-11-26T12:00:00Z", 3), ("2026-11-27T00:00:00Z", 4),
            ] {
                service.clock.now = try #require(Timestamp(rfc3339: time))
                count("invoice", by: number)
                if export, number > 2 { count("export") }
            }
        }

        func execute(_ sql: StaticString) async throws {
            try await service.database.write { try $0.execute(sql) }
        }
    }

    @Test func `it works`() async throws {
        try await Fixture.run { fixture async throws in
            let usage: JSONValue = [
                "invoice": [
                    "used": 0, "limit": 5, "remaining": 5, "window": "month", "over_limit": false, "resets_at": "2026-05-01T00:00:00Z",
                ],
                "request": [
                    "used": 0, "limit": 3, "remaining": 3, "window": "day", "over_limit": false, "resets_at": "2026-04-21T00:00:00Z",
                ],
                "monitors": ["used": 0, "limit": 3, "remaining": 3],
            ]
            let expected: JSONValue = [
                "email": "You@example.com",
                "plan": "free",
                "price": 0,
                "created_at": "2026-04-20T09:00:00Z",
                "limits": ["daily_limit": 3, "monitor_limit": 3, "monthly_limit": 5],
                "usage": usage,
                "resets_at": "2026-05-01T00:00:00Z",
            ]
            #expect(try await fixture.get("account") == expected)
            let nothing: JSONValue = [
                "data": [],
                "next_cursor": nil,
                "period": ["from": "2026-04-01", "to": "2026-04-20", "totals": ["invoice": 0, "request": 0]],
            ]
            #expect(try await fixture.get("usage") == nothing)
        }
    }

    @Test func `an account is told what it has used so far, up to the last request`() async throws {
        try await Fixture.run { fixture async throws in
            let now = fixture.service.clock.now
            try await fixture.service.database.write { [accounts = fixture.accounts] connection in
                _ = try accounts.take(PlanFixture.invoices, for: 1, at: now, in: connection)
                try connection.execute("INSERT INTO monitors (account_id) VALUES (1), (1), (2)")
            }
            fixture.count("request", by: 4)
            #expect(try await fixture.usage("invoice") == Use(used: 1, remaining: 4, isOver: false, resetsAt: "2026-05-01T00:00:00Z"))
            #expect(try await fixture.usage("request") == Use(used: 4, remaining: 0, isOver: true, resetsAt: "2026-04-21T00:00:00Z"))
            #expect(try await fixture.usage("monitors") == Use(used: 2, remaining: 1))
            fixture.count("request")
            #expect(try await fixture.usage("request").used == 5)
            let others = try await fixture.other.get("/api/v1/account").json["usage"]
            #expect(others?["request"]?["used"]?.integerValue == 0)
            #expect(others?["monitors"]?["used"]?.integerValue == 1)
        }
    }

    @Test func `what cannot be written at the moment does not keep an account from what is known of it`() async throws {
        try await Fixture.run { fixture async throws in
            fixture.count("request", by: 2)
            #expect(try await fixture.usage("request").used == 2)
            try await fixture.execute(
                "CREATE TRIGGER refusal BEFORE UPDATE ON usage_counts BEGIN SELECT RAISE(ABORT, 'no'); END"
            )
            fixture.count("request", by: 3)
            await #expect(throws: DatabaseError.self) { try await fixture.accounts.flushUsage() }
            #expect(try await fixture.usage("request").used == 2)
            #expect(try await fixture.get("usage")["period"]?["totals"]?["request"] == 2)
            #expect(try await fixture.get("account/export")["usage"]?.arrayValue?.count == 1)
            try await fixture.execute("DROP TRIGGER refusal")
            #expect(try await fixture.usage("request").used == 5)
        }
    }

    @Test func `a window begins anew, and a limit that is just reached is not exceeded`() async throws {
        try await Fixture.run(at: "2026-12-31T23:59:59Z") { fixture async throws in
            fixture.count("invoice", by: 5)
            fixture.count("request", by: 3)
            #expect(try await fixture.get("account")["resets_at"]?.stringValue == "2027-01-01T00:00:00Z")
            #expect(try await fixture.usage("invoice") == Use(used: 5, remaining: 0, isOver: false, resetsAt: "2027-01-01T00:00:00Z"))
            #expect(try await fixture.usage("request") == Use(used: 3, remaining: 0, isOver: false, resetsAt: "2027-01-01T00:00:00Z"))
            fixture.service.clock.advance(seconds: 1)
            #expect(try await fixture.get("account")["resets_at"]?.stringValue == "2027-02-01T00:00:00Z")
            #expect(try await fixture.usage("invoice") == Use(used: 0, remaining: 5, isOver: false, resetsAt: "2027-02-01T00:00:00Z"))
            #expect(try await fixture.usage("request") == Use(used: 0, remaining: 3, isOver: false, resetsAt: "2027-01-02T00:00:00Z"))
        }
    }

    @Test func `a plan that changes shows at once, and an unknown one is the first`() async throws {
        try await Fixture.run { fixture async throws in
            try await fixture.execute("UPDATE accounts SET plan = 'pro' WHERE id = 1")
            var account = try await fixture.get("account")
            #expect(account["plan"]?.stringValue == "pro")
            #expect(account["price"]?.integerValue == 19)
            #expect(account["limits"]?["monthly_limit"]?.integerValue == 1_000)
            #expect(try await fixture.usage("monitors").remaining == 100)
            try await fixture.execute("UPDATE accounts SET plan = 'gone' WHERE id = 1")
            account = try await fixture.get("account")
            #expect(account["plan"]?.stringValue == "free")
            #expect(account["price"]?.integerValue == 0)
            #expect(try await fixture.usage("invoice").remaining == 5)
        }
    }

    @Test func `usage is listed by day and action, with totals`() async throws {
        try await Fixture.run { fixture async throws in
            try fixture.countInvoices(export: true)
            let november: JSONValue = [
                ["date": "2026-11-01", "action": "invoice", "count": 2], ["date": "2026-11-26", "action": "export", "count": 1],
                ["date": "2026-11-26", "action": "invoice", "count": 3], ["date": "2026-11-27", "action": "export", "count": 1],
                ["date": "2026-11-27", "action": "invoice", "count": 4],
            ]
            let expected: JSONValue = [
                "data": november,
                "next_cursor": nil,
                "period": ["from": "2026-11-01", "to": "2026-11-27", "totals": ["export": 2, "invoice": 9, "request": 0]],
            ]
            #expect(try await fixture.get("usage") == expected)
            #expect(try await fixture.other.get("/api/v1/usage").json["data"]?.arrayValue?.isEmpty == true)
        }
    }

    @Test func `a range holds the days of both its ends`() async throws {
        try await Fixture.run { fixture async throws in
            try fixture.countInvoices()
            for (query, from, to, total) in [
                ("from=2026-11-01&to=2026-11-26", "2026-11-01", "2026-11-26", 5), ("from=2026-10-31", "2026-10-31", "2026-11-27", 10),
                ("to=2026-10-31", "2026-10-01", "2026-10-31", 1), ("from=2026-11-27&to=2026-11-27", "2026-11-27", "2026-11-27", 4),
                ("from=2026-11-02&to=2026-11-25", "2026-11-02", "2026-11-25", 0), ("from=1793491200", "2026-11-01", "2026-11-27", 9),
                ("from=2026-11-01T23:59:59Z&to=2026-11-26T00:00:00Z", "2026-11-01", "2026-11-26", 5),
                ("from=2026-11-27T00:30:00%2B01:00", "2026-11-26", "2026-11-27", 7), ("from=2025-11-27", "2025-11-27", "2026-11-27", 10),
                ("from=2026-11-28&to=2026-12-01", "2026-11-28", "2026-12-01", 0),
            ] as [(String, String, String, Int64)] {
                let usage = try await fixture.get("usage?\(query)")
                #expect(usage["period"]?["from"]?.stringValue == from)
                #expect(usage["period"]?["to"]?.stringValue == to)
                #expect(usage["period"]?["totals"]?["invoice"]?.integerValue == total)
                let listed = usage["data"]?.arrayValue?.compactMap { $0["count"]?.integerValue } ?? []
                #expect(listed.reduce(0, +) == total)
            }
        }
    }

    @Test func `a range that makes no sense is refused with all that is wrong`() async throws {
        try await Fixture.run { fixture async throws in
            for (query, faults) in [
                ("from=yesterday&to=2026-02-30", ["query.from not_a_date", "query.to not_a_date"]),
                ("to=&from=2030-01-01", ["query.to too_short"]), ("from=2026-04-01&from=2026-04-02", ["query.from repeated"]),
            ] as [(String, [String])] {
                let answer = try await fixture.owner.get("/api/v1/usage?\(query)")
                #expect(answer.status == 400)
                let errors = try answer.json["errors"]?.arrayValue ?? []
                #expect(errors.map { "\($0["path"]?.stringValue ?? "") \($0["code"]?.stringValue ?? "")" } == faults)
            }
            for query in ["from=2026-04-21", "from=2026-04-10&to=2026-04-09"] {
                let answer = try await fixture.owner.get("/api/v1/usage?\(query)")
                #expect(answer.status == 200, "a range that ends before it begins holds nothing")
                #expect(try answer.json["data"] == [])
            }
            #expect(try await fixture.owner.get("/api/v1/usage?from=0").status == 200, "as long as one likes")
        }
    }

    @Test(arguments: ["account", "usage", "usage?from=nonsense"])
    func `without a key there is nothing to see`(path: String) async throws {
        try await TestService<CountingProduct>.run { service async throws in
            #expect(try await service.client.get("/api/v1/\(path)").status == 401)
        }
    }
}
