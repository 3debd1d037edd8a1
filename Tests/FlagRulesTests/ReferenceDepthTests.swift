import FlagRules
import Glibc
import Testing

@Suite struct `References at their limits` {
    private static let depth = ReferenceGraph.maximumDepth

    private func evaluate(_ flag: FlagDefinition, among flags: [FlagDefinition] = [], segments: [SegmentDefinition] = []) throws
        -> Evaluation?
    {
        let snapshot = FlagSnapshot(
            try (flags + [flag]).map { try CompiledFlag($0) },
            segments: try segments.map { try CompiledSegment($0) }
        )
        return onSmallStack { snapshot.evaluate(flag.key, in: EvaluationContext()) }
    }

    /// Groups as deep as may be around a condition.
    private func deep(_ condition: ConditionDefinition) -> ConditionDefinition {
        (0..<GroupDefinition.maximumDepth).reduce(condition) { inner, _ in group(.all, inner) }
    }

    @Test func `the longest chain of prerequisites needs no large stack`() throws {
        let flags = (0..<Self.depth).map { number in
            FlagDefinition(
                key: "f\(number)",
                prerequisites: number == 0 ? [] : [PrerequisiteDefinition(flag: "f\(number - 1)")],
                seed: "seed"
            )
        }
        let last = FlagDefinition(key: "last", prerequisites: [PrerequisiteDefinition(flag: "f\(Self.depth - 1)")], seed: "seed")
        #expect(try evaluate(last, among: flags)?.reason == .default)
    }

    @Test func `the longest chain of segments in the deepest groups needs no large stack`() throws {
        let segments = (0..<Self.depth).map { number in
            number == 0 ? segment("s0") : segment("s\(number)", deep(condition("", "in_segment", .string("s\(number - 1)"))))
        }
        let inLast = deep(condition("", "in_segment", .string("s\(Self.depth - 1)")))
        #expect(try evaluate(FlagDefinition(key: "f", rules: [rule(inLast, gives: true)], seed: "seed"), segments: segments)?.rule == 0)
    }
}

/// What `body` gives on a thread with a stack of 512 KB; nil if there is no thread.
private func onSmallStack<Result>(_ body: () -> Result?) -> Result? {
    var result: Result?
    withoutActuallyEscaping({ result = body() }) { work in
        // Not `pthread_attr_t()`: which module that initializer is from depends on what else is imported.
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        defer { attributes.deallocate() }
        pthread_attr_init(attributes)
        defer { pthread_attr_destroy(attributes) }
        pthread_attr_setstacksize(attributes, 512 * 1024)
        let argument = Unmanaged.passRetained(Work(work))
        var thread = pthread_t()
        let status = pthread_create(
            &thread,
            attributes,
            { argument in
                argument.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run() }
                return nil
            },
            argument.toOpaque()
        )
        if status == 0 { pthread_join(thread, nil) }
    }
    return result
}

private final class Work {
    let run: () -> Void

    init(_ run: @escaping () -> Void) { self.run = run }
}
