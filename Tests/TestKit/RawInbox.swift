import NIOCore

/// Keeps what a connection receives until a reader asks for it.
final class RawInbox: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private struct Reader {
        /// How many bytes to take; `nil` as long as they have not all come.
        let size: (ByteBufferView) -> Int?
        let promise: EventLoopPromise<[UInt8]>
    }

    private let eventLoop: any EventLoop
    private var received = ByteBuffer()
    private var hasEnded = false
    private var reader: Reader?

    init(eventLoop: any EventLoop) { self.eventLoop = eventLoop }

    /// Only one read at a time: a second one replaces the first, which fails.
    func read(_ what: String, within limit: TimeAmount, size: @escaping (ByteBufferView) -> Int?) -> EventLoopFuture<[UInt8]> {
        let promise = eventLoop.makePromise(of: [UInt8].self)
        fail(DeadlineExceeded(description: "another read took over"))
        reader = Reader(size: size, promise: promise)
        let timer = eventLoop.assumeIsolated().scheduleTask(in: limit) {
            self.fail(DeadlineExceeded(description: "\(what) did not come within \(limit); got \(self.received.readableBytes) bytes"))
        }
        promise.futureResult.whenComplete { _ in timer.cancel() }
        answer()
        return promise.futureResult
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received.writeImmutableBuffer(unwrapInboundIn(data))
        answer()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event as? ChannelEvent == .inputClosed { end() }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A reset is an end like any other: the reader sees what came before.
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) { end() }

    private func end() {
        hasEnded = true
        answer()
    }

    private func answer() {
        guard let reader else { return }
        guard let count = reader.size(received.readableBytesView) ?? (hasEnded ? received.readableBytes : nil) else { return }
        self.reader = nil
        reader.promise.succeed(received.readBytes(length: min(count, received.readableBytes)) ?? [])
    }

    private func fail(_ error: any Error) {
        reader?.promise.fail(error)
        reader = nil
    }
}
