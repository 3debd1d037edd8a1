import Testing

@testable import HTTPCore

@Suite("The state of a connection")
struct ConnectionStateTests {
    static let second: Int64 = 1_000_000_000

    /// A connection with the default limits: head 10 s, idle 60 s, body 30 s and 1 s for each KiB, answer 60 s, linger 5 s, drain 1.5 s.
    static func state(_ change: (inout ConnectionState) -> Void) -> ConnectionState {
        var state = ConnectionState(limits: ServerLimits(), now: 0)
        change(&state)
        return state
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout ConnectionState) -> Void
        let seconds: Double
        let expiry: ConnectionState.Expiry

        init(
            _ description: String,
            after seconds: Double,
            _ expiry: ConnectionState.Expiry,
            _ change: @escaping @Sendable (inout ConnectionState) -> Void
        ) {
            testDescription = description
            self.change = change
            self.seconds = seconds
            self.expiry = expiry
        }
    }

    static let cases: [Case] = [
        Case("Nothing has come on a new connection", after: 10, .close) { _ in },
        Case("A head has begun", after: 13, .refuseSlowHead) { $0.headBegan(now: 3 * second) },
        Case("More of a head has come", after: 13, .refuseSlowHead) {
            $0.headBegan(now: 3 * second)
            $0.headBegan(now: 9 * second)
        },
        Case("A body does not come", after: 30, .breakOffBody) { $0.headCompleted(isKeptAlive: true, bodyBytes: 100_000, now: 0) },
        Case("A body comes too slowly", after: 40, .breakOffBody) {
            $0.headCompleted(isKeptAlive: true, bodyBytes: 100_000, now: 0)
            $0.bodyReceived(bytes: 10 * 1024, now: 29 * second)
        },
        Case("A body pauses after much has come at once", after: 35, .breakOffBody) {
            $0.headCompleted(isKeptAlive: true, bodyBytes: 1 << 20, now: 0)
            $0.bodyReceived(bytes: 1 << 19, now: 5 * second)
        },
        Case("A body was not asked for in the meantime", after: 50, .breakOffBody) {
            $0.headCompleted(isKeptAlive: true, bodyBytes: 100_000, now: 0)
            $0.bodyRateRestarted(now: 20 * second)
        },
        Case("An answer does not begin", after: 65, .refuseLateAnswer) {
            $0.headCompleted(isKeptAlive: true, bodyBytes: 0, now: 0)
            $0.requestCompleted(now: 5 * second)
        },
        Case("An answer has begun and may or may not be taken in", after: 70, .checkOutput) {
            $0.headCompleted(isKeptAlive: true, bodyBytes: 0, now: 0)
            $0.requestCompleted(now: 0)
            _ = $0.answerBegan(closes: false, now: 10 * second)
        },
        Case("An answer was taken in bit by bit", after: 90, .checkOutput) {
            $0.headCompleted(isKeptAlive: true, bodyBytes: 0, now: 0)
            $0.requestCompleted(now: 0)
            _ = $0.answerBegan(closes: false, now: 10 * second)
            _ = $0.outputChecked(unsentBytes: 1000, now: 30 * second)
        },
        Case("An answer is complete but the body is not", after: 30, .close) {
            $0.headCompleted(isKeptAlive: true, bodyBytes: 100, now: 0)
            _ = $0.answerBegan(closes: false, now: 1 * second)
            _ = $0.answerCompleted(now: 1 * second)
        },
        Case("The next request does not come", after: 67, .close) {
            $0.headCompleted(isKeptAlive: true, bodyBytes: 0, now: 0)
            $0.requestCompleted(now: 0)
            _ = $0.answerBegan(closes: false, now: 7 * second)
            _ = $0.answerCompleted(now: 7 * second)
        },
        Case("The client does not close", after: 13, .close) {
            $0.finishingBegan(now: 3 * second)
            $0.lingeringBegan(now: 8 * second)
        },
        Case("The last answer is not taken in", after: 63, .checkOutput) { $0.finishingBegan(now: 3 * second) },
        Case("The service stops", after: 3.5, .cut) {
            $0.headCompleted(isKeptAlive: true, bodyBytes: 0, now: 0)
            _ = $0.drainingBegan(now: 2 * second)
        },
    ]

    @Test("Time runs out exactly when it should, and not before", arguments: cases)
    func deadlines(_ example: Case) throws {
        let state = Self.state(example.change)
        let deadline = Int64(example.seconds * Double(Self.second))
        #expect(state.deadline == deadline)
        #expect(state.expiry(now: deadline - 1) == .none)
        #expect(state.expiry(now: deadline) == example.expiry)
    }

    @Test("A connection that is closed waits for nothing")
    func closed() {
        let state = Self.state { $0.closed() }
        #expect(state.deadline == nil && state.expiry(now: .max) == .none)
    }

    @Test("A connection is kept if everyone wants it and nothing much is unread")
    func keepAlive() {
        let cases: [(isKeptAlive: Bool, closes: Bool, drains: Bool, bodyBytes: Int?, expected: Bool)] = [
            (true, false, false, 0, true), (false, false, false, 0, false), (true, true, false, 0, false), (true, false, true, 0, false),
            (true, false, false, 256 << 10, true), (true, false, false, (256 << 10) + 1, false), (true, false, false, nil, false),
        ]
        for example in cases {
            let state = Self.state {
                $0.headCompleted(isKeptAlive: example.isKeptAlive, bodyBytes: example.bodyBytes, now: 0)
                if example.drains { _ = $0.drainingBegan(now: 0) }
            }
            var answering = state
            let isKept = answering.answerBegan(closes: example.closes, now: 0)
            #expect(isKept == example.expected, "\(example)")
        }
    }

    @Test("The next request is looked at when the last one and its answer are complete, in either order", arguments: [false, true])
    func nextRequest(answerFirst: Bool) {
        let state = Self.state {
            $0.headCompleted(isKeptAlive: true, bodyBytes: 10, now: 0)
            let request = { (state: inout ConnectionState) in state.requestCompleted(now: 1) }
            let answer = { (state: inout ConnectionState) in
                _ = state.answerBegan(closes: false, now: 1)
                _ = state.answerCompleted(now: 1)
            }
            (answerFirst ? answer : request)(&$0)
            #expect(!$0.isIdle)
            (answerFirst ? request : answer)(&$0)
        }
        #expect(state.isIdle)
    }

    @Test("Stopping closes what is idle and lets the rest finish")
    func draining() {
        var idle = Self.state { _ in }
        let closesIdle = idle.drainingBegan(now: 0)
        #expect(closesIdle)

        var head = Self.state { $0.headBegan(now: 0) }
        let closesHead = head.drainingBegan(now: 0)
        #expect(closesHead)

        var exchange = Self.state {
            $0.headCompleted(isKeptAlive: true, bodyBytes: 0, now: 0)
            $0.requestCompleted(now: 0)
            _ = $0.answerBegan(closes: false, now: 0)
        }
        let closesExchange = exchange.drainingBegan(now: 0)
        let closesAfterwards = exchange.answerCompleted(now: 0)
        #expect(!closesExchange && closesAfterwards)
    }

    @Test("A connection that is closed waits for nothing, not even for the end of a stop")
    func closedWhileDraining() {
        let state = Self.state {
            $0.headCompleted(isKeptAlive: true, bodyBytes: 0, now: 0)
            _ = $0.drainingBegan(now: 0)
            $0.closed()
        }
        #expect(state.deadline == nil && state.expiry(now: .max) == .none)
    }

    @Test("A client that takes in nothing is told from one that is slow")
    func output() {
        var state = Self.state { $0.finishingBegan(now: 0) }
        let moves = [100, 99, 99, 0, 0].enumerated().map { state.outputChecked(unsentBytes: $0.element, now: Int64($0.offset)) }
        #expect(moves == [true, true, false, true, true])
    }

    @Test("A client is not stuck because the service writes as fast as it takes in, or faster")
    func steadyOutput() {
        var state = Self.state {
            $0.headCompleted(isKeptAlive: true, bodyBytes: 0, now: 0)
            $0.requestCompleted(now: 0)
            _ = $0.answerBegan(closes: false, now: 0)
        }
        let steps: [(written: Int, unsent: Int, isMoving: Bool)] = [
            (1_000, 600, true),
            // What was sent was written anew.
            (400, 600, true), (1, 600, true),
            // More is written than is sent.
            (500, 900, true),
            // Nothing is sent, and more is written.
            (100, 1_000, false), (0, 1_000, false), (0, 999, true),
        ]
        for (number, step) in steps.enumerated() {
            state.handedOver(bytes: step.written)
            let isMoving = state.outputChecked(unsentBytes: step.unsent, now: Int64(number))
            #expect(isMoving == step.isMoving, "step \(number)")
        }
    }

    @Test("What is not wanted any more of a request does not keep it from being refused")
    func brokenInput() {
        var state = Self.state { $0.headCompleted(isKeptAlive: true, bodyBytes: 100, now: 0) }
        let closes = state.inputBroken()
        #expect(!closes && state.isDiscarding && !state.isEnding)
        #expect(state.expiry(now: 60 * Self.second) == .refuseLateAnswer)
        state.finishingBegan(now: 60 * Self.second)
        #expect(state.isEnding)
    }
}
