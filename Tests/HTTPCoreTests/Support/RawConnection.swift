import NIOCore
import NIOPosix

/// A TCP connection that sends and receives bytes as they are, for what a proper HTTP client would not do.
struct RawConnection: ~Copyable {
    /// An answer as it came over the wire.
    struct Answer {
        var status: Int
        var reason: String
        var fields: [(name: String, value: String)]
        var body: String

        subscript(_ name: String) -> String? {
            fields.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    private let channel: any Channel
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private var received = ByteBuffer()
    /// Whether the server has closed the connection with a reset, which destroys what was under way.
    private(set) var wasReset = false

    /// Connects, and disconnects at the end.
    static func open<Result: Sendable>(
        port: Int,
        _ body: (inout RawConnection) async throws -> Result
    ) async throws -> Result {
        let connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel) }
            }
        return try await connection.executeThenClose { inbound, outbound in
            var raw = RawConnection(channel: connection.channel, outbound: outbound, inbound: inbound.makeAsyncIterator())
            return try await body(&raw)
        }
    }

    func send(_ text: String) async throws {
        try await outbound.write(ByteBuffer(string: text))
    }

    func send(_ bytes: [UInt8]) async throws {
        try await outbound.write(ByteBuffer(bytes: bytes))
    }

    /// Says that nothing more will be sent.
    func endSending() async throws {
        try await channel.close(mode: .output)
    }

    /// The next answer, or `nil` if the server has closed the connection.
    mutating func answer(isToHead: Bool = false) async throws -> Answer? {
        while true {
            if let answer = parseAnswer(isToHead: isToHead) { return answer }
            guard await receiveMore() else { return nil }
        }
    }

    /// Everything until the server closes.
    mutating func rest() async throws -> String {
        while await receiveMore() {}
        defer { received.clear() }
        return String(buffer: received)
    }

    private mutating func receiveMore() async -> Bool {
        do {
            guard var bytes = try await inbound.next(isolation: #isolation) else { return false }
            received.writeBuffer(&bytes)
            return true
        } catch {
            wasReset = true
            return false
        }
    }

    private mutating func parseAnswer(isToHead: Bool) -> Answer? {
        let text = String(buffer: received)
        guard let headEnd = text.firstRange(of: "\r\n\r\n") else { return nil }
        var lines = text[..<headEnd.lowerBound].split(separator: "\r\n").makeIterator()
        let statusLine = (lines.next() ?? "").split(separator: " ", maxSplits: 2)
        var answer = Answer(
            status: Int(statusLine.dropFirst().first ?? "") ?? 0,
            reason: String(statusLine.last ?? ""),
            fields: [],
            body: ""
        )
        while let line = lines.next() {
            let pieces = line.split(separator: ":", maxSplits: 1)
            answer.fields.append((String(pieces[0]), String(pieces.last ?? "").trimmed))
        }
        let headLength = text[..<headEnd.upperBound].utf8.count
        let hasNoBody = isToHead || answer.status == 100 || answer.status == 204
        let length = hasNoBody ? 0 : answer["Content-Length"].flatMap { Int($0) } ?? 0
        guard received.readableBytes >= headLength + length else { return nil }
        received.moveReaderIndex(forwardBy: headLength)
        answer.body = received.readString(length: length) ?? ""
        return answer
    }
}

extension String {
    var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

/// Text as a proper request: line feeds become line ends.
func http(_ lines: String) -> String {
    lines.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
}
