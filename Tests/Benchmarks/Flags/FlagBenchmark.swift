import FlagRules
import Glibc

/// Times evaluation on one thread, and measures the memory of compiled flags.
///
/// What is printed is a name, a tab and a number: the nanoseconds of one evaluation, or kilobytes.
struct FlagBenchmark {
    /// Flags that are evaluated one after the other in one context.
    private struct Case {
        let name: String
        let snapshot: FlagSnapshot
        let keys: [String]
        let context: EvaluationContext

        init(_ name: String, _ context: EvaluationContext, _ flags: [FlagValue], segments: [FlagValue] = []) throws(DefinitionError) {
            self.name = name
            self.context = context
            let flags = try flags.map { flag throws(DefinitionError) in try CompiledFlag(json: flag, seed: "3kPzV0aQm8YtX5rWc1LdHs") }
            let segments = try segments.map { segment throws(DefinitionError) in try CompiledSegment(json: segment) }
            snapshot = FlagSnapshot(flags, segments: segments)
            // The last one, which may need the others; or all, where none needs another.
            keys = flags.count > 2 ? flags.map(\.key) : flags.suffix(1).map(\.key)
        }
    }

    /// How many times a case is evaluated between two looks at the clock.
    private static let round = 500

    private static let context = EvaluationContext(attributes: [
        "user_id": "user-48211", "country": "US", "plan": "pro", "app_version": "5.12.3", "email": "ada.lovelace@example.com",
    ])

    func run(seconds: Double) throws {
        print("kilobytes of 10 000 flags\t\(try kilobytes(flags: 10_000))")
        for item in try Self.cases() {
            print("\(item.name)\t\(nanoseconds(item, seconds))")
        }
    }

    private static func cases() throws(DefinitionError) -> [Case] {
        let countries: FlagValue = ["US", "CA", "GB", "DE", "FR", "NL", "SE", "JP"]
        let targeted: FlagValue = ["attribute": "country", "operator": "in", "value": countries]
        let elsewhere: FlagValue = ["attribute": "country", "operator": "in", "value": ["BR", "AR", "CL", "MX"]]
        let everybody: FlagValue = ["attribute": "user_id", "operator": "percent", "value": 100]
        let nobody: FlagValue = ["attribute": "user_id", "operator": "percent", "value": 0]
        func flag(_ key: String, _ rules: [FlagValue]) -> FlagValue {
            ["key": .string(key), "rules": .array(rules.map { ["conditions": $0, "value": true] })]
        }
        let ten = (0..<10).map { _ -> FlagValue in
            [
                targeted, ["attribute": "plan", "operator": "eq", "value": "pro"],
                ["attribute": "email", "operator": "contains", "value": "@example.org"],
            ]
        }
        let all = (0..<350).map { flag("flag-\($0)", [[elsewhere], [targeted, everybody]]) }
        func condition(_ attribute: FlagValue, _ name: FlagValue, _ value: FlagValue) -> FlagValue {
            [["attribute": attribute, "operator": name, "value": value]]
        }
        return try [
            Case("no rules", context, [flag("flag", [])]),
            Case("two conditions, both hold", context, [flag("flag", [[targeted, everybody]])]),
            Case("two conditions, the first fails", context, [flag("flag", [[elsewhere, everybody]])]),
            Case("two conditions, the second fails", context, [flag("flag", [[targeted, nobody]])]),
            Case("10 rules of 3 conditions, the last fails", context, [flag("flag", ten)]),
            Case(
                "segment",
                context,
                [flag("flag", [condition("", "in_segment", "western")])],
                segments: [["key": "western", "conditions": [targeted]]]
            ),
            Case(
                "prerequisite",
                context,
                [
                    flag("parent", [[targeted, everybody]]),
                    [
                        "key": "flag", "prerequisites": [["flag": "parent"]],
                        "rules": [["conditions": [targeted, everybody], "value": true]],
                    ],
                ]
            ),
            Case("regular expression", context, [flag("flag", [condition("email", "regex", "^[a-z.]+@example\\.(com|org)$")])]),
            Case("version", context, [flag("flag", [condition("app_version", "semver_gte", "5.10.0")])]),
            Case("350 flags with rules", context, all),
        ]
    }

    /// Processor time of one evaluation of all flags of a case, in the fastest of the rounds that fit into a time.
    private func nanoseconds(_ item: Case, _ seconds: Double) -> Double {
        let count = max(1, Self.round / item.keys.count)
        var (best, total) = (Int.max, 0)
        repeat {
            let start = Self.processorNanoseconds()
            for _ in 0..<count {
                for key in item.keys { keep(item.snapshot.evaluate(key, in: item.context)) }
            }
            let time = Self.processorNanoseconds() - start
            best = min(best, time)
            total += time
        } while Double(total) < seconds * 1e9
        return Double(best) / Double(count)
    }

    /// Of this thread: what else the machine does is not in it.
    private static func processorNanoseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// Keeps the optimizer from leaving out what nobody reads.
    @inline(never) private func keep<Value>(_ value: Value) {}
}

extension FlagBenchmark {
    /// What the process grows by with so many flags, each with two rules of two conditions.
    private func kilobytes(flags count: Int) throws -> Int {
        let before = Self.residentKilobytes()
        let flags = try (0..<count).map { number in
            try CompiledFlag(
                json: [
                    "key": .string("checkout-redesign-\(number)"),
                    "name": .string("Checkout redesign \(number)"),
                    "rules": [
                        [
                            "conditions": [
                                ["attribute": "country", "operator": "in", "value": ["US", "CA", "GB"]],
                                ["attribute": "user_id", "operator": "percent", "value": .integer(Int64(number % 101))],
                            ],
                            "value": "true",
                        ],
                        [
                            "conditions": [
                                ["attribute": "email", "operator": "ends_with", "value": .string("@customer-\(number).example")],
                                ["attribute": "plan", "operator": "eq", "value": "enterprise"],
                            ],
                            "value": "true",
                        ],
                    ],
                ],
                seed: "seed of 22 letters \(number)"
            )
        }
        let snapshot = FlagSnapshot(flags)
        defer { keep(snapshot) }
        return Self.residentKilobytes() - before
    }

    private static func residentKilobytes() -> Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var kilobytes = 0
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if text.hasPrefix("VmRSS:") {
                kilobytes = text.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
            }
        }
        return kilobytes
    }
}
