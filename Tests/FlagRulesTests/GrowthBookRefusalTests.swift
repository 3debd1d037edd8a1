import FlagRules
import Testing

/// What has no exact equivalent in GrowthBook's payload.
@Suite struct `Refusal to translate to GrowthBook's payload` {
    private func refusals(_ flags: [FlagDefinition], segments: [SegmentDefinition] = []) throws -> [GrowthBookRefusal] {
        let snapshot = FlagSnapshot(try flags.map { try CompiledFlag($0) }, segments: try segments.map { try CompiledSegment($0) })
        do throws(GrowthBookError) {
            _ = try snapshot.growthBookPayload()
            return []
        } catch {
            return error.refusals
        }
    }

    private func flag(_ key: String = "flag", _ conditions: ConditionDefinition..., needing parents: [String] = []) -> FlagDefinition {
        FlagDefinition(
            key: key,
            prerequisites: parents.map { PrerequisiteDefinition(flag: $0) },
            rules: [RuleDefinition(conditions: conditions, value: true)],
            seed: "seed"
        )
    }

    @Test(arguments: ["a.b", "$or", "größe"])
    func `attributes that GrowthBook would not find are named with path and operator`(attribute: String) throws {
        for name in ["eq", "percent"] {
            let group = ConditionDefinition.group(GroupDefinition(.any, [condition("a", "eq", 1), condition(attribute, name, 1)]))
            let refusal = try #require(try refusals([flag("flag", condition("a", "eq", 1), group)]).first)
            #expect(refusal.flag == "flag")
            #expect(refusal.path.description == "$.rules[0].conditions[1].any[1]")
            #expect(refusal.operator == name)
            #expect(refusal.reason == .unreadableAttribute(attribute, operator: name))
            #expect(refusal.message.contains("\"\(attribute)\""))
        }
    }

    @Test(arguments: [
        ("regex", "^a+$"), ("before", "2026-01-31T12:00:00Z"), ("after", "-7d"), ("cidr", "10.0.0.0/8"), ("semver_eq", "1.2.3"),
        ("semver_neq", "1.2.3"), ("semver_lt", "1.2.3"), ("semver_lte", "1.2.3"), ("semver_gt", "1.2.3"), ("semver_gte", "1.2.3"),
        ("semver_tilde", "1.2.3"), ("semver_caret", "1.2.3"),
    ])
    func `operators without an exact equivalent are named`(name: String, value: String) throws {
        let refusal = try #require(try refusals([flag("flag", condition("a", name, .string(value)))]).first)
        #expect(refusal.reason == .noEquivalent(operator: name))
        #expect(refusal.operator == name)
        #expect(refusal.path.description == "$.rules[0].conditions[0]")
        #expect(refusal.message == "Flag \"flag\" at $.rules[0].conditions[0]: GrowthBook has nothing that means the same as \"\(name)\".")
    }

    @Test func `a reason in a segment is reported at the condition that refers to it`() throws {
        let inner = SegmentDefinition(key: "inner", conditions: [condition("a.b", "gt", 1)])
        let outer = SegmentDefinition(key: "outer", conditions: [condition("", "in_segment", "inner")])
        let refusal = try #require(try refusals([flag("flag", condition("", "in_segment", "outer"))], segments: [inner, outer]).first)
        #expect(refusal.path.description == "$.rules[0].conditions[0]")
        #expect(refusal.segment == "inner")
        #expect(refusal.operator == "gt")
        #expect(refusal.message.contains("(in the segment \"inner\")"))
    }

    @Test func `a rule that gives null is refused, a default that is null is not`() throws {
        let flag = FlagDefinition(
            key: "flag",
            type: .json,
            rules: [rule(gives: 1), rule(gives: .null)],
            defaultValue: .null,
            seed: "seed"
        )
        let refusals = try refusals([flag])
        #expect(refusals.map(\.reason) == [.nullValue])
        #expect(refusals.map(\.path.description) == ["$.rules[1].value"])
        #expect(refusals.map(\.operator) == [nil])
    }

    @Test func `flags that need a refused one are refused, so that the rest can be translated without both`() throws {
        let bad = flag("bad", condition("a.b", "eq", 1))
        let child = flag("child", needing: ["good", "bad"])
        let grandchild = flag("grandchild", needing: ["child"])
        let refusals = try refusals([grandchild, child, bad, flag("good")])
        #expect(refusals.map(\.flag) == ["bad", "child", "grandchild"])
        #expect(refusals.map(\.reason).dropFirst() == [.refusedPrerequisite("bad"), .refusedPrerequisite("child")])
        #expect(refusals.map(\.path.description).dropFirst() == ["$.prerequisites[1]", "$.prerequisites[0]"])
        #expect(try self.refusals([flag("good")]).isEmpty)
    }

    @Test func `segments nested too deep for a client's stack are refused`() throws {
        var segments = [SegmentDefinition(key: "s0", conditions: [condition("a", "in", [1, 2]), condition("b", "in", [1, 2])])]
        for depth in 1...40 {
            let conditions = [condition("", "in_segment", .string("s\(depth - 1)")), condition("a", "in", [1, 2])]
            segments.append(SegmentDefinition(key: "s\(depth)", conditions: conditions))
        }
        #expect(try refusals([flag("flag", condition("", "in_segment", "s20"))], segments: segments).isEmpty)
        #expect(try refusals([flag("flag", condition("", "in_segment", "s40"))], segments: segments).map(\.reason) == [.nestedTooDeep])
    }
}
