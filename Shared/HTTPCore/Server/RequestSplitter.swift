import NIOCore

/// First in the pipeline: lets the parser see one request at a time, keeps the bytes of its head if asked to, and throws away what comes after the last.
///
/// What a client sends ahead waits here until the answer before it is complete.
final class RequestSplitter: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let handler: ConnectionHandler
    private let capturesHeads: Bool
    private let headLimit: Int
    private var framing = MessageFraming()
    private var head = ByteBuffer()
    private var headBytes = 0
    /// What has come and the parser has not seen yet.
    private var pending = ByteBuffer()
    private var isReadHeld = false
    private var isInputClosedHeld = false

    init(handler: ConnectionHandler, capturesHeads: Bool, headLimit: Int) {
        self.handler = handler
        self.capturesHeads = capturesHeads
        self.headLimit = headLimit
    }

    func handlerAdded(context: ChannelHandlerContext) {
        handler.resume = { [unowned self] in self.resume(context: context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        handler.resume = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        if pending.readableBytes == 0 { pending = bytes } else { pending.writeBuffer(&bytes) }
        feed(context: context)
    }

    /// Reading waits while there is something that must not be looked at yet, so that at most one read's worth is kept.
    func read(context: ChannelHandlerContext) {
        if pending.readableBytes > 0 { isReadHeld = true } else { context.read() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? ChannelEvent, event == .inputClosed, pending.readableBytes > 0 {
            isInputClosedHeld = true
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    /// Goes on with what has come ahead, after an answer.
    private func resume(context: ChannelHandlerContext) {
        guard pending.readableBytes > 0 else { return }
        feed(context: context)
        if !handler.isDiscarding { context.fireChannelReadComplete() }
        guard pending.readableBytes == 0 else { return }
        if isInputClosedHeld {
            isInputClosedHeld = false
            context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
        if isReadHeld {
            isReadHeld = false
            handler.state.isReadWanted = true
            context.read()
        }
    }

    private func feed(context: ChannelHandlerContext) {
        while pending.readableBytes > 0 {
            if handler.isDiscarding { return pending.clear() }
            if framing.state == .end {
                guard handler.isReadyForNext else { return }
                framing.beginNext()
            }
            feedNextPart(context: context)
        }
    }

    /// Lets the parser see the bytes up to the end of the head, of the request, or of what is there.
    private func feedNextPart(context: ChannelHandlerContext) {
        let isHead = framing.isInHead
        let count = pending.withUnsafeReadableBytes { framing.advance(over: $0) }
        guard let part = pending.readSlice(length: count) else { return }
        if isHead {
            guard collectHead(part) else { return handler.refuse(.headersTooLarge) }
        } else {
            handler.bodyReceived(bytes: count)
        }
        context.fireChannelRead(wrapInboundOut(part))
        if framing.state == .headEnd {
            // Without a body the parser has found no head where one ends; no two readings of a request are allowed.
            if let body = handler.currentBody.take() { framing.begin(body) } else { handler.refuse(.malformed(nil)) }
        } else if framing.isInsideHead {
            handler.headBegan()
        }
    }

    /// - Returns: `false` if the head is too large.
    private func collectHead(_ part: ByteBuffer) -> Bool {
        headBytes += part.readableBytes
        guard headBytes <= headLimit else { return false }
        if capturesHeads { head.writeImmutableBuffer(part) }
        guard framing.state == .headEnd else { return true }
        headBytes = 0
        if capturesHeads {
            handler.connection.setRawHead(head)
            head = ByteBuffer()
        }
        return true
    }
}
