import Database
import HTTPCore
import TestKit
import Testing

@testable import FlagBitService

@Suite struct ExportTests {
    private func export(of owner: Owner) async throws -> TestResponse {
        let answer = try await owner.client.get("/api/v1/account/export")
        #expect(answer.status == 200)
        return answer
    }

    @Test func `an export has the projects, what is known of their SDK keys, the flags and the segments`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let other = try await service.signedUp("other@example.com")
            try await other.flag(["key": "theirs"])
            try await other.segment(["key": "theirs"])
            let shop = try await owner.client.post("/api/v1/projects", json: ["name": "Shop"]).json
            let flag = try await owner.flag(["key": "a", "type": "json", "default_value": ["b": [nil, "é"]], "tags": ["beta"]])
            let export = try await export(of: owner).json
            #expect(export.names == ["exported_at", "product", "account", "keys", "usage", "projects", "sdk_keys", "flags", "segments"])
            let (first, second) = (try #require(export["projects"]?[0]?["id"]), try #require(shop["id"]))
            #expect(
                export["projects"] == [
                    ["id": first, "name": "Default", "created_at": "2026-04-20T09:00:00Z"],
                    ["id": second, "name": "Shop", "created_at": "2026-04-20T09:00:00Z"],
                ]
            )
            let keys = try #require(export["sdk_keys"]?.arrayValue)
            #expect(keys.map { $0["project_id"] } == [first, second])
            #expect(keys.map(\.names) == Array(repeating: ["project_id", "prefix", "created_at"], count: 2))
            #expect(keys[1]["prefix"] == .string(String(try shop.text("sdk_key").prefix(8))))
            var expected: JSONObject = ["project_id": first]
            for (name, value) in try #require(flag.objectValue) { expected[name] = value }
            // Random, and so not among what was answered.
            let found = try #require(export["flags"]?[0])
            expected["seed"] = .string(try found.text("seed"))
            expected["bucketing_version"] = 2
            #expect(export["flags"] == [.object(expected)])
            #expect(try found.text("seed").utf8.count == 22)
            #expect(export["segments"] == [])
        }
    }

    @Test func `an export has the segments as they are shown`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let conditions: JSONValue = [["any": [["attribute": "a", "operator": "exists"]]]]
            var expected: JSONObject = ["project_id": 1]
            for (name, value) in try await owner.segment(["key": "a", "conditions": conditions]).objectValue ?? [:] {
                expected[name] = value
            }
            let segments = try await export(of: owner).json["segments"]
            #expect(segments == [.object(expected)])
            #expect(segments?[0]?.names == expected.map(\.name))
        }
    }

    @Test func `values keep their digits`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await service.database.write { connection in
                try connection.addFlag("a", project: 1, definition: #"{"key":"a","type":"float","default_value":1.50,"rules":[]}"#)
            }
            #expect(try await export(of: owner).text.contains(#""type":"float","default_value":1.50,"rules":[]"#))
        }
    }

    @Test func `it has all flags and segments, one project after the other, however many there are`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp(plan: "business")
            let other = try await service.signedUp("other@example.com")
            for _ in 0..<3 { _ = try await owner.client.post("/api/v1/projects", json: ["name": "Shop"]) }
            // Projects 1 and 3 to 5 are the owner's: one whose flags end with a page, one without any, and one with more than a page.
            let flags: [(project: Int64, count: Int)] = [(1, 25), (2, 3), (3, 0), (4, 60), (5, 1)]
            try await service.database.write { connection in
                // In turn, so that the flags of a project are not neighbours in the file.
                for number in 0..<60 {
                    for (project, count) in flags where number < count {
                        try connection.addFlag("flag-\(number)", project: project)
                        try connection.addSegment("flag-\(number)", project: project)
                    }
                }
            }
            let export = try await export(of: owner).json
            let expected = flags.filter { $0.project != 2 }.flatMap { project, count in (0..<count).map { "\(project) flag-\($0)" } }
            for section in ["flags", "segments"] {
                let found = try #require(export[section]?.arrayValue)
                let keys = try found.map { row in "\(row["project_id"]?.integerValue ?? 0) \(try row.text("key"))" }
                #expect(keys == expected)
            }
            #expect(try await self.export(of: other).json["flags"]?.arrayValue?.count == 3)
        }
    }
}

extension Connection {
    /// A flag as a row, without all that makes one by request.
    func addFlag(_ key: String, project: Int64, definition: String? = nil) throws {
        try execute(
            """
            INSERT INTO flags (project_id, key, definition, seed, bucketing_version, created_at, updated_at)
            VALUES (?, ?, ?, 'seed', 2, 0, 0)
            """,
            project,
            key,
            definition ?? #"{"key":"\#(key)","rules":[]}"#
        )
    }

    /// A segment, likewise.
    func addSegment(_ key: String, project: Int64) throws {
        try execute(
            """
            INSERT INTO segments (project_id, key, part_count, byte_count, needs, definition, created_at, updated_at)
            VALUES (?, ?, 0, 0, '', ?, 0, 0)
            """,
            project,
            key,
            #"{"key":"\#(key)","conditions":[]}"#
        )
    }
}
