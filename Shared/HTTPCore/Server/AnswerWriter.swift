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
            try await onEventLoop { try $0.begin(response.head) }
            try await response.body.write(self)
        } catch {
            try await onEventLoop { $0.close() }
            throw error
        }
    }

    /// Writes a part of the body, and returns when the connection can take another one.
    func write(_ buffer: ByteBuffer) async throws {
        try await onEventLoop { try $0.write(buffer) }?.get()
    }

    /// Ends the answer. Trailers are not sent: what no field of the head has announced, no client looks at.
    consuming func finish(_ trailers: HTTPFields?) async throws {
        try await onEventLoop { try $0.end() }
    }

    /// Throws `ChannelError.ioOnClosedChannel` when another answer was given in place of this one, or the connection is gone.
    private func onEventLoop<T: Sendable>(_ body: @Sendable (ConnectionHandler) throws -> T) async throws -> T {
        // The usual case: requests are answered on the event loop, see EventLoopExecutor.
        if eventLoop.inEventLoop { return try perform(body) }
        return try await withoutActuallyEscaping(body) { body in try await eventLoop.submit { try perform(body) }.get() }
    }

    private func perform<T>(_ body: (ConnectionHandler) throws -> T) throws -> T {
        guard handler.value.isAnswering(exchange) else { throw ChannelError.ioOnClosedChannel }
        return try body(handler.value)
    }
}
