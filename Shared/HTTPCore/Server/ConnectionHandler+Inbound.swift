import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

extension ConnectionHandler {
    // MARK: What the splitter asks and tells

    /// Whether nothing that comes is of interest any more.
    var isDiscarding: Bool { state.isDiscarding }

    /// Whether the next request may be looked at.
    var isReadyForNext: Bool { state.isIdle }

    func headBegan() {
        state.headBegan(now: Self.now)
        watchTime()
    }

    func bodyReceived(bytes: Int) {
        state.bodyReceived(bytes: bytes, now: Self.now)
    }

    // MARK: What the parser finds

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): receive(head, context: context)
        case .body(let bytes):
            guard !isDiscarding else { return }
            context.fireChannelRead(wrapInboundOut(.body(bytes)))
        case .end:
            guard state.isInExchange, !isDiscarding else { return }
            state.requestCompleted(now: Self.now)
            context.fireChannelRead(wrapInboundOut(.end(nil)))
        }
    }

    private func receive(_ head: HTTPRequestHead, context: ChannelHandlerContext) {
        guard !isDiscarding else { return }
        // The parser sees another request where the splitter sees none.
        guard !state.isInExchange else { return close() }
        do {
            try head.check()
            let body = try head.bodyFraming()
            let request = try head.asRequest()
            currentBody = body
            currentRequest = .init(isHead: head.method == .HEAD, isHTTP10: head.version == .http1_0)
            let bodyBytes: Int? = if case .length(let length) = body { length } else { nil }
            state.headCompleted(isKeptAlive: head.wantsKeepAlive, bodyBytes: bodyBytes, now: Self.now)
            watchTime()
            context.fireChannelRead(wrapInboundOut(.head(request)))
            if head.expectsContinue, body != .length(0) { writeContinue(context: context) }
        } catch {
            refuse(.malformed((error as? MalformedHead)?.detail))
        }
    }

    private func writeContinue(context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(staticString: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        state.isReadWanted = false
        context.fireChannelReadComplete()
        // Behind us nobody reads any more, but what the client still sends has to go somewhere.
        if isDiscarding { context.read() }
    }

    func read(context: ChannelHandlerContext) {
        state.isReadWanted = true
        context.read()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !isDiscarding else { return }
        switch error {
        case HTTPParserError.headerOverflow where !state.isInExchange: refuse(.headersTooLarge)
        case is HTTPParserError where state.isInExchange: breakOffInput(with: Problem.malformed(nil))
        case is HTTPParserError: refuse(.malformed(nil))
        default:
            context.fireErrorCaught(error)
            close()
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed:
            state.inputEnded()
            switch state.phase {
            case .exchange: context.fireUserInboundEventTriggered(event)
            // What is written gets sent; then the connection closes, since there is nothing more to wait for.
            case .finishing: break
            // Nothing is under way, or all is said: the client has left.
            case .idle, .head, .lingering, .closed: close()
            }
        case is ChannelShouldQuiesceEvent:
            if state.drainingBegan(now: Self.now) { close() }
            watchTime()
        default: context.fireUserInboundEventTriggered(event)
        }
    }
}
