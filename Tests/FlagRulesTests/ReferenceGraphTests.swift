import FlagRules
import Testing

@Suite struct `References between flags` {
    private let inA = condition("", "in_segment", "a")

    private func flag(_ key: String, needs flags: String..., conditions: ConditionDefinition...) -> FlagDefinition {
        FlagDefinition(
            key: key,
            prerequisites: flags.map { PrerequisiteDefinition(flag: $0) },
            rules: [RuleDefinition(conditions: conditions, value: true)],
            seed: "seed"
        )
    }

    private func inSegments(_ keys: String...) -> ConditionDefinition {
        condition("", "in_segment", .array(keys.map { .string($0) }))
    }

    private func graph(_ flags: FlagDefinition..., segments: [SegmentDefinition] = []) -> ReferenceGraph {
        ReferenceGraph(
            flags: Dictionary(uniqueKeysWithValues: flags.map { ($0.key, $0.references) }),
            segments: Dictionary(uniqueKeysWithValues: segments.map { ($0.key, $0.references) })
        )
    }

    private func faults(_ graph: ReferenceGraph, _ flag: FlagDefinition) -> [String] {
        FlagRulesTests.faults { () throws(DefinitionError) in try graph.check(flag) }
    }

    private func faults(_ graph: ReferenceGraph, _ segment: SegmentDefinition) -> [String] {
        FlagRulesTests.faults { () throws(DefinitionError) in try graph.check(segment) }
    }

    @Test func `are those of prerequisites and of conditions at any depth, sorted, each as often as it is asked`() {
        let flag = flag(
            "f",
            needs: "y",
            "x",
            "y",
            conditions: inA,
            group(.any, inSegments("c", "b"), group(.none, inA)),
            condition("b", "eq", "d")
        )
        #expect(flag.references == References(flags: ["x", "y", "y"], segments: ["a", "a", "b", "c"]))
        #expect(flag.references.flags == ["x", "y", "y"])
        #expect(flag.references.segments == ["a", "a", "b", "c"])
        #expect(segment("s", inA, inA).references == References(segments: ["a", "a"]))
        #expect(flag.references != References(flags: ["x", "y"], segments: ["a", "b", "c"]))
    }

    @Test func `to what is not there are faults at their places`() {
        let flag = flag(
            "f",
            needs: "x",
            "g",
            conditions: inA,
            group(.any, inSegments("s", "b"), group(.none, condition("", "in_segment", "c")))
        )
        let expected = [
            "$.prerequisites[0].flag: unknown_flag", "$.rules[0].conditions[0].value: unknown_segment",
            "$.rules[0].conditions[1].any[0].value[1]: unknown_segment", "$.rules[0].conditions[1].any[1].none[0].value: unknown_segment",
        ]
        #expect(faults(graph(self.flag("g"), segments: [segment("s")]), flag) == expected)
        let found = faults(graph(), segment("s", inA))
        #expect(found == ["$.conditions[0].value: unknown_segment"])
    }

    @Test func `to itself are a cycle`() throws {
        let error = try #require(throws: DefinitionError.self) { try graph().check(flag("f", needs: "f"), at: .root.field("flag")) }
        #expect(error.faults.map(\.problem) == [.cycle(["f", "f"])])
        #expect(error.faults.map(\.path.description) == ["$.flag.prerequisites[0].flag"])
        #expect(error.faults.map(\.message) == ["This would need itself: f → f."])
        let found = faults(graph(segments: [segment("a")]), segment("a", group(.any, inA)))
        #expect(found == ["$.conditions[0].any[0].value: cycle"])
    }

    @Test func `that come back are named as a whole`() throws {
        let graph = graph(flag("a"), flag("b", needs: "a"), flag("c", needs: "b"), flag("d", needs: "c", "a"))
        let error = try #require(throws: DefinitionError.self) { try graph.check(flag("a", needs: "b", "d", "c")) }
        #expect(error.faults.map(\.problem) == [.cycle(["a", "b", "a"]), .cycle(["a", "d", "a"]), .cycle(["a", "c", "b", "a"])])
    }

    @Test func `that were there before and are given up close no cycle`() {
        #expect(faults(graph(flag("a", needs: "b"), flag("b")), flag("b")).isEmpty)
        #expect(faults(graph(flag("a", needs: "b"), flag("b"), flag("c")), flag("a", needs: "c")).isEmpty)
        #expect(faults(graph(flag("a", needs: "b"), flag("b")), flag("c", needs: "a", "b")).isEmpty)
    }

    @Test func `of a flag and a segment with the same key are apart`() {
        #expect(faults(graph(segments: [segment("a")]), flag("a", conditions: inA)).isEmpty)
        #expect(faults(graph(segments: [segment("a")]), flag("b", needs: "a")) == ["$.prerequisites[0].flag: unknown_flag"])
    }

