import HTTPCore
import TestKit
import Testing

@testable import FlagBitService

@Suite struct ProjectRoutesTests {
    @Test func `a new project has an SDK key of its own, shown once`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let answer = try await owner.client.post("/api/v1/projects", json: ["name": "Shop"])
            #expect(answer.status == 201)
            #expect(try answer.json.names == ["id", "name", "created_at", "sdk_key", "message"])
            let id = try #require(try answer.json["id"]?.integerValue)
            #expect(answer.header("Location") == "https://flagbit.test/api/v1/projects/\(id)")
            let sdk = try service.client.authorized(answer.json.text("sdk_key"))
            #expect(try await sdk.post("/api/v1/evaluate", json: [:]).json == ["flags": [:]])
            let shown = try await owner.client.get("/api/v1/projects/\(id)").json
            #expect(shown == ["id": .integer(id), "name": "Shop", "created_at": "2026-04-20T09:00:00Z"])
            // The first one's keys are as they were.
            #expect(try await owner.sdk.post("/api/v1/evaluate", json: [:]).status == 200)
        }
    }

    @Test(arguments: [
        ("{}", ["$.name required"]), (#"{"name": ""}"#, ["$.name too_short"]), (#"{"name": 7}"#, ["$.name wrong_type"]),
        (#"{"name": "a\nb"}"#, ["$.name not_allowed"]), (#"{"name": "a\u0000b"}"#, ["$.name not_allowed"]),
        (#"{"nam": "Shop"}"#, ["$.name required", "$.nam unknown_field"]), ("[]", ["$ wrong_type"]),
        (#"{"name": "\#(String(repeating: "x", count: 201))"}"#, ["$.name too_long"]),
    ])
    func `what is no project is refused`(body: String, faults: [String]) async throws {
        try await Service.run { service in
            let answer = try await service.signedUp().client.request("POST", "/api/v1/projects", body: Array(body.utf8))
            #expect(answer.status == 400)
            #expect(try answer.faults == faults)
        }
    }

    @Test func `the plan limits the projects, however many are asked for at once`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let codes = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 { group.addTask { try await owner.client.post("/api/v1/projects", json: ["name": "Shop"]).status } }
                return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            }
            #expect(codes == [201: 1, 403: 19])
            let refused = try await owner.client.post("/api/v1/projects", json: ["name": "Shop"])
            #expect(try refused.code == "plan_limit_reached")
            #expect(try await owner.client.delete(owner.project).status == 204)
            #expect(try await owner.client.post("/api/v1/projects", json: ["name": "Shop"]).status == 201)
        }
    }

    @Test func `a deleted project's SDK key stops working with the next request`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            #expect(try await owner.sdk.post("/api/v1/evaluate", json: [:]).status == 200)
            #expect(try await owner.client.delete(owner.project).status == 204)
            #expect(try await owner.sdk.post("/api/v1/evaluate", json: [:]).status == 401)
            #expect(try await owner.client.get(owner.flags).status == 404)
        }
    }

    @Test func `a project has one address`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let id = try #require(owner.project.split(separator: "/").last)
            for text in ["+\(id)", "0\(id)", "%2B\(id)", "\(id).0"] {
                #expect(try await owner.client.get("/api/v1/projects/\(text)").status == 404)
            }
        }
    }

    @Test func `a list comes in pages`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp(plan: "starter")
            for name in ["B", "C"] { _ = try await owner.client.post("/api/v1/projects", json: ["name": .string(name)]) }
            var names: [String] = []
            var path: String? = "/api/v1/projects?limit=2"
            while let next = path {
                let answer = try await owner.client.get(next)
                names += try answer.json["projects"]?.arrayValue?.map { try $0.text("name") } ?? []
                path = answer.header("Link")?.firstMatch(of: /<(.+)>; rel="next"/).map { String($0.1) }
                #expect(try (path == nil) == (answer.json["next_cursor"]?.isNull == true))
            }
            #expect(names == ["Default", "B", "C"])
            let refused = try await owner.client.get("/api/v1/projects?limit=0&cursor=%21")
            #expect(try refused.faults == ["query.limit out_of_range", "query.cursor invalid_cursor"])
        }
    }
}
