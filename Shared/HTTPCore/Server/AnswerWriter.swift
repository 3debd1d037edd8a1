import HTTPTypes
import Hummingbird
import NIOCore

/// Takes one answer to its connection, wherever it is made.
struct AnswerWriter: ResponseBodyWriter, Sendable {
    let handler: NIOLoopBound<ConnectionHandler>
    let eventLoop: any EventLoop
    /// Which request of the connection it answers.
    let exchange: Int

    /// Writes a whole answer. When the body breaks off, so does the connection: what came of it must not look complete.
    func write(_ response: Response) async throws {
        do {
            let hasBody = try await onEventLoop { [exchange] in
                try $0.begin(response.head, of: exchange)
                return $0.answerFraming != .none
            }
            // Nobody would read it, and one without an end would keep the head from being sent.
            guard hasBody else { return try await onEventLoop { [exchange] in try $0.end(exchange) } }
            try await response.body.write(self)
            try await onEventLoop { [exchange] in try $0.checkEnd(of: exchange) }
        } catch {
            try await onEventLoop { [exchange] in $0.breakOff(exchange) }
            throw error
        }
    }

    /// Writes a part of the body, and returns when the connection can take another one.
    func write(_ buffer: ByteBuffer) async throws {
        try await onEventLoop { [exchange] in try $0.write(buffer, of: exchange) }?.get()
    }

    /// Ends the answer. Trailers are not sent: what no field of the head has announced, no client looks at.
    consuming func finish(_ trailers: HTTPFields?) async throws {
        try await onEventLoop { [exchange] in try $0.end(exchange) }
    }

    /// Throws `ChannelError.ioOnClosedChannel` when another answer was given in place of this one, or the connection is gone.
    private func onEventLoop<T: Sendable>(_ body: @escaping @Sendable (ConnectionHandler) throws -> T) async throws -> T {
        // The usual case: requests are answered on the event loop, see EventLoopExecutor.
        if eventLoop.inEventLoop { return try body(handler.value) }
        return try await eventLoop.submit { try body(handler.value) }.get()
    }
}
