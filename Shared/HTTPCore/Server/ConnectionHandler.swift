import HTTPTypes
import NIOCore
import NIOHTTP1

/// Last in the pipeline, behind the parser: checks heads, has requests answered, writes the answers, and watches over time and order.
///
/// A thin shell around ``ConnectionState``, which decides.
final class ConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    let connection: Connection
    let edge: Edge
    let eventLoop: any EventLoop
    let executor: EventLoopExecutor
    var state: ConnectionState
    var context: ChannelHandlerContext?
    /// Counts the requests of the connection.
    var exchange = 0
    /// How long the body of the current request is.
    var currentBody: MessageFraming.Body?
    var currentRequest = ResponseEncoder.RequestFacts(isHead: false, isHTTP10: false)
    var intake = RequestIntake.dropped
    /// Whether whoever reads the body can take more.
    var isBodyWanted = true
    /// Whether the channel would like to read, but has to wait for that.
    var isReadHeld = false
    var answerFraming = ResponseEncoder.BodyFraming.none
    /// How much of the body of an answer with a known length is still to come.
    var missingAnswerBytes = 0
    /// The beginning of an answer, which is sent together with what follows.
    var gathered = ByteBuffer()
    /// Above that much, copying bytes together costs more than sending them one after the other.
    static let gatheredBytes = 16 << 10
    /// Looks at what the client has sent ahead.
    var resume: (() -> Void)?
    private var timer: (task: Scheduled<Void>, at: Int64)?

    private let budget: BodyBudget
    /// What the body of the current request takes of it.
    private(set) var bodyShare: BodyBudget.Share?

    init(connection: Connection, limits: ServerLimits, budget: BodyBudget, edge: Edge, eventLoop: any EventLoop) {
        self.connection = connection
        self.budget = budget
        self.edge = edge
        self.eventLoop = eventLoop
        executor = EventLoopExecutor(eventLoop)
        state = ConnectionState(limits: limits, now: Self.now)
    }

    /// The handler for code that may run on another thread.
    var bound: NIOLoopBound<ConnectionHandler> { NIOLoopBound(self, eventLoop: eventLoop) }

    static var now: Int64 { Int64(NIODeadline.now().uptimeNanoseconds) }

    // MARK: The life of the handler

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        watchTime()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.task.cancel()
        timer = nil
        self.context = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        state.closed()
        giveRoomBack()
        dropInput(with: .malformed("The connection was closed before the request was complete."))
    }

    // MARK: Time

    /// Sets the timer, unless it goes off early enough already. It is not moved back for every request: when it goes off too early, it is set again.
    func watchTime() {
        guard let context, let deadline = state.deadline else { return }
        if let timer, timer.at <= deadline { return }
        timer?.task.cancel()
        let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: .uptimeNanoseconds(UInt64(max(0, deadline)))) { [weak self] in
            guard let self else { return }
            self.timer = nil
            self.timeRanOut()
        }
        timer = (task, deadline)
    }

    private func timeRanOut() {
        switch state.expiry(now: Self.now) {
        case .none: break
        case .close: close()
        case .cut:
            connection.abandon()
            if case .exchange(let exchange) = state.phase, !exchange.isAnswerBegun { refuse(.stopping) } else { close() }
        case .refuseSlowHead: refuse(.slowHead)
        case .refuseLateAnswer:
            connection.abandon()
            refuse(.lateAnswer)
        case .breakOffBody where state.isReadWanted: breakOffInput(with: Problem.slowBody)
        case .breakOffBody: state.bodyRateRestarted(now: Self.now)
        case .checkOutput: if !state.outputChecked(unsentBytes: unsentBytes, now: Self.now) { close() }
        }
        watchTime()
    }

    private var unsentBytes: Int {
        (try? context?.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }

    // MARK: Closing

    /// Answers in place of the code that should have, and closes.
    func refuse(_ problem: Problem) {
        // Also when the rest of the request is not wanted any more: whoever was told so may not have answered in time.
        guard let context, !state.isEnding else { return }
        if case .exchange(let exchange) = state.phase, exchange.isAnswerBegun { return close() }
        let requestID = hasBegunToAnswer ? connection.requestID : RequestID.next()
        let answer = edge.refusals.answer(problem, requestID: requestID, connection: connection)
        var buffer = context.channel.allocator.buffer(capacity: 1024)
        let facts = state.isInExchange ? currentRequest : .init(isHead: false, isHTTP10: false)
        let framing = ResponseEncoder.framing(of: answer.head, for: facts)
        ResponseEncoder.append(answer.head, to: &buffer, for: facts, requestID: requestID, framing: framing, isKeptAlive: false)
        if framing != .none { buffer.writeImmutableBuffer(answer.body) }
        dropInput(with: problem)
        linger(after: buffer)
    }

    /// Whether somebody works on the answer to the current request.
    private var hasBegunToAnswer: Bool {
        if case .gathered = intake { false } else { state.isInExchange }
    }

    /// Writes the last bytes, tells the client that they are the last, and waits for it to close too. Closing at once would make the system
    /// send a reset if the client has sent anything that was not read, and a reset destroys the answer on its way.
    func linger(after last: ByteBuffer) {
        guard let context else { return }
        state.finishingBegan(now: Self.now)
        giveRoomBack()
        watchTime()
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { [weak self] _ in
            guard let self, let context = self.context else { return }
            self.state.lingeringBegan(now: Self.now)
            self.watchTime()
            context.close(mode: .output, promise: nil)
        }
        sendGathered(context: context)
        context.writeAndFlush(wrapOutboundOut(last), promise: written)
        // What the client still sends, and has sent ahead, has to go somewhere. Not at once: the splitter may be in the middle of it.
        bodyIsWanted()
        eventLoop.assumeIsolated().execute { [weak self] in self?.resume?() }
    }

    func close() {
        state.closed()
        context?.close(mode: .all, promise: nil)
    }

    /// Lets nothing more of the request through. Whoever reads the body gets the problem; the answer is the last on this connection.
    func breakOffInput(with problem: Problem) {
        if case .gathered = intake { return refuse(problem) }
        if state.inputBroken() { linger(after: ByteBuffer()) } else { dropInput(with: problem) }
    }

    private func dropInput(with problem: Problem) {
        if case .streamed(let source) = intake { source.finish(problem) }
        intake = .dropped
        bodyIsWanted()
    }

    // MARK: The memory of bodies

    /// - Returns: whether there is room for more of the body.
    func takeRoom(for bytes: Int) -> Bool {
        let share = bodyShare ?? BodyBudget.Share(of: budget)
        bodyShare = share
        return share.grow(by: bytes)
    }

    /// The body of the current request is not needed here any more.
    func giveRoomBack() {
        bodyShare = nil
    }
}
