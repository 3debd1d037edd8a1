import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1

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
        guard !isDiscarding else { return }
        switch unwrapInboundIn(data) {
        case .head(let head): receive(head, context: context)
        case .body(let bytes): receive(bytes)
        case .end: receiveEnd()
        }
    }

    private func receive(_ head: HTTPRequestHead, context: ChannelHandlerContext) {
        // The parser sees another request where the splitter sees none.
        guard !state.isInExchange else { return close() }
        do {
            let target = try head.check()
            let body = try head.bodyFraming()
            let request = try head.asRequest(for: target)
            currentBody = body
            currentRequest = .init(isHead: head.method == .HEAD, isHTTP10: head.version == .http1_0)
            let bodyBytes: Int? = if case .length(let length) = body { length } else { nil }
            state.headCompleted(isKeptAlive: head.wantsKeepAlive, bodyBytes: bodyBytes, now: Self.now)
            exchange += 1
            watchTime()
            if head.expectsContinue, body != .length(0) { writeContinue(context: context) }
            if let bodyBytes, bodyBytes <= RequestIntake.gatheredBytes {
                intake = .gathered(request, ByteBuffer())
            } else {
                let parts = BodyStream.make(for: bound, on: eventLoop)
                intake = .streamed(parts.source)
                _ = takeRoom(for: 0)
                answer(Request(head: request, body: RequestBody(asyncSequence: parts.sequence)))
            }
        } catch {
            refuse(.malformed((error as? MalformedHead)?.detail))
        }
    }

    private func receive(_ bytes: ByteBuffer) {
        if case .dropped = intake { return }
        guard takeRoom(for: bytes.readableBytes) else { return breakOffInput(with: .noRoomForBody) }
        switch intake {
        case .gathered(let request, var body):
            // So that there is one owner of the buffer only, and nothing is copied but the bytes that are new.
            intake = .dropped
            if body.readableBytes == 0 { body = bytes } else { body.writeImmutableBuffer(bytes) }
            intake = .gathered(request, body)
        case .streamed(let source):
            switch source.yield(bytes) {
            case .produceMore: break
            case .stopProducing: isBodyWanted = false
            case .dropped: intake = .dropped
            }
        case .dropped: break
        }
    }

    private func receiveEnd() {
        guard state.isInExchange else { return }
        let intake = intake
        self.intake = .dropped
        state.requestCompleted(now: Self.now)
        switch intake {
        case .gathered(let request, let body): answer(Request(head: request, body: RequestBody(buffer: body)))
        case .streamed(let source): source.finish()
        // The answer was there before the end of the request.
        case .dropped: break
        }
    }

    private func writeContinue(context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(staticString: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
    }

    // MARK: Reading

    func channelReadComplete(context: ChannelHandlerContext) {
        state.isReadWanted = false
    }

    /// Reading waits for whoever reads the body.
    func read(context: ChannelHandlerContext) {
        if isBodyWanted {
            state.isReadWanted = true
            context.read()
        } else {
            isReadHeld = true
        }
    }

    /// Whoever reads the body can take more of it, or wants no more at all.
    func bodyIsWanted() {
        isBodyWanted = true
        guard isReadHeld, let context else { return }
        isReadHeld = false
        read(context: context)
    }

    // MARK: What goes wrong

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !isDiscarding else { return }
        switch error {
        case HTTPParserError.headerOverflow where !state.isInExchange: refuse(.headersTooLarge)
        case let error as HTTPParserError where state.isInExchange: breakOffInput(with: .malformed(error.detail))
        case let error as HTTPParserError: refuse(.malformed(error.detail))
        default: close()
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed:
            state.inputEnded()
            switch state.phase {
            // What is written gets sent; then the connection closes, since there is nothing more to wait for.
            case .exchange, .finishing: break
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
