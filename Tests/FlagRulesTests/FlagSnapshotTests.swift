import FlagRules
import Testing

@Suite struct `Flag snapshots` {
    private func flag(_ key: String, _ value: FlagValue) throws -> CompiledFlag {
        try CompiledFlag(FlagDefinition(key: key, defaultValue: value, seed: "seed"))
    }

    @Test func `flags are found by key`() throws {
        let snapshot = try FlagSnapshot([flag("a", true), flag("b", false)])
        #expect(snapshot.count == 2)
        #expect(snapshot.keys.sorted() == ["a", "b"])
        #expect(snapshot["a"]?.key == "a")
        #expect(snapshot.evaluate("a", in: EvaluationContext())?.value == true)
        #expect(snapshot.evaluate("b", in: EvaluationContext())?.value == false)
        #expect(snapshot.evaluate("A", in: EvaluationContext()) == nil)
    }

    @Test func `of two flags with one key the last stays`() throws {
        let snapshot = try FlagSnapshot([flag("a", true), flag("a", false)])
        #expect(snapshot.evaluate("a", in: EvaluationContext())?.value == false)
    }

    @Test func `a change leaves the old snapshot as it was`() throws {
        let before = try FlagSnapshot([flag("a", true), flag("b", true)])
        let after = try before.setting(flag("a", false)).setting(flag("c", true)).removing("b").removing("unknown")
        #expect(before.keys.sorted() == ["a", "b"])
        #expect(before.evaluate("a", in: EvaluationContext())?.value == true)
        #expect(after.keys.sorted() == ["a", "c"])
        #expect(after.evaluate("a", in: EvaluationContext())?.value == false)
    }
}
