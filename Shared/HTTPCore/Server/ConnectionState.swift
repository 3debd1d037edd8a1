/// What a connection is doing and until when it may: events in, actions out. Times are nanoseconds of the monotonic clock.
///
/// One request at a time: the next is not looked at before the answer to the last is complete.
struct ConnectionState {
    /// A request and its answer.
    struct Exchange: Equatable {
        /// Whether the client wants to use the connection again.
        var isKeptAlive: Bool
        /// How many bytes of the request's body are missing; `nil` if only the client knows.
        var missingBodyBytes: Int?
        var isRequestComplete = false
        var isAnswerBegun = false
        var isAnswerComplete = false
        /// By when more of the body has to come.
        var bodyDueBy: Int64
        var lastInputAt: Int64
    }

    enum Phase: Equatable {
        /// Nothing of a request is there. `isFirst` before the first one.
        case idle(since: Int64, isFirst: Bool)
        /// Part of a head is there.
        case head(since: Int64)
        case exchange(Exchange)
        /// The last answer is complete, but not all of it is on its way yet. What the client sends is thrown away.
        case finishing
        /// The last answer is on its way; what the client still sends is thrown away until it closes, too.
        case lingering(since: Int64)
        case closed
    }

    /// What is due when a time has run out.
    enum Expiry: Equatable {
        /// Nothing yet.
        case none
        /// Close without a word.
        case close
        /// Close, and cancel whoever still works on the answer.
        case cut
        /// Answer that the head was too slow, and close.
        case refuseSlowHead
        /// Tell whoever reads the body that it was too slow.
        case breakOffBody
        /// See whether the client takes in what is written: ``outputChecked(unsentBytes:now:)``.
        case checkOutput
        /// Answer that the deadline has passed, cancel whoever works on the answer, and close.
        case refuseLateAnswer
    }

    let limits: ServerLimits
    private(set) var phase: Phase
    private(set) var drainingSince: Int64?
    /// Whether the rest of the request is not wanted any more.
    private(set) var isInputBroken = false
    /// How many bytes of answers the channel was given so far.
    private var handedOverBytes = 0
    /// How many of them were sent when output was last seen to move, and when that was; `nil` before the first look at an answer.
    private(set) var output: (sentBytes: Int?, since: Int64) = (nil, .max)
    /// Whether more input is wanted, so that it is the client who is slow and not we.
    var isReadWanted = true

    init(limits: ServerLimits, now: Int64) {
        self.limits = limits
        phase = .idle(since: now, isFirst: true)
    }

    // MARK: What the client does

    mutating func headBegan(now: Int64) {
        if case .idle = phase { phase = .head(since: now) }
    }

    mutating func headCompleted(isKeptAlive: Bool, bodyBytes: Int?, now: Int64) {
        let bodyDueBy = now + limits.bodyGrace.nanoseconds
        phase = .exchange(Exchange(isKeptAlive: isKeptAlive, missingBodyBytes: bodyBytes, bodyDueBy: bodyDueBy, lastInputAt: now))
    }

    /// Each byte earns the time it may take at the minimum rate, but no more than the grace is ever saved up: who has sent much at once
    /// does not get to hold it for long.
    mutating func bodyReceived(bytes: Int, now: Int64) {
        let earned = Int64(bytes) * 1_000_000_000 / Int64(max(1, limits.bodyBytesPerSecond))
        let latest = now + limits.bodyGrace.nanoseconds
        change {
            $0.bodyDueBy = min($0.bodyDueBy + earned, latest)
            $0.missingBodyBytes = $0.missingBodyBytes.map { max(0, $0 - bytes) }
            $0.lastInputAt = now
        }
    }

    mutating func requestCompleted(now: Int64) {
        change {
            $0.isRequestComplete = true
            $0.missingBodyBytes = 0
            $0.lastInputAt = now
        }
        finishExchange(now: now)
    }

