import Database
import HTTPCore
import TestKit
import Testing

@testable import FlagBitService

/// What flags and segments refer to.
@Suite struct ReferencesTests {
    private static func inSegment(_ keys: JSONValue) -> JSONValue { ["operator": "in_segment", "value": keys] }

    private static func rules(_ conditions: JSONValue...) -> JSONValue { [["conditions": .array(conditions), "value": true]] }

    @Test func `prerequisites are shown where there are some`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "parent"])
            let prerequisites: JSONValue = [["flag": "parent"], ["flag": "parent", "value": false]]
            let made = try await owner.flag(["key": "a", "prerequisites": prerequisites])
            #expect(made["prerequisites"] == prerequisites)
            #expect(
                made.names == [
                    "key", "name", "description", "tags", "enabled", "type", "prerequisites", "rules", "created_at", "updated_at",
                ]
            )
            #expect(try await owner.client.send("PUT", "\(owner.flags)/a", json: ["name": "A"]).json["prerequisites"] == prerequisites)
            for none in [[], nil] as [JSONValue] {
                let answer = try await owner.client.send("PUT", "\(owner.flags)/a", json: ["prerequisites": none])
                #expect(answer.status == 200)
                #expect(try answer.json["prerequisites"] == nil)
                _ = try await owner.client.send("PUT", "\(owner.flags)/a", json: ["prerequisites": prerequisites])
            }
        }
    }

    @Test func `a prerequisite decides whether the rules are looked at`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "parent", "rules": Self.rules(["attribute": "id", "operator": "eq", "value": 1])])
            try await owner.flag([
                "key": "a", "type": "string", "prerequisites": [["flag": "parent"]], "default_value": "on", "off_value": "off",
            ])
            #expect(try await owner.evaluate("a", ["id": 1])["value"] == "on")
            let failed = try await owner.evaluate("a", ["id": 2])
            #expect(failed["value"] == "off")
            #expect(failed["reason"] == "prerequisite_failed")
            _ = try await owner.client.send("PUT", "\(owner.flags)/parent", json: ["rules": []])
            #expect(try await owner.evaluate("a", ["id": 2])["value"] == "on")
        }
    }

    @Test(
        "what refers to what is not there is refused, with all faults",
        arguments: [
            (
                ["prerequisites": [["flag": "x"], ["flag": "there"], ["flag": "y"]]],
                ["$.prerequisites[0].flag unknown_flag", "$.prerequisites[2].flag unknown_flag"]
            ),
            (
                ["prerequisites": [["flag": "there"]], "rules": rules(["any": [inSegment(["there", "x"])]])],
                ["$.rules[0].conditions[0].any[0].value[1] unknown_segment"]
            ),
            (["rules": rules(inSegment("x"))], ["$.rules[0].conditions[0].value unknown_segment"]),
        ] as [(JSONValue, [String])]
    )
    func unknown(fields: JSONValue, faults: [String]) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let other = try await service.signedUp("other@example.com")
            for each in ["x", "y"] {
                try await other.flag(["key": .string(each)])
                try await other.segment(["key": .string(each)])
            }
            try await owner.flag(["key": "there"])
            try await owner.segment(["key": "there"])
            let made = try await owner.flag(["key": "changed"])
            var new = fields.objectValue ?? [:]
            new["key"] = "new"
            for refused in [
                try await owner.client.post(owner.flags, json: .object(new)),
                try await owner.client.send("PUT", "\(owner.flags)/changed", json: fields),
            ] {
                #expect(refused.status == 400)
                #expect(try refused.code == "invalid_input")
                #expect(try refused.faults == faults)
            }
            #expect(try await owner.client.get("\(owner.flags)/new").status == 404)
            #expect(try await owner.client.get("\(owner.flags)/changed").json == made)
        }
    }

    @Test func `what would need itself is refused`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let itself = try await owner.client.post(owner.flags, json: ["key": "a", "prerequisites": [["flag": "a"]]])
            #expect(try itself.faults == ["$.prerequisites[0].flag cycle"])
            #expect(try await owner.client.post(owner.segments, json: ["key": "a", "conditions": [Self.inSegment("a")]]).status == 400)
            for (key, parent) in [("a", nil), ("b", "a"), ("c", "b")] as [(String, String?)] {
                let flags: [JSONValue] = parent.map { [["flag": .string($0)]] } ?? []
                try await owner.flag(["key": .string(key), "prerequisites": .array(flags)])
                try await owner.segment(["key": .string(key), "conditions": .array(parent.map { [Self.inSegment(.string($0))] } ?? [])])
            }
            let flag = try await owner.client.send("PUT", "\(owner.flags)/a", json: ["prerequisites": [["flag": "c"]]])
            #expect(flag.status == 400)
            #expect(try flag.faults == ["$.prerequisites[0].flag cycle"])
            let segment = try await owner.client.send("PUT", "\(owner.segments)/a", json: ["conditions": [Self.inSegment("c")]])
            #expect(segment.status == 400)
            #expect(try segment.faults == ["$.conditions[0].value cycle"])
        }
    }

    @Test func `two changes at the same time cannot lead in a circle together`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for key in ["a", "b"] as [JSONValue] {
                try await owner.flag(["key": key])
                try await owner.segment(["key": key])
            }
            for _ in 0..<10 {
                let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                    for (key, other) in [("a", "b"), ("b", "a")] as [(String, JSONValue)] {
                        group.addTask {
                            try await owner.client.send("PUT", "\(owner.flags)/\(key)", json: ["prerequisites": [["flag": other]]]).status
                        }
                        group.addTask {
                            try await owner.client.send("PUT", "\(owner.segments)/\(key)", json: ["conditions": [Self.inSegment(other)]])
                                .status
                        }
                    }
                    return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
                }
                #expect(statuses == [200: 2, 400: 2])
                for key in ["a", "b"] {
                    _ = try await owner.client.send("PUT", "\(owner.flags)/\(key)", json: ["prerequisites": []])
                    _ = try await owner.client.send("PUT", "\(owner.segments)/\(key)", json: ["conditions": []])
                }
            }
        }
    }

    @Test func `what is needed cannot be deleted`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "parent"])
            try await owner.segment(["key": "base"])
            try await owner.segment(["key": "more", "conditions": [Self.inSegment("base")]])
            let keys = (0..<6).map { "flag-\($0)" }
            for key in keys {
                try await owner.flag([
                    "key": .string(key), "prerequisites": [["flag": "parent"]], "rules": Self.rules(Self.inSegment("base")),
                ])
            }
            let flag = try await owner.client.delete("\(owner.flags)/parent")
            #expect(flag.status == 409)
            #expect(try flag.code == "flag_in_use")
            #expect(
                try flag.json.text("detail").hasSuffix(
                    #"flag "flag-0", flag "flag-1", flag "flag-2", flag "flag-3", flag "flag-4" and 1 more."#
                )
            )
            let segment = try await owner.client.delete("\(owner.segments)/base")
            #expect(segment.status == 409)
            #expect(try segment.code == "segment_in_use")
            for key in keys {
                let change: JSONValue = ["prerequisites": [], "rules": []]
                #expect(try await owner.client.send("PUT", "\(owner.flags)/\(key)", json: change).status == 200)
            }
            #expect(try await owner.client.delete("\(owner.flags)/parent").status == 204)
            #expect(try await owner.client.delete("\(owner.segments)/base").json.text("detail").hasSuffix(#"of segment "more"."#))
            #expect(try await owner.client.delete("\(owner.segments)/more").status == 204)
            #expect(try await owner.client.delete("\(owner.segments)/base").status == 204)
        }
    }

    @Test func `how much is needed has a limit, each counted as often as it is asked`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.segment(["key": "base"])
            func asking(_ key: String, _ count: Int) -> JSONValue { .array(Array(repeating: Self.inSegment(.string(key)), count: count)) }
            try await owner.segment(["key": "twice", "conditions": asking("base", 2)])
            // 166 times the segment itself and twice what it needs.
            let flag: JSONValue = ["key": "a", "rules": [["conditions": asking("twice", 166), "value": true]]]
            try await owner.flag(flag)
            let more = try await owner.client.send(
                "PUT",
                "\(owner.flags)/a",
                json: ["rules": [["conditions": asking("twice", 167), "value": true]]]
            )
            #expect(more.status == 400)
            #expect(try more.faults == ["$.rules[0].conditions[166].value needs_too_many"])
            let others = try await owner.client.send("PUT", "\(owner.segments)/twice", json: ["conditions": asking("base", 3)])
            #expect(others.status == 400)
            #expect(try others.faults == ["$ needs_too_many"])
        }
    }

    @Test func `a change that leaves the references as they are does not look at those of others`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.segment(["key": "base"])
            try await owner.segment(["key": "a", "conditions": [Self.inSegment("base")]])
            try await owner.flag(["key": "a", "rules": Self.rules(Self.inSegment("base"))])
            // What no change could have led to: the segment is gone.
            try await service.database.write { try $0.execute("DELETE FROM segments WHERE key = 'base'") }
            let kept: JSONValue = ["rules": [["conditions": [Self.inSegment("base")], "value": false]]]
            #expect(try await owner.client.send("PUT", "\(owner.flags)/a", json: kept).status == 200)
            #expect(try await owner.client.send("PUT", "\(owner.segments)/a", json: ["name": "A"]).status == 200)
            let changed: JSONValue = ["rules": Self.rules(Self.inSegment(["base", "a"]))]
            #expect(try await owner.client.send("PUT", "\(owner.flags)/a", json: changed).status == 400)
        }
    }
}
