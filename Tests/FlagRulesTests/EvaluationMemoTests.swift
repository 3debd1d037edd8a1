@testable import FlagRules
import Testing

@Suite struct `What is known about a context` {
    private let context = EvaluationContext(attributes: ["country": "US"])

    /// Each asks the one before it twice: without a memo, 2⁶⁰ evaluations.
    @Test func `is found out once, however often it is asked`() throws {
        let flags = try (0..<60).map { number in
            let parent = PrerequisiteDefinition(flag: "f\(number - 1)")
            return try CompiledFlag(
                FlagDefinition(key: "f\(number)", prerequisites: number == 0 ? [] : [parent, parent], seed: "seed")
            )
        }
        let segments = try (0..<60).map { number in
            let inParent = condition("", "in_segment", .string("s\(number - 1)"))
            return try CompiledSegment(SegmentDefinition(key: "s\(number)", conditions: number == 0 ? [] : [inParent, inParent]))
        }
        let asking = try CompiledFlag(
            FlagDefinition(
                key: "asking",
                prerequisites: [PrerequisiteDefinition(flag: "f59")],
                rules: [rule(condition("", "in_segment", "s59"), gives: true)],
                seed: "seed"
            )
        )
        let memo = EvaluationMemo()
        let evaluation = asking.evaluate(in: context, among: FlagSnapshot(flags, segments: segments), memo: memo)
        #expect(evaluation.rule == 0)
        #expect(memo.flags.count == 60)
        #expect(memo.segments.count == 60)
    }

    @Test func `is believed`() throws {
        let snapshot = try FlagSnapshot(
            [CompiledFlag(FlagDefinition(key: "parent", defaultValue: false, seed: "seed"))],
            segments: [CompiledSegment(segment("europe", condition("country", "eq", "DE")))]
        )
        let flag = try CompiledFlag(
            FlagDefinition(
                key: "flag",
                prerequisites: [PrerequisiteDefinition(flag: "parent")],
                rules: [rule(condition("", "in_segment", "europe"), gives: true)],
                seed: "seed"
            )
        )
        let memo = EvaluationMemo()
        #expect(flag.evaluate(in: context, among: snapshot, memo: memo).failedPrerequisite == "parent")
        #expect(memo.flags["parent"]?.value == false)
        memo.flags["parent"] = Evaluation(value: true, variant: nil, reason: .default, rule: nil, bucket: nil)
        #expect(flag.evaluate(in: context, among: snapshot, memo: memo).reason == .default)
        #expect(memo.segments == ["europe": false])
        memo.segments["europe"] = true
        #expect(flag.evaluate(in: context, among: snapshot, memo: memo).rule == 0)
    }
}
