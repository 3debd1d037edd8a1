import Testing

@testable import CronPingService

@Suite struct PingSignalTests {
    @Test(
        "the word after the token",
        arguments: [
            ("start", .start, nil), ("fail", .fail, nil), ("log", .log, nil), ("0", .success, 0), ("1", .fail, 1), ("255", .fail, 255),
            ("007", .fail, 7),
        ] as [(String, PingKind, Int?)]
    )
    func word(word: String, kind: PingKind, exitStatus: Int?) throws {
        let signal = try PingSignal(pathComponent: word)
        #expect(signal.kind == kind)
        #expect(signal.exitStatus == exitStatus)
    }

    @Test(
        "what is no signal",
        arguments: [
            ("256", .exitStatusOutOfRange), ("99999999999999999999999", .exitStatusOutOfRange), ("-1", .unknown), ("+1", .unknown),
            ("", .unknown), ("Start", .unknown), ("1e2", .unknown), ("٣", .unknown),
        ] as [(String, PingSignal.Refusal)]
    )
    func refusal(word: String, expected: PingSignal.Refusal) {
        #expect(throws: expected) { try PingSignal(pathComponent: word) }
    }
}
