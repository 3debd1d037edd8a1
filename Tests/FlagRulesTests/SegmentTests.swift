import FlagRules
import Testing

@Suite struct `Segments` {
    private let segments = [
        segment("europe", condition("country", "in", ["DE", "FR"])), segment("paying", condition("plan", "neq", "free")),
        segment("customers", condition("", "in_segment", "europe"), condition("", "in_segment", "paying")), segment("everybody"),
        segment("nobody", group(.any)),
    ]

    private func isIn(_ value: FlagValue, _ attributes: [String: FlagValue], isNegated: Bool = false) throws -> Bool {
        try holds(condition("", "in_segment", value, isNegated: isNegated), attributes, segments: segments)
    }

    @Test func `hold if all their conditions do`() throws {
        #expect(try isIn("europe", ["country": "DE"]))
        #expect(try !isIn("europe", ["country": "US"]))
        #expect(try isIn("everybody", [:]))
        #expect(try !isIn("nobody", [:]))
    }

    @Test func `may ask about others`() throws {
        #expect(try isIn("customers", ["country": "FR", "plan": "pro"]))
        #expect(try !isIn("customers", ["country": "FR", "plan": "free"]))
        #expect(try !isIn("customers", ["country": "US", "plan": "pro"]))
    }

    @Test func `of several one is enough`() throws {
        #expect(try isIn(["nobody", "europe"], ["country": "DE"]))
        #expect(try !isIn(["nobody", "europe"], [:]))
        #expect(try !isIn([], [:]))
    }

    @Test func `look at no attribute, so that negation is the exact opposite`() throws {
        for attributes in [[:], ["country": "DE"], ["country": .null]] as [[String: FlagValue]] {
            for value in ["europe", "paying", "unknown", ["europe", "nobody"]] as [FlagValue] {
                #expect(try isIn(value, attributes, isNegated: true) != isIn(value, attributes))
            }
        }
    }

    @Test func `that are not there hold nobody`() throws {
        #expect(try !isIn("unknown", [:]))
        #expect(try isIn(["unknown", "everybody"], [:]))
    }

    @Test func `need no attribute in JSON and ignore one`() throws {
        #expect(
            faults(inConditions: ["operator": "in_segment", "value": "a"], ["attribute": "", "operator": "in_segment", "value": ["a"]])
                .isEmpty
        )
    }

    @Test func `are replaced and removed in a new snapshot`() throws {
        let flag = try CompiledFlag(FlagDefinition(key: "f", rules: [rule(condition("", "in_segment", "s"), gives: true)], seed: "seed"))
        let before = FlagSnapshot([flag], segments: [try CompiledSegment(segment("s"))])
        let changed = try before.setting(CompiledSegment(segment("s", condition("x", "exists"))))
        #expect(before.evaluate("f", in: EvaluationContext())?.rule == 0)
        #expect(changed.evaluate("f", in: EvaluationContext())?.rule == nil)
        #expect(changed.evaluate("f", in: EvaluationContext(attributes: ["x": 1]))?.rule == 0)
        #expect(before.removingSegment("s").evaluate("f", in: EvaluationContext())?.rule == nil)
    }

    @Test func `have no percentage and no invalid key`() {
        let json: FlagValue = [
            "key": "a b", "name": "ours",
            "conditions": [
                ["attribute": "id", "operator": "percent", "value": 5],
                ["any": [["attribute": "id", "operator": "eq", "value": 5], ["attribute": "id", "operator": "percent", "value": "x"]]],
            ],
        ]
        let found = faults { () throws(DefinitionError) in try CompiledSegment(json: json, ignoring: ["name"]) }
        #expect(
            found == [
                "$.key: invalid_key", "$.conditions[0].operator: percentage_in_segment",
                "$.conditions[1].any[1].operator: percentage_in_segment",
                "$.conditions[1].any[1].value: invalid_percentage",
            ]
        )
    }
}
