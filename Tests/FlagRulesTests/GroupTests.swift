import FlagRules
import Testing

@Suite struct `Groups of conditions` {
    private let yes = condition("x", "eq", 1)
    private let no = condition("x", "eq", 2)

    @Test(arguments: GroupDefinition.Kind.allCases, [false, true]) func `are boolean logic`(
        kind: GroupDefinition.Kind,
        isNegated: Bool
    ) throws {
        for (members, all, any) in [
            ([], true, false), ([yes], true, true), ([no], false, false), ([yes, no], false, true), ([no, yes], false, true),
            ([yes, yes], true, true), ([no, no, no], false, false),
        ] {
            let expected =
                switch kind {
                case .all: all
                case .any: any
                case .none: !any
                }
            let group = ConditionDefinition.group(GroupDefinition(kind, members, isNegated: isNegated))
            #expect(try holds(group, ["x": 1]) == (expected != isNegated), "\(group)")
        }
    }

    @Test func `are boolean logic with missing attributes as well`() throws {
        #expect(try holds(group(.none, yes), [:]))
        #expect(try holds(group(.all, yes, isNegated: true), [:]))
        #expect(try !holds(group(.any, condition("x", "eq", 1, isNegated: true)), [:]))
    }

    @Test func `stand inside each other`() throws {
        let nested = group(.all, group(.any, no, group(.none, no, no)), group(.all, yes, isNegated: false))
        #expect(try holds(nested, ["x": 1]))
        #expect(try !holds(nested, ["x": 2]))
    }

    @Test func `are read from JSON with or without negate`() throws {
        let json: FlagValue = [
            "key": "a",
            "rules": [
                [
                    "conditions": [
                        ["any": [["attribute": "x", "operator": "exists"], ["all": [], "negate": false]]],
                        [
                            "none": [["attribute": "y", "operator": "starts_with", "value": "z", "negate": true, "ignore_case": false]],
                            "negate": true,
                        ],
                    ], "value": true,
                ]
            ],
        ]
        let expected = [
            group(.any, condition("x", "exists"), group(.all)),
            group(.none, condition("y", "starts_with", "z", isNegated: true), isNegated: true),
        ]
        #expect(try FlagDefinition(json: json, seed: "seed").rules[0].conditions == expected)
    }

    /// A group in groups, so many in all, around a condition.
    private func nested(_ depth: Int) -> FlagValue {
        (0..<depth).reduce(into: ["attribute": "x", "operator": "exists"]) { inner, level in
            inner = [["all", "any", "none"][level % 3]: [inner]]
        }
    }

    @Test func `stand at most 8 deep`() {
        #expect(faults(inConditions: nested(8)).isEmpty)
        #expect(faults(inConditions: nested(9)) == ["\(deepPath(9)): nested_too_deep"])
        #expect(faults(inConditions: nested(1000)) == ["\(deepPath(1000)): nested_too_deep"])
    }

    private func deepPath(_ depth: Int) -> String {
        (1...8).reduce("conditions[0]") { "\($0).\(["all", "any", "none"][(depth - $1) % 3])[0]" }
    }

    @Test func `that are made too deep are refused, wherever they come from`() {
        let deep = (0..<9).reduce(yes) { inner, _ in group(.all, inner) }
        let definition = FlagDefinition(key: "a", rules: [rule(deep, gives: true)], seed: "seed")
        #expect(
            faults { () throws(DefinitionError) in try CompiledFlag(definition) }.map { $0.hasSuffix("all[0]: nested_too_deep") } == [true]
        )
    }

    @Test func `are not thought deeper for names around the flag`() throws {
        let json: FlagValue = ["key": "all", "rules": [["conditions": [nested(8)], "value": true]]]
        #expect(throws: Never.self) { try CompiledFlag(json: json, seed: "seed", at: .root.field("any").field("all")) }
    }

    @Test func `are described as a person would read them`() {
        let text = group(.any, condition("a", "exists"), group(.none, condition("b", "in", [1, "x"], isNegated: true)), isNegated: true)
            .description
        #expect(text == "not any of (a exists, none of (not b in [1, \"x\"]))")
    }
}
