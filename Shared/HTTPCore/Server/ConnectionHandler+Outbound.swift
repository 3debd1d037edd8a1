import HTTPTypes
import Hummingbird
import NIOCore

extension ConnectionHandler {
    /// Has a request answered, by a task of its own: it can be cancelled when the time of the answer is over.
    func answer(_ request: Request) {
        let writer = AnswerWriter(handler: bound, eventLoop: eventLoop, exchange: exchange)
        let task = Task(executorPreference: executor) { [edge, connection] in await edge.respond(to: request, writer, on: connection) }
        connection.setTask(task)
    }

    /// Whether an answer to that request is still wanted.
    func isAnswering(_ exchange: Int) -> Bool { state.isInExchange && self.exchange == exchange }

    /// Writes the head of an answer.
    func begin(_ response: HTTPResponse) throws {
        guard let context else { throw ChannelError.ioOnClosedChannel }
        let framing = ResponseEncoder.framing(of: response, for: currentRequest)
        let closes = framing == .untilClose || response.headerFields[.connection] == "close"
        let isKeptAlive = state.answerBegan(closes: closes, now: Self.now)
        gathered = context.channel.allocator.buffer(capacity: 1024)
        ResponseEncoder.append(
            response,
            to: &gathered,
            for: currentRequest,
            requestID: connection.requestID,
            framing: framing,
            isKeptAlive: isKeptAlive
        )
        answerFraming = framing
    }

    /// Writes a part of the body of an answer.
    ///
    /// - Returns: what to wait for before the next part; `nil` while the connection can take more at once.
    func write(_ bytes: ByteBuffer) throws -> EventLoopFuture<Void>? {
        guard let context else { throw ChannelError.ioOnClosedChannel }
        switch answerFraming {
        case .none: return nil
        case .length where gathered.readableBytes + bytes.readableBytes <= Self.gatheredBytes:
            // Goes out as one piece with the head.
            gathered.writeImmutableBuffer(bytes)
            return nil
        case .length, .untilClose: return send(bytes, context: context)
        case .chunked:
            guard bytes.readableBytes > 0 else { return nil }
            gathered.writeString(String(bytes.readableBytes, radix: 16))
            gathered.writeStaticString("\r\n")
            let wait = send(bytes, context: context)
            gathered.writeStaticString("\r\n")
            return wait
        }
    }

    /// Ends an answer.
    func end() throws {
        guard let context else { throw ChannelError.ioOnClosedChannel }
        if answerFraming == .chunked { gathered.writeStaticString("0\r\n\r\n") }
        // Whoever still reads the body reads for nothing.
        if case .streamed(let source) = intake {
            intake = .dropped
            source.finish()
        }
        guard !state.answerCompleted(now: Self.now) else { return linger(after: ByteBuffer()) }
        sendGathered(context: context)
        context.flush()
        giveRoomBack()
        watchTime()
        bodyIsWanted()
        resume?()
    }

    private func send(_ bytes: ByteBuffer, context: ChannelHandlerContext) -> EventLoopFuture<Void>? {
        sendGathered(context: context)
        let sent = context.channel.isWritable ? nil : eventLoop.makePromise(of: Void.self)
        state.handedOver(bytes: bytes.readableBytes)
        context.writeAndFlush(wrapOutboundOut(bytes), promise: sent)
        return sent?.futureResult
    }

    func sendGathered(context: ChannelHandlerContext) {
        guard gathered.readableBytes > 0 else { return }
        state.handedOver(bytes: gathered.readableBytes)
        context.write(wrapOutboundOut(gathered), promise: nil)
        gathered = ByteBuffer()
    }
}
