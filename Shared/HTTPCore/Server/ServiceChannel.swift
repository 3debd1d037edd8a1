import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// What Hummingbird's server makes of each connection.
struct ServiceChannel: ServerChildChannel {
    /// A connection that is set up.
    struct Value: ServerChildChannelValue {
        let channel: any Channel
    }

    let edge: Edge
    let limits: ServerLimits
    let capturesRawHeads: Bool
    let openConnections: MetricsRegistry.Gauge
    let budget: BodyBudget

    init(edge: Edge, limits: ServerLimits, capturesRawHeads: Bool, openConnections: MetricsRegistry.Gauge) {
        self.edge = edge
        self.limits = limits
        self.capturesRawHeads = capturesRawHeads
        self.openConnections = openConnections
        budget = BodyBudget(limit: limits.bodyMemory)
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let connection = Connection(peer: channel.remoteAddress?.ipAddress.flatMap { IPAddress($0) })
            let handler = ConnectionHandler(
                connection: connection,
                limits: limits,
                budget: budget,
                edge: edge,
                eventLoop: channel.eventLoop
            )
            let splitter = RequestSplitter(handler: handler, capturesHeads: capturesRawHeads, headLimit: limits.headBytes)
            let parser = ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: limits.decoder))
            try channel.pipeline.syncOperations.addHandlers([splitter, parser, handler])
            // Counted before the first request, not when the server gets round to it.
            openConnections.add(1)
            channel.closeFuture.whenComplete { [openConnections] _ in openConnections.add(-1) }
            return Value(channel: channel)
        }
    }

    /// Requests are answered from ``ConnectionHandler``; here the server only learns when the connection is over.
    func handle(value: Value, logger: Logger) async {
        try? await value.channel.closeFuture.get()
    }
}

extension ServerLimits {
    fileprivate var decoder: NIOHTTPDecoderLimitConfiguration {
        var configuration = NIOHTTPDecoderLimitConfiguration()
        configuration.maxHeaderFieldSize = headerFieldBytes
        configuration.maxHeaderListSize = headBytes
        configuration.maxHeaderFieldCount = headerFields
        return configuration
    }
}
