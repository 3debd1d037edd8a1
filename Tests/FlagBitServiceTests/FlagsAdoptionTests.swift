import Database
import HTTPCore
import TestKit
import Testing

@testable import FlagBitService

/// A file of a version that knew neither segments nor references.
@Suite struct FlagsAdoptionTests {
    @Test func `a file without segments and references gets them, and its flags work`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        let owner = try await Service.run(database: file) { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "old"])
            try await service.database.write { connection in
                try connection.execute("DROP TABLE segments")
                try connection.execute("DROP INDEX flags_with_needs")
                try connection.execute("ALTER TABLE flags DROP COLUMN needs")
            }
            return owner
        }
        for _ in 0..<2 {
            try await Service.run(database: file) { service in
                let client = service.client.authorized(owner.key)
                #expect(try await client.get("\(owner.flags)/old").status == 200)
                _ = try await client.post(owner.segments, json: ["key": "beta"])
                let condition: JSONValue = ["operator": "in_segment", "value": "beta"]
                let change: JSONValue = ["rules": [["conditions": [condition], "value": true]]]
                #expect(try await client.send("PUT", "\(owner.flags)/old", json: change).status == 200)
                #expect(try await client.delete("\(owner.segments)/beta").code == "segment_in_use")
            }
        }
    }
}