    /// A chain of flags in which each asks the one before it `times` times, and others.
    private func chain(_ count: Int, times: Int = 1, with others: [String: [String]] = [:]) -> ReferenceGraph {
        var flags = others.mapValues { References(flags: $0) }
        for number in 0..<count {
            flags["f\(number)"] = References(flags: number == 0 ? [] : Array(repeating: "f\(number - 1)", count: times))
        }
        return ReferenceGraph(flags: flags, segments: [:])
    }

    @Test func `are 500 at most, with what is needed in turn`() {
        let graph = graph(segments: [segment("a"), segment("b", inA, inA)])
        func asking(_ times: Int, _ key: String) -> FlagDefinition {
            flag("new", conditions: .group(GroupDefinition(.any, Array(repeating: inSegments(key), count: times))))
        }
        #expect(faults(graph, asking(500, "a")).isEmpty)
        #expect(faults(graph, asking(501, "a")) == ["$.rules[0].conditions[0].any[500].value[0]: needs_too_many"])
        #expect(faults(graph, asking(166, "b")).isEmpty)
        #expect(faults(graph, asking(167, "b")) == ["$.rules[0].conditions[0].any[166].value[0]: needs_too_many"])
    }

    @Test func `are 20 in a row at most`() throws {
        #expect(faults(chain(20), flag("new", needs: "f19")).isEmpty)
        #expect(faults(chain(21), flag("new", needs: "f19", "f20")) == ["$.prerequisites[1].flag: needs_too_deep"])
        #expect(faults(chain(20, with: ["x": []]), flag("f0", needs: "x")).isEmpty)
        let error = try #require(throws: DefinitionError.self) {
            try chain(20, with: ["x": [], "y": ["x"]]).check(flag("f0", needs: "y"), at: .root.field("flag"))
        }
        #expect(error.faults.map(\.problem) == [.othersNeedTooDeep("f19", limit: 20)])
        #expect(error.faults.map(\.code) == ["needs_too_deep"])
        #expect(error.faults.map(\.path.description) == ["$.flag"])
    }

    @Test func `count as often as they are asked`() {
        // 254 for the one that is 7 deep, 510 for the next.
        #expect(faults(chain(10, times: 2), flag("new", needs: "f7")).isEmpty)
        #expect(faults(chain(10, times: 2), flag("new", needs: "f8")) == ["$.prerequisites[0].flag: needs_too_many"])
        let often = segment("s", .group(GroupDefinition(.any, Array(repeating: inA, count: 500))))
        let tooOften = segment("s", .group(GroupDefinition(.any, Array(repeating: inA, count: 501))))
        #expect(faults(graph(segments: [segment("a")]), often).isEmpty)
        #expect(faults(graph(segments: [segment("a")]), tooOften) == ["$.conditions[0].any[500].value: needs_too_many"])
    }

    @Test func `of others may not become too many either`() throws {
        let needsMany = References(flags: Array(repeating: "a", count: 250))
        let graph = ReferenceGraph(
            flags: ["a": References(), "b": References(), "c": References(flags: ["b"]), "many": needsMany],
            segments: [:]
        )
        #expect(faults(graph, flag("a", needs: "b")).isEmpty)
        let error = try #require(throws: DefinitionError.self) { try graph.check(flag("a", needs: "c"), at: .root.field("flag")) }
        #expect(error.faults.map(\.problem) == [.othersNeedTooMany("many", limit: 500)])
        #expect(error.faults.map(\.path.description) == ["$.flag"])
        #expect(error.faults.map(\.code) == ["needs_too_many"])
    }

    @Test func `are checked in linear time, in graphs of any depth and with cycles`() {
        #expect(faults(chain(10_000, times: 2), flag("new", needs: "f9999")) == ["$.prerequisites[0].flag: needs_too_many"])
        #expect(faults(chain(10_000), flag("f0", needs: "f9999")) == ["$.prerequisites[0].flag: cycle"])
        let circle = ["a": References(flags: ["b"]), "b": References(flags: ["c"]), "c": References(flags: ["a", "a"])]
        #expect(
            faults(ReferenceGraph(flags: circle, segments: [:]), flag("new", needs: "a")) == ["$.prerequisites[0].flag: needs_too_many"]
        )
    }

    @Test func `can be asked for who needs something`() {
        let graph = graph(
            flag("z", needs: "x", conditions: inA),
            flag("y", needs: "x"),
            flag("x", conditions: inA, inA),
            segments: [segment("s", inA), segment("a")]
        )
        #expect(graph.flags(needingFlag: "x") == ["y", "z"])
        #expect(graph.flags(needingSegment: "a") == ["x", "z"])
        #expect(graph.segments(needingSegment: "a") == ["s"])
        #expect(graph.flags(needingFlag: "z").isEmpty)
    }
}
