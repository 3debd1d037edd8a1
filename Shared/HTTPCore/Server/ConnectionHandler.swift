import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Second to last in the pipeline, between the parser and the code that answers: checks heads, writes answers, and watches over time and order.
///
/// A thin shell around ``ConnectionState``, which decides.
final class ConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = ByteBuffer

    let connection: Connection
    let refusals: Refusals
    var state: ConnectionState
    var context: ChannelHandlerContext?
    /// How long the body of the current request is.
    var currentBody: MessageFraming.Body?
    var currentRequest = ResponseEncoder.RequestFacts(isHead: false, isHTTP10: false)
    var answerFraming = ResponseEncoder.BodyFraming.none
    /// Looks at what the client has sent ahead.
    var resume: (() -> Void)?
    private var timer: (task: Scheduled<Void>, at: Int64)?

    init(connection: Connection, limits: ServerLimits, refusals: Refusals) {
        self.connection = connection
        self.refusals = refusals
        state = ConnectionState(limits: limits, now: Self.now)
    }

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
        context.fireChannelInactive()
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
            close()
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
        guard let context, !isDiscarding else { return }
        if case .exchange(let exchange) = state.phase, exchange.isAnswerBegun { return close() }
        let requestID = state.isInExchange ? connection.requestID : RequestID.next()
        let answer = refusals.answer(problem, requestID: requestID, connection: connection)
        var buffer = context.channel.allocator.buffer(capacity: 1024)
        let facts = state.isInExchange ? currentRequest : .init(isHead: false, isHTTP10: false)
        let framing = ResponseEncoder.framing(of: answer.head, for: facts)
        ResponseEncoder.append(answer.head, to: &buffer, for: facts, requestID: requestID, framing: framing, isKeptAlive: false)
        if framing != .none { buffer.writeImmutableBuffer(answer.body) }
        context.fireErrorCaught(problem)
        linger(after: buffer)
    }

    /// Writes the last bytes, tells the client that they are the last, and waits for it to close too. Closing at once would make the system
    /// send a reset if the client has sent anything that was not read, and a reset destroys the answer on its way.
    func linger(after last: ByteBuffer) {
        guard let context else { return }
        state.finishingBegan(now: Self.now)
        watchTime()
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { [weak self] _ in
            guard let self, let context = self.context else { return }
            self.state.lingeringBegan(now: Self.now)
            self.watchTime()
            context.close(mode: .output, promise: nil)
            context.read()
        }
        context.writeAndFlush(wrapOutboundOut(last), promise: written)
        // Whoever waits for more of this connection is told that nothing will come.
        context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    }

    func close() {
        state.closed()
        context?.close(mode: .all, promise: nil)
    }

    /// Lets nothing more of the request through. Whoever reads the body gets the error; the answer is the last on this connection.
    func breakOffInput(with error: any Error) {
        if state.inputBroken() { linger(after: ByteBuffer()) } else { context?.fireErrorCaught(error) }
    }
}
