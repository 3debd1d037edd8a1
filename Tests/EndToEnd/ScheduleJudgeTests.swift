import Testing

/// Schedules beside those of programs that nobody here wrote. `make verify-cron` does the same with far more of them.
@Suite(.serialized) struct ScheduleJudgeTests {
    @Test func `times agree with cronsim, croniter and a model of Debian's cron`() async throws {
        try await expectNoComplaint("VerifyCron/times.py", "--count", "1500")
    }

    @Test func `calendar events agree with systemd and oncalendar`() async throws {
        try await expectNoComplaint("VerifyCron/calendar_events.py", "--count", "2000")
    }

    @Test func `descriptions agree with cron-descriptor and cronsim but for what they get wrong`() async throws {
        try await expectNoComplaint("VerifyCron/descriptions.py", "--count", "2000")
    }

    @Test func `what the descriptions say is what happens`() async throws {
        try await expectNoComplaint("VerifyCron/truth.py", "--count", "4000")
    }

    @Test func `no text crashes the engine or holds it up`() async throws {
        try await expectNoComplaint("VerifyCron/fuzz.py", "--rounds", "4")
    }
}