    /// The client sends nothing more, or nothing that makes sense: the answer under way is the last one.
    mutating func inputEnded() {
        change { $0.isKeptAlive = false }
    }

    /// The rest of the request will not come.
    ///
    /// - Returns: Whether the connection has to be closed now, since the answer is complete.
    mutating func inputBroken() -> Bool {
        guard case .exchange(let exchange) = phase else { return true }
        isInputBroken = true
        change {
            $0.isKeptAlive = false
            $0.isRequestComplete = true
        }
        return exchange.isAnswerComplete
    }

    // MARK: What the service does

    /// - Parameter closes: Whether the answer itself asks to close the connection.
    /// - Returns: Whether the connection can be used again after this answer; the client has to be told if it cannot.
    mutating func answerBegan(closes: Bool, now: Int64) -> Bool {
        output = (nil, now)
        guard case .exchange(let exchange) = phase else { return false }
        let rest = exchange.isRequestComplete ? 0 : exchange.missingBodyBytes ?? .max
        let isKeptAlive = exchange.isKeptAlive && !closes && drainingSince == nil && rest <= limits.unreadBodyBytes
        change {
            $0.isAnswerBegun = true
            $0.isKeptAlive = isKeptAlive
        }
        return isKeptAlive
    }

    /// - Returns: Whether the connection has to be closed now.
    mutating func answerCompleted(now: Int64) -> Bool {
        guard case .exchange(let exchange) = phase, exchange.isKeptAlive, drainingSince == nil else { return true }
        change { $0.isAnswerComplete = true }
        finishExchange(now: now)
        return false
    }

    /// The channel was given bytes to send.
    mutating func handedOver(bytes: Int) {
        handedOverBytes += bytes
    }

    /// How much is unsent says nothing by itself: whoever writes as fast as the client takes in keeps the buffer at the same level.
    ///
    /// - Returns: Whether the client has taken in anything since the last look, or nothing is written that it could.
    mutating func outputChecked(unsentBytes: Int, now: Int64) -> Bool {
        let sentBytes = handedOverBytes - unsentBytes
        if unsentBytes > 0, let before = output.sentBytes, sentBytes <= before { return false }
        output = (sentBytes, now)
        return true
    }

    mutating func finishingBegan(now: Int64) {
        phase = .finishing
        output = (nil, now)
    }

    mutating func lingeringBegan(now: Int64) {
        if case .finishing = phase { phase = .lingering(since: now) }
    }

    mutating func closed() {
        phase = .closed
    }

    /// - Returns: Whether the connection has to be closed now.
    mutating func drainingBegan(now: Int64) -> Bool {
        drainingSince = drainingSince ?? now
        switch phase {
        case .idle, .head: return true
        case .exchange, .finishing, .lingering, .closed: return false
        }
    }

    /// Body that does not come because nobody has asked for it is not the client's fault.
    mutating func bodyRateRestarted(now: Int64) {
        let bodyDueBy = now + limits.bodyGrace.nanoseconds
        change { $0.bodyDueBy = bodyDueBy }
    }

    var isInExchange: Bool {
        if case .exchange = phase { true } else { false }
    }

    var isIdle: Bool {
        if case .idle = phase { true } else { false }
    }

    /// Whether the last answer is given, or none will be.
    var isEnding: Bool {
        switch phase {
        case .finishing, .lingering, .closed: true
        case .idle, .head, .exchange: false
        }
    }

    /// Whether nothing that comes from the client is of interest any more.
    var isDiscarding: Bool { isEnding || isInputBroken }

    private mutating func finishExchange(now: Int64) {
        if case .exchange(let exchange) = phase, exchange.isRequestComplete, exchange.isAnswerComplete {
            phase = .idle(since: now, isFirst: false)
        }
    }

    private mutating func change(_ body: (inout Exchange) -> Void) {
        guard case .exchange(var exchange) = phase else { return }
        body(&exchange)
        phase = .exchange(exchange)
    }
}
