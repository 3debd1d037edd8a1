import FlagRules
import Testing

@Suite struct `Hostile input` {
    private func nested(_ depth: Int) -> FlagValue {
        (1..<depth).reduce(into: FlagValue.array([])) { value, level in value = level.isMultiple(of: 2) ? ["a": value] : [value] }
    }

    @Test func `a value is as deep as the limit and no deeper`() {
        #expect(FlagType.json.admitting(nested(FlagValue.maximumDepth)) != nil)
        #expect(FlagType.json.admitting(nested(FlagValue.maximumDepth + 1)) == nil)
    }

    @Test func `very deep values are refused in a flag and harmless in a context`() throws {
        let deep = nested(5000)
        let definition = FlagDefinition(
            key: "flag",
            type: .json,
            rules: [rule(condition("a", "eq", deep), condition("a", "in", [deep]), gives: deep)],
            variants: ["deep": deep],
            defaultValue: deep,
            seed: "seed"
        )
        #expect(faults { () throws(DefinitionError) in try CompiledFlag(definition) }.count == 5)
        for condition in [
            condition("a", "eq", "x"), condition("a", "in", ["x"]), condition("a", "contains", "x"), condition("a", "percent", 100),
        ] {
            #expect(try !holds(condition, ["a": deep, "b": [deep]]))
            #expect(try !holds(condition, ["a": [deep, deep]]))
        }
    }

    @Test func `a search takes linear time whatever the texts`() throws {
        let size = 200_000
        let needle = String(repeating: "a", count: size) + "b"
        let text = String(repeating: "a", count: size * 5)
        #expect(try !holds(condition("text", "contains", .string(needle)), ["text": .string(text)]))
        #expect(try holds(condition("text", "contains", .string(needle)), ["text": .string(text + "b")]))
    }

    @Test func `a search agrees with comparing at every place`() throws {
        let letters = Array("aab")
        func text(_ number: Int, _ length: Int) -> String {
            String((0..<length).map { letters[number / Int(("1" + String(repeating: "0", count: $0)), radix: 3)! % 3] })
        }
        for haystack in 0..<243 {
            for needle in 0..<27 {
                let (long, short) = (text(haystack, 5), text(needle, 3))
                let expected = (0...2).contains { Array(long)[$0..<$0 + 3] == Array(short)[...] }
                #expect(
                    try holds(condition("text", "contains", .string(short)), ["text": .string(long)]) == expected,
                    "\(short) in \(long)"
                )
            }
        }
    }

    @Test func `large lists and many rules evaluate`() throws {
        let numbers = FlagValue.array((0..<100_000).map { .integer($0) })
        let never = RuleDefinition(conditions: [condition("id", "eq", "x")], value: true)
        let listed = RuleDefinition(conditions: [condition("id", "in", numbers)], value: true)
        let flag = try CompiledFlag(FlagDefinition(key: "flag", rules: Array(repeating: never, count: 10_000) + [listed], seed: "seed"))
        #expect(flag.evaluate(in: EvaluationContext(attributes: ["id": 99_999.0])).rule == 10_000)
        #expect(flag.evaluate(in: EvaluationContext(attributes: ["id": 100_000])).rule == nil)
        #expect(try !holds(condition("id", "in", ["x", "y"]), ["id": numbers]))
    }

    @Test func `many faults are found in linear time`() {
        let json: FlagValue = ["key": "a", "rules": .array(Array(repeating: [:], count: 50_000))]
        #expect(faults { () throws(DefinitionError) in try CompiledFlag(json: json, seed: "seed") }.count == 50_000)
    }

    @Test func `many variants and many rules compile`() throws {
        let numbers = (0..<20_000).map { FlagValue.string("value \($0)") }
        let flag = FlagDefinition(
            key: "flag",
            type: .string,
            rules: numbers.map { rule(condition("a", "eq", $0), gives: $0) },
            variants: Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ("variant \($0)", $1) }),
            seed: "seed"
        )
        #expect(try CompiledFlag(flag).evaluate(in: EvaluationContext(attributes: ["a": "value 19999"])).variant == "variant 19999")
    }

    @Test func `many spellings of the same letters are different texts`() throws {
        let spellings = (0..<4096).map { number in
            FlagValue.string((0..<12).map { number >> $0 & 1 == 0 ? "é" : "e\u{301}" }.joined())
        }
        let flag = try CompiledFlag(
            FlagDefinition(key: "flag", rules: [rule(condition("a", "in", .array(spellings.dropLast())), gives: true)], seed: "seed")
        )
        for (index, spelling) in spellings.enumerated() {
            #expect((flag.evaluate(in: EvaluationContext(attributes: ["a": spelling])).rule == 0) == (index < 4095))
        }
    }
}
