import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// What Hummingbird's server makes of each connection.
struct ServiceChannel: ServerChildChannel, HTTPChannelHandler {
    /// A connection that is set up.
    struct Value: ServerChildChannelValue {
        let parts: NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>
        let connection: Connection

        var channel: any Channel { parts.channel }
    }

    let edge: Edge
    let limits: ServerLimits
    let capturesRawHeads: Bool
    let openConnections: MetricsRegistry.Gauge
    /// Answers a request of one connection; set when it is known which.
    var responder: Responder = { _, _, _ in }

    init(edge: Edge, limits: ServerLimits, capturesRawHeads: Bool, openConnections: MetricsRegistry.Gauge) {
        self.edge = edge
        self.limits = limits
        self.capturesRawHeads = capturesRawHeads
        self.openConnections = openConnections
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let connection = Connection(peer: channel.remoteAddress?.ipAddress.flatMap { IPAddress($0) })
            let handler = ConnectionHandler(connection: connection, limits: limits, refusals: edge.refusals)
            let splitter = RequestSplitter(handler: handler, capturesHeads: capturesRawHeads, headLimit: limits.headBytes)
            let parser = ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: limits.decoder))
            try channel.pipeline.syncOperations.addHandlers([splitter, parser, handler])
            let parts = try NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>(
                wrappingChannelSynchronously: channel,
                configuration: .init(isOutboundHalfClosureEnabled: true)
            )
            return Value(parts: parts, connection: connection)
        }
    }

    func handle(value: Value, logger: Logger) async {
        openConnections.add(1)
        defer { openConnections.add(-1) }
        var channel = self
        let edge = edge
        let connection = value.connection
        channel.responder = { request, writer, _ in try await edge.respond(to: request, writer, on: connection) }
        // A task of its own, since it is the task that can be cancelled when the time of an answer is over.
        let task = Task { [channel] in await channel.handleHTTP(asyncChannel: value.parts, logger: logger) }
        connection.setTask(task)
        await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
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
