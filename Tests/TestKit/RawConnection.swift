import Glibc
public import NIOCore
import NIOPosix

/// A TCP connection for bytes that no HTTP client would send.
public final class RawConnection: Sendable {
    private let channel: any Channel
    private let inbox: NIOLoopBound<RawInbox>

    private init(channel: any Channel, inbox: NIOLoopBound<RawInbox>) {
        self.channel = channel
        self.inbox = inbox
    }

    /// Connects to a port of this machine.
    public static func open(port: Int, host: String = "127.0.0.1") async throws -> RawConnection {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    let inbox = RawInbox(eventLoop: channel.eventLoop)
                    try channel.pipeline.syncOperations.addHandler(inbox)
                    return RawConnection(channel: channel, inbox: NIOLoopBound(inbox, eventLoop: channel.eventLoop))
                }
            }
    }

    /// Sends bytes; returns when the kernel has them.
    public func send(_ bytes: some Sequence<UInt8>) async throws {
        try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
    }

    /// Sends text as UTF-8. Mind that HTTP's line end is `\r\n`.
    public func send(_ text: String) async throws {
        try await channel.writeAndFlush(ByteBuffer(string: text))
    }

    /// Says that nothing more will be sent (FIN), and stays open for what comes back.
    public func halfClose() async throws {
        try await channel.close(mode: .output)
    }

    /// Closes both ways.
    public func close() async {
        // Already closed by the other side: just as well.
        try? await channel.close()
    }

    /// Closes with a reset (RST), as a crashed client's kernel does.
    public func reset() async throws {
        try await (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        await close()
    }

    /// Everything that comes until the other side closes.
    ///
    /// - Throws: ``DeadlineExceeded`` if it does not close in time.
    public func readToEnd(within limit: TimeAmount = .seconds(10)) async throws -> [UInt8] {
        try await read("the end of the connection", within: limit) { _ in nil }
    }

    /// What comes up to and including `end`, or up to the close of the connection if that is earlier.
    ///
    /// - Throws: ``DeadlineExceeded`` if neither comes in time.
    public func read(until end: String, within limit: TimeAmount = .seconds(10)) async throws -> [UInt8] {
        let end = Array(end.utf8)
        return try await read("the expected bytes", within: limit) { bytes in
            guard let match = bytes.firstRange(of: end) else { return nil }
            return match.upperBound - bytes.startIndex
        }
    }

    /// The next `count` bytes, or fewer if the connection closes earlier.
    public func read(count: Int, within limit: TimeAmount = .seconds(10)) async throws -> [UInt8] {
        try await read("\(count) bytes", within: limit) { $0.count >= count ? count : nil }
    }

    private func read(
        _ what: String,
        within limit: TimeAmount,
        size: @escaping @Sendable (ByteBufferView) -> Int?
    ) async throws -> [UInt8] {
        try await channel.eventLoop.flatSubmit { [inbox] in
            inbox.value.read(what, within: limit, size: size)
        }.get()
    }
}
