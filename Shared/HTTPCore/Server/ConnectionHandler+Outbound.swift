import HTTPTypes
import Hummingbird
import NIOCore

extension ConnectionHandler {
    /// Has a request answered, by a task of its own: it can be cancelled when the time of the answer is over.
    func answer(_ request: Request) {
        let writer = AnswerWriter(handler: bound, eventLoop: eventLoop, exchange: exchange)
        let task = Task(executorPreference: executor) { [edge, connection, executor, bodyShare] in
            defer { withExtendedLifetime(bodyShare) {} }
            guard let rest = await edge.respond(to: request, writer, on: connection) else { return }
            let task = Task(executorPreference: executor) {
                await rest()
                withExtendedLifetime(bodyShare) {}
            }
            connection.setTask(task)
        }
        connection.setTask(task)
    }

    /// The context to write an answer to that request with.
    ///
    /// Throws `ChannelError.ioOnClosedChannel` when another answer was given in place of it, or the connection is gone.
    private func context(for exchange: Int) throws -> ChannelHandlerContext {
        guard let context, state.isInExchange, self.exchange == exchange else { throw ChannelError.ioOnClosedChannel }
        return context
    }

    /// Writes the head of an answer.
    func begin(_ response: HTTPResponse, of exchange: Int) throws {
        let context = try context(for: exchange)
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
        missingAnswerBytes = framing == .length ? response.headerFields.value(of: .contentLength).flatMap { Int($0) } ?? 0 : 0
    }

    /// Writes a part of the body of an answer.
    ///
    /// - Returns: what to wait for before the next part, so that neither memory fills up nor the event loop works for one connection alone.
    func write(_ bytes: ByteBuffer, of exchange: Int) throws -> EventLoopFuture<Void>? {
        let context = try context(for: exchange)
        switch answerFraming {
        case .none: return nil
        case .length:
            missingAnswerBytes -= bytes.readableBytes
            // The end of a short answer goes out as one piece with its head.
            guard missingAnswerBytes <= 0, gathered.readableBytes + bytes.readableBytes <= Self.gatheredBytes else {
                return send(bytes, context: context)
            }
            gathered.writeImmutableBuffer(bytes)
            return nil
        case .untilClose: return send(bytes, context: context)
        case .chunked:
            guard bytes.readableBytes > 0 else { return nil }
            gathered.writeString(String(bytes.readableBytes, radix: 16))
            gathered.writeStaticString("\r\n")
            return send(bytes, ending: ByteBuffer(staticString: "\r\n"), context: context)
        }
    }

    /// Ends an answer.
    func end(_ exchange: Int) throws {
        let context = try context(for: exchange)
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

    /// Makes sure that an answer has ended, when the code that made it has.
    func checkEnd(of exchange: Int) throws {
        guard self.exchange == exchange, case .exchange(let current) = state.phase, !current.isAnswerComplete else { return }
        throw ChannelError.outputClosed
    }

    /// Closes the connection over an answer that cannot be completed: it must not look complete.
    func breakOff(_ exchange: Int) {
        if self.exchange == exchange, state.isInExchange { close() }
    }

    /// Sends what is gathered, and bytes behind it; in one piece if they are few.
    private func send(_ bytes: ByteBuffer, ending: ByteBuffer = ByteBuffer(), context: ChannelHandlerContext) -> EventLoopFuture<Void> {
        for part in [bytes, ending] where part.readableBytes > 0 {
            if gathered.readableBytes + part.readableBytes > Self.gatheredBytes { sendGathered(context: context) }
            if part.readableBytes > Self.gatheredBytes { gathered = part } else { gathered.writeImmutableBuffer(part) }
        }
        let sent = eventLoop.makePromise(of: Void.self)
        state.handedOver(bytes: gathered.readableBytes)
        context.writeAndFlush(wrapOutboundOut(gathered), promise: sent)
        gathered = ByteBuffer()
        return sent.futureResult
    }

    func sendGathered(context: ChannelHandlerContext) {
        guard gathered.readableBytes > 0 else { return }
        state.handedOver(bytes: gathered.readableBytes)
        context.write(wrapOutboundOut(gathered), promise: nil)
        gathered = ByteBuffer()
    }
}
