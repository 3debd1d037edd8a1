import FlagRules
import Testing

@Suite struct `Prerequisites` {
    private func flag(
        _ key: String,
        gives value: FlagValue? = nil,
        type: FlagType = .boolean,
        isEnabled: Bool = true,
        needs prerequisites: PrerequisiteDefinition...
    ) -> FlagDefinition {
        FlagDefinition(
            key: key,
            isEnabled: isEnabled,
            type: type,
            prerequisites: prerequisites,
            defaultValue: value,
            offValue: type == .boolean ? true : nil,
            seed: "seed"
        )
    }

    private func evaluate(_ key: String, _ flags: FlagDefinition..., attributes: [String: FlagValue] = [:]) throws -> Evaluation? {
        try FlagSnapshot(flags.map { try CompiledFlag($0) }).evaluate(key, in: EvaluationContext(attributes: attributes))
    }

    private func isFulfilled(_ prerequisite: PrerequisiteDefinition, by parent: FlagDefinition) throws -> Bool {
        let evaluation = try evaluate("child", parent, flag("child", gives: false, needs: prerequisite))
        return evaluation?.reason != .prerequisiteFailed
    }

    @Test func `that fail give the off value, and are named`() throws {
        let child = flag("child", gives: false, needs: PrerequisiteDefinition(flag: "yes"), PrerequisiteDefinition(flag: "no"))
        let evaluation = try evaluate("child", flag("yes", gives: true), flag("no", gives: false), child)
        let expected = Evaluation(
            value: true,
            variant: "on",
            reason: .prerequisiteFailed,
            rule: nil,
            bucket: nil,
            failedPrerequisite: "no"
        )
        #expect(evaluation == expected)
    }

    @Test func `that are fulfilled leave the answer to the rules`() throws {
        let child = flag("child", gives: false, needs: PrerequisiteDefinition(flag: "parent"))
        #expect(try evaluate("child", flag("parent", gives: true), child)?.reason == .default)
    }

