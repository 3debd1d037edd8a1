import Accounts
import Testing

@Suite struct PlansFileTests {
    private let policy = PlanFixture.policy
    /// A plan that is right, without its braces.
    private static let limits = #""limits": {"monthly_limit": 1, "daily_limit": 2, "monitor_limit": 3}"#
    private static let free = #"{"name": "free", "price": 0, "# + limits + "}"

    @Test func `it works`() throws {
        let text = #"""
            {"plans": [
                {"name": "free", "price": 0, "limits": {"monthly_limit": 7, "daily_limit": 0, "monitor_limit": 9007199254740991}},
                {"limits": {"monitor_limit": 3, "monthly_limit": 1, "daily_limit": 2}, "price": 1000000, "name": "big_team-2"}
            ]}
            """#
        let replaced = try policy.replacingPlans(fromFile: text)
        #expect(
            replaced.plans == [
                Plan("free", price: 0, limits: ["monthly_limit": 7, "daily_limit": 0, "monitor_limit": 9_007_199_254_740_991]),
                Plan("big_team-2", price: 1_000_000, limits: ["monthly_limit": 1, "daily_limit": 2, "monitor_limit": 3]),
            ]
        )
        #expect(replaced.plan(named: "pro").name == "free", "plans that are not in the file are gone")
        #expect(replaced.keyPrefix == "xx_")
        #expect(replaced.quotas.map(\.action) == ["invoice", "request"])
        #expect(replaced.holdings.map(\.name) == ["monitors"])
    }

    private static let price = "must be an integer from 0 to 1000000"
    private static let limit = "must be an integer from 0 to 9007199254740991"
    private static let name = "must be 1 to 50 lower-case letters, digits, _ or -"
    private static let list = "must be a list of 1 to 100 plans, such as [{\"name\": \"free\", \"price\": 0, \"limits\": {…}}]"
    private static let limitNames = "must be an object with \"daily_limit\", \"monitor_limit\", \"monthly_limit\""

    private static let whole: [(text: String, faults: [String])] = [
        ("", ["$: the file is empty; it must hold {\"plans\": […]}"]),
        (" \n", ["$: the file is empty; it must hold {\"plans\": […]}"]),
        ("\u{FEFF}{}", ["$: the file begins with a byte order mark; save it as UTF-8 without one"]),
        ("{\"plans\": [],}", ["$: Unexpected \"}\" where a member name in double quotes was expected at line 1, column 14."]),
        ("[]", ["$: must be an object, not an array"]),
        ("{}", ["$.plans: \(list)"]),
        ("{\"plans\": null}", ["$.plans: \(list)"]),
        ("{\"plans\": {}}", ["$.plans: \(list)"]),
        ("{\"plans\": []}", ["$.plans: \(list)"]),
        ("{\"plans\": [1]}", ["$.plans[0]: must be an object, not a number"]),
        ("{\"plans\": [\(free), \(free)]}", ["$.plans[1].name: must differ from the name of $.plans[0]"]),
        ("{\"plans\": [\(free)], \"plan\": 1}", ["$.plan: unknown field"]),
    ]

    @Test(arguments: whole)
    func `a file that is wrong is refused`(text: String, faults: [String]) throws {
        try expect(faults, in: text)
    }

    private static let members: [(plan: String, faults: [String])] = [
        ("{}", ["$.plans[1].name: \(name)", "$.plans[1].price: \(price)", "$.plans[1].limits: \(limitNames)"]),
        (#"{"name": "", "price": 1, \#(limits)}"#, ["$.plans[1].name: \(name)"]),
        (#"{"name": "Pro", "price": 1, \#(limits)}"#, ["$.plans[1].name: \(name)"]),
        (#"{"name": "pro ", "price": 1, \#(limits)}"#, ["$.plans[1].name: \(name)"]),
        (#"{"name": "pró", "price": 1, \#(limits)}"#, ["$.plans[1].name: \(name)"]),
        (#"{"name": 1, "price": 1, \#(limits)}"#, ["$.plans[1].name: \(name)"]),
        (#"{"name": "\#(String(repeating: "a", count: 51))", "price": 1, \#(limits)}"#, ["$.plans[1].name: \(name)"]),
        (#"{"name": "pro", "price": -1, \#(limits)}"#, ["$.plans[1].price: \(price), not -1"]),
        (#"{"name": "pro", "price": 1000001, \#(limits)}"#, ["$.plans[1].price: \(price), not 1000001"]),
        (#"{"name": "pro", "price": 9.5, \#(limits)}"#, ["$.plans[1].price: \(price), not 9.5"]),
        (#"{"name": "pro", "price": "9", \#(limits)}"#, ["$.plans[1].price: \(price), not a string"]),
        (#"{"name": "pro", "price": null, \#(limits)}"#, ["$.plans[1].price: \(price), not null"]),
        (#"{"name": "pro", "price": 9, "limits": []}"#, ["$.plans[1].limits: \(limitNames)"]),
        (
            #"{"name": "pro", "price": 9, "limits": {"monthly_limit": 9007199254740992, "daily_limit": 1e3}}"#,
            [
                "$.plans[1].limits.daily_limit: \(limit), not 1e3", "$.plans[1].limits.monitor_limit: \(limit)",
                "$.plans[1].limits.monthly_limit: \(limit), not 9007199254740992",
            ]
        ),
        (
            #"{"name": "pro", "price": 9, "prize": 1, "limits": {"monthly_limit": 1, "daily_limit": 2, "monitor_limit": 3, "seats": 4}}"#,
            ["$.plans[1].prize: unknown field", "$.plans[1].limits.seats: unknown field"]
        ),
    ]

    @Test(arguments: members)
    func `a plan that is wrong is refused, with everything that is wrong with it`(plan: String, faults: [String]) throws {
        try expect(faults, in: "{\"plans\": [\(Self.free), \(plan)]}")
    }

    @Test func `the first plan is free, and the faults of all plans are told at once, a line each`() throws {
        let text = #"{"plans": [{"name": "hobby", "price": 1, \#(Self.limits)}, {"name": "pro", "price": true, \#(Self.limits)}]}"#
        let error = #expect(throws: PlansFileError.self) { try policy.replacingPlans(fromFile: text) }
        #expect(
            error?.description == """
                $.plans[0].name: must be "free": the first plan is that of new accounts
                $.plans[1].price: \(Self.price), not a boolean
                """
        )
    }

    /// Every expected fault is the beginning of the one in its place.
    private func expect(_ faults: [String], in text: String) throws {
        let error = try #require(throws: PlansFileError.self) { try policy.replacingPlans(fromFile: text) }
        #expect(error.faults.count == faults.count)
        for (found, expected) in zip(error.faults, faults) { #expect(found.hasPrefix(expected)) }
    }
}
