import Accounts
import Cryptography
import Database
import FlagRules
import HTTPCore
import Logging
import ServiceKit
import TestKit
import Testing
import Timekeeping

@testable import FlagBitService

@Suite struct LiveFlagsTests {
    @Test func `a change is what the next evaluation sees`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a", "type": "integer", "default_value": 0])
            for number in 1...50 {
                let change: JSONValue = ["default_value": .integer(number)]
                #expect(try await owner.client.send("PUT", "\(owner.flags)/a", json: change).status == 200)
                #expect(try await owner.evaluate("a")["value"] == .integer(number))
            }
            #expect(try await owner.client.delete("\(owner.flags)/a").status == 204)
            #expect(try await owner.evaluate("a")["code"] == "flag_not_found")
        }
    }

    @Test func `of changes at the same time the one that is stored is the one that is seen`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a", "type": "integer", "default_value": 0])
            for round in 0..<10 {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<20 {
                        group.addTask {
                            let value = JSONValue.integer(round * 100 + number)
                            _ = try await owner.client.send("PUT", "\(owner.flags)/a", json: ["default_value": value])
                        }
                    }
                    try await group.waitForAll()
                }
                let stored = try await owner.client.get("\(owner.flags)/a").json["default_value"]
                #expect(try await owner.evaluate("a")["value"] == stored)
            }
        }
    }

    @Test func `a flag that is made and deleted again and again ends as it is stored`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for _ in 0..<5 {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<10 {
                        group.addTask { _ = try await owner.client.post(owner.flags, json: ["key": "a"]) }
                        group.addTask { _ = try await owner.client.delete("\(owner.flags)/a") }
                    }
                    try await group.waitForAll()
                }
                let stored = try await owner.client.get("\(owner.flags)/a").status
                #expect(try await owner.sdk.post("/api/v1/evaluate/a", json: [:]).status == stored)
            }
        }
    }

    @Test func `nobody sees half of a change`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            func whole(_ number: Int) -> JSONValue {
                ["type": "integer", "default_value": .integer(number), "variants": [String(number): .integer(number)].json]
            }
            var made = whole(0).objectValue ?? [:]
            made["key"] = "a"
            try await owner.flag(.object(made))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for number in 1...100 { _ = try await owner.client.send("PUT", "\(owner.flags)/a", json: whole(number)) }
                }
                for _ in 0..<4 {
                    group.addTask {
                        for _ in 0..<100 {
                            let answer = try await owner.evaluate("a")
                            #expect(answer["variant"]?.stringValue == answer["value"]?.numberValue?.text)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func `flags and keys are there after a restart, and users stay where they were`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        let half: JSONValue = ["attribute": "user_id", "operator": "percent", "value": 50]
        let (owner, before) = try await Service.run(database: file) { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "half", "rules": [["conditions": [half], "value": true]]])
            return (owner, try await answers(owner, service.client))
        }
        #expect(before.contains(true) && before.contains(false))
        let after = try await Service.run(database: file) { service in try await answers(owner, service.client) }
        #expect(after == before)
    }

    @Test func `a change of name, order or another rule moves nobody`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let half: JSONValue = ["conditions": [["attribute": "user_id", "operator": "percent", "value": 50]], "value": true]
            let beta: JSONValue = ["conditions": [["attribute": "beta", "operator": "eq", "value": true]], "value": true]
            try await owner.flag(["key": "half", "rules": [half]])
            let before = try await answers(owner, service.client)
            for change in [["name": "Other"], ["rules": [beta, half]], ["rules": [half, beta]]] as [JSONValue] {
                #expect(try await owner.client.send("PUT", "\(owner.flags)/half", json: change).status == 200)
                #expect(try await answers(owner, service.client) == before)
            }
        }
    }

    @Test func `a flag of a newer version is left out, and the others work`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        let owner = try await Service.run(database: file) { service in
            let owner = try await service.signedUp()
            for key in ["old", "new", "later"] { try await owner.flag(["key": .string(key)]) }
            try await service.database.write { connection in
                try connection.execute("UPDATE flags SET bucketing_version = 3 WHERE key = 'new'")
                try connection.execute(
                    """
                    UPDATE flags SET definition = '{"key":"later","rules":[{"conditions":[{"attribute":"a","operator":"like","value":"x"}],"value":true}]}'
                    WHERE key = 'later'
                    """
                )
            }
            return owner
        }
        try await Service.run(database: file) { service in
            let answer = try await service.client.post("/api/v1/evaluate", json: [:], headers: owner.sdk.headers)
            #expect(try answer.json["flags"]?.names == ["old"])
            #expect(try await service.client.get(owner.flags, headers: owner.client.headers).json["flags"]?.arrayValue?.count == 3)
        }
    }

    @Test func `ten thousand flags are loaded at the start`() async throws {
        let folder = try TemporaryFolder()
        let database = try DatabaseFile(path: folder.file("app.db"), schema: FlagBit.fileSchema)
        let store = FlagBitStore(accounts: Accounts(policy: FlagBit.policy, database: database))
        let keys = try await database.write { connection in
            try connection.execute("INSERT INTO accounts (email, created_at) VALUES ('a', 0)")
            let rules = #"[{"conditions":[{"attribute":"country","operator":"in","value":["US"]}],"value":"true"}]"#
            return try (0..<10).map { _ in
                let key = try APIKey(prefix: SDKKey.prefix)
                let project = try store.insertProject(named: "P", key, for: 1, at: .now, in: connection)
                for number in 0..<1_000 {
                    try connection.execute(
                        """
                        INSERT INTO flags (project_id, key, definition, seed, bucketing_version, created_at, updated_at)
                        VALUES (?, ?, ?, 'seed', 2, 0, 0)
                        """,
                        project.id,
                        "flag-\(number)",
                        #"{"key":"flag-\#(number)","rules":\#(rules)}"#
                    )
                }
                return SHA256.digest(of: key.text)
            }
        }
        let live = LiveFlags(store: store, logger: Logger(label: "test"))
        try live.loadAll()
        for key in keys {
            let project = try #require(try live.project(ofKey: key))
            #expect(project.snapshot.flags.count == 1_000)
            #expect(project.snapshot.rules.evaluate("flag-999", in: EvaluationContext(attributes: ["country": "US"]))?.value == true)
        }
        database.close()
    }

    @Test func `the keys of an account that is being erased are not loaded`() async throws {
        let folder = try TemporaryFolder()
        let database = try DatabaseFile(path: folder.file("app.db"), schema: FlagBit.fileSchema)
        let store = FlagBitStore(accounts: Accounts(policy: FlagBit.policy, database: database))
        let keys = try await database.write { connection in
            try connection.execute("INSERT INTO accounts (email, created_at, erased_at) VALUES ('', 0, 1), ('a', 0, NULL)")
            return try ([1, 2] as [Int64]).map { accountID in
                let key = try APIKey(prefix: SDKKey.prefix)
                _ = try store.insertProject(named: "P", key, for: accountID, at: .now, in: connection)
                return SHA256.digest(of: key.text)
            }
        }
        for isLoadedBefore in [false, true] {
            let live = LiveFlags(store: store, logger: Logger(label: "test"))
            if isLoadedBefore { try live.loadAll() }
            #expect(try live.project(ofKey: keys[0])?.accountID == nil)
            #expect(try live.project(ofKey: keys[1])?.accountID == 2)
        }
        database.close()
    }

    /// What 100 users get, asked of a service that may have been started anew.
    private func answers(_ owner: Owner, _ client: TestClient) async throws -> [JSONValue?] {
        var answers: [JSONValue?] = []
        for number in 0..<100 {
            let body: JSONValue = ["context": ["user_id": "user-\(number)"]]
            answers.append(try await client.post("/api/v1/evaluate/half", json: body, headers: owner.sdk.headers).json["value"])
        }
        return answers
    }
}

extension [String: JSONValue] {
    fileprivate var json: JSONValue { .object(JSONObject(map { ($0.key, $0.value) })) }
}