    @Test(
        "compare values as the other flag answers them",
        arguments: [
            (.boolean, true, true, true), (.boolean, true, "true", true), (.boolean, false, "false", true), (.boolean, true, false, false),
            (.boolean, true, 1, false), (.string, "true", "true", true), (.string, "true", true, false), (.integer, 10, 10, true),
            (.integer, 10, 10.0, true), (.integer, 10, "10", false), (.float, 10, 10, true), (.float, 0.5, 0.5, true),
            (.json, ["a": [1]], ["a": [1.0]], true), (.json, ["a": [1]], ["a": [2]], false), (.json, .null, .null, true),
            (.json, nil, .null, false), (.string, nil, "", false),
        ] as [(FlagType, FlagValue?, FlagValue, Bool)]
    )
    func values(type: FlagType, given: FlagValue?, wanted: FlagValue, expected: Bool) throws {
        #expect(
            try isFulfilled(PrerequisiteDefinition(flag: "parent", value: wanted), by: flag("parent", gives: given, type: type)) == expected
        )
    }

    @Test func `are not fulfilled by a disabled flag, whatever its off value`() throws {
        #expect(try !isFulfilled(PrerequisiteDefinition(flag: "parent"), by: flag("parent", gives: true, isEnabled: false)))
    }

    @Test func `are not fulfilled by a flag whose own one fails, whatever its off value`() throws {
        let evaluation = try evaluate(
            "c",
            flag("a", gives: false),
            flag("b", gives: true, needs: PrerequisiteDefinition(flag: "a")),
            flag("c", gives: true, needs: PrerequisiteDefinition(flag: "b"))
        )
        #expect(evaluation?.reason == .prerequisiteFailed)
        #expect(evaluation?.failedPrerequisite == "b")
    }

    @Test func `are not fulfilled by a flag that is not there`() throws {
        #expect(try evaluate("c", flag("c", needs: PrerequisiteDefinition(flag: "a")))?.failedPrerequisite == "a")
        #expect(
            try CompiledFlag(flag("c", needs: PrerequisiteDefinition(flag: "a"))).evaluate(in: EvaluationContext()).reason
                == .prerequisiteFailed
        )
    }

    @Test func `may be reached in two ways`() throws {
        let needsA = PrerequisiteDefinition(flag: "a")
        let d = flag("d", gives: false, needs: PrerequisiteDefinition(flag: "b"), PrerequisiteDefinition(flag: "c"))
        for (value, reason): (FlagValue, Evaluation.Reason) in [(true, .default), (false, .prerequisiteFailed)] {
            let evaluation = try evaluate(
                "d",
                flag("a", gives: value),
                flag("b", gives: true, needs: needsA),
                flag("c", gives: true, needs: needsA),
                d
            )
            #expect(evaluation?.reason == reason)
        }
    }

    @Test func `see the same context`() throws {
        var parent = flag("parent", gives: false)
        parent.rules = [rule(condition("country", "eq", "US"), gives: true)]
        let child = flag("child", gives: false, needs: PrerequisiteDefinition(flag: "parent"))
        #expect(try evaluate("child", parent, child, attributes: ["country": "US"])?.reason == .default)
        #expect(try evaluate("child", parent, child, attributes: ["country": "DE"])?.reason == .prerequisiteFailed)
    }

    @Test func `pass on whom a percentage of theirs misses, fulfilled or not`() throws {
        func parent(_ key: String, _ attribute: String, gives value: FlagValue) -> FlagDefinition {
            FlagDefinition(
                key: key,
                rules: [rule(condition(attribute, "percent", 50), gives: value)],
                defaultValue: value,
                seed: "seed"
            )
        }
        let needsParent = PrerequisiteDefinition(flag: "parent")
        var child = flag("child", gives: false, needs: needsParent)
        child.rules = [rule(condition("company", "percent", 50), gives: true)]
        for (value, reason): (FlagValue, Evaluation.Reason) in [(true, .default), (false, .prerequisiteFailed)] {
            let evaluation = try evaluate("child", parent("parent", "user_id", gives: value), child)
            #expect(evaluation?.missingBucketingAttribute == "user_id")
            #expect(evaluation?.reason == reason)
        }
        let grandchild = flag("grandchild", gives: false, needs: PrerequisiteDefinition(flag: "child", value: false))
        let flags = [parent("parent", "user_id", gives: true), child, grandchild]
        #expect(try evaluate("grandchild", flags[0], flags[1], flags[2])?.missingBucketingAttribute == "user_id")
        let named = try evaluate("grandchild", flags[0], flags[1], flags[2], attributes: ["user_id": "a"])
        #expect(named?.missingBucketingAttribute == "company")
    }

    @Test func `do not matter to a disabled flag`() throws {
        #expect(try evaluate("c", flag("c", isEnabled: false, needs: PrerequisiteDefinition(flag: "a")))?.reason == .disabled)
    }

    @Test func `are read from JSON, and want true unless they say otherwise`() throws {
        let json: FlagValue = ["key": "a", "prerequisites": [["flag": "b"], ["flag": "c", "value": "x"]]]
        let expected = [PrerequisiteDefinition(flag: "b", value: true), PrerequisiteDefinition(flag: "c", value: "x")]
        #expect(try FlagDefinition(json: json, seed: "seed").prerequisites == expected)
    }

    @Test func `have faults at their places`() {
        let json: FlagValue = [
            "key": "a", "prerequisites": [["value": true], ["flag": 1], ["flag": "no spaces"], ["flag": "b", "equals": 1], "b"],
        ]
        let expected = [
            "$.prerequisites[0].flag: missing_field", "$.prerequisites[1].flag: wrong_type", "$.prerequisites[3].equals: unknown_field",
            "$.prerequisites[4]: wrong_type", "$.prerequisites[2].flag: invalid_key",
        ]
        #expect(faults { () throws(DefinitionError) in try CompiledFlag(json: json, seed: "seed") } == expected)
    }
}
