import Testing

/// Flags beside programs that nobody here wrote. `make verify-flags` does the same with far more of them.
@Suite(.serialized) struct FlagJudgeTests {
    @Test(
        "evaluations, buckets and operands agree with models and libraries",
        arguments: ["model", "buckets", "versions", "networks", "times", "regexes"]
    )
    func models(script: String) async throws {
        try await expectNoComplaint("VerifyFlags/\(script).py", "--count", "2000")
    }

    @Test func `GrowthBook's client gives the same for what is translated`() async throws {
        try await expectNoComplaint("VerifyFlags/growthbook.py", "--count", "100")
    }

    @Test func `no flag and no context crashes the engine or holds it up`() async throws {
        try await expectNoComplaint("VerifyFlags/fuzz.py", "--seconds", "10")
    }

    @Test("clients of OpenFeature get what is right", arguments: ["clients", "ofrep"])
    func clients(script: String) async throws {
        try await expectNoComplaint("VerifyFlags/\(script).py", "--quick")
    }
}
