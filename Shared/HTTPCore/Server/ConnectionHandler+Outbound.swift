import HTTPTypes
import NIOCore
import NIOHTTPTypes

extension ConnectionHandler {
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard state.isInExchange else {
            // An answer was given in place of this one.
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let response): write(response, context: context, promise: promise)
        case .body(let bytes): write(bytes, context: context, promise: promise)
        case .end: writeEnd(context: context, promise: promise)
        }
    }

    private func write(_ response: HTTPResponse, context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
        let framing = ResponseEncoder.framing(of: response, for: currentRequest)
        let closes = framing == .untilClose || response.headerFields[.connection] == "close"
        let isKeptAlive = state.answerBegan(closes: closes, now: Self.now)
        var buffer = context.channel.allocator.buffer(capacity: 512)
        ResponseEncoder.append(
            response,
            to: &buffer,
            for: currentRequest,
            requestID: connection.requestID,
            framing: framing,
            isKeptAlive: isKeptAlive
        )
        answerFraming = framing
        context.write(wrapOutboundOut(buffer), promise: promise)
    }

    private func write(_ bytes: ByteBuffer, context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
        switch answerFraming {
        case .none:
            promise?.succeed()
        case .length, .untilClose:
            context.write(wrapOutboundOut(bytes), promise: promise)
        case .chunked:
            guard bytes.readableBytes > 0 else { return promise?.succeed() ?? () }
            var chunk = context.channel.allocator.buffer(capacity: bytes.readableBytes + 16)
            chunk.writeString(String(bytes.readableBytes, radix: 16))
            chunk.writeStaticString("\r\n")
            chunk.writeImmutableBuffer(bytes)
            chunk.writeStaticString("\r\n")
            context.write(wrapOutboundOut(chunk), promise: promise)
        }
    }

    private func writeEnd(context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
        let last = answerFraming == .chunked ? ByteBuffer(staticString: "0\r\n\r\n") : ByteBuffer()
        if state.answerCompleted(now: Self.now) {
            linger(after: last)
            promise?.succeed()
            return
        }
        if last.readableBytes > 0 {
            context.write(wrapOutboundOut(last), promise: promise)
        } else {
            promise?.succeed()
        }
        watchTime()
        resume?()
    }

    /// Closing is decided here: whoever answers only knows that there is nothing more for it to do.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        switch (state.phase, mode) {
        case (.finishing, .all), (.lingering, .all): context.channel.closeFuture.cascade(to: promise)
        case (.finishing, _), (.lingering, _), (_, .input): promise?.succeed()
        // An answer that breaks off must not look complete.
        case _:
            state.closed()
            context.close(mode: .all, promise: promise)
        }
    }
}
