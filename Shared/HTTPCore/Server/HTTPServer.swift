import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle

/// A service's HTTP/1.1 server: listens, answers from the routes of a ``ServiceRouter``, and drains when it is asked to stop.
public struct HTTPServer: Service {
    /// Where and how to listen.
    public struct Configuration: Sendable {
        /// The address or name to listen on. Default: `127.0.0.1`.
        public var host: String
        /// The port to listen on; 0 lets the system choose.
        public var port: Int
        /// What one client can have.
        public var limits: ServerLimits
        /// Whose `X-Forwarded-For` and `X-Request-Id` are believed. Default: nobody's.
        public var trustedProxies: TrustedProxies
        /// Whether ``ServiceContext/rawHead`` is there. Default: `false`.
        public var capturesRawHeads: Bool

        /// Where and how to listen.
        public init(
            host: String = "127.0.0.1",
            port: Int,
            limits: ServerLimits = ServerLimits(),
            trustedProxies: TrustedProxies = TrustedProxies(),
            capturesRawHeads: Bool = false
        ) {
            self.host = host
            self.port = port
            self.limits = limits
            self.trustedProxies = trustedProxies
            self.capturesRawHeads = capturesRawHeads
        }
    }

    private let server: Server<ServiceChannel>
    private let limits: ServerLimits

    /// A server of the routes that are declared so far.
    ///
    /// - Parameters:
    ///   - metrics: Where connections and refused requests are counted, the latter as route `refused`; the router counts the others.
    ///   - accessLog: Where a line for each request goes. Default: nowhere.
    ///   - onListening: Called with the port once requests are accepted.
    public init(
        router: ServiceRouter,
        configuration: Configuration,
        metrics: MetricsRegistry = MetricsRegistry(),
        accessLog: AccessLog? = nil,
        logger: Logger,
        onListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) {
        let edge = Edge(
            responder: router.build(),
            trustedProxies: configuration.trustedProxies,
            maxBodyBytes: configuration.limits.bodyBytes,
            accessLog: accessLog,
            refusals: Refusals(accessLog: accessLog, metrics: RouteMetrics(method: "any", route: "refused", registry: metrics)),
            logger: logger
        )
        limits = configuration.limits
        // Hummingbird's own lines are about its inner workings.
        var serverLogger = logger
        serverLogger.logLevel = max(logger.logLevel, .warning)
        server = Server(
            childChannelSetup: ServiceChannel(
                edge: edge,
                limits: limits,
                capturesRawHeads: configuration.capturesRawHeads,
                openConnections: metrics.gauge("http_connections", "Open connections.")
            ),
            configuration: ServerConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                backlog: 1024,
                availableConnectionsDelegate: .maximum(OpenFiles.connections(wanted: limits.connections), logger: serverLogger)
            ),
            onServerRunning: { channel in
                // If the system has no room for another connection, accepting pauses for a second instead of spinning.
                channel.eventLoop.execute {
                    try? channel.pipeline.syncOperations.addHandler(AcceptBackoffHandler(), position: .first)
                }
                await onListening(channel.localAddress?.port ?? configuration.port)
            },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: serverLogger
        )
    }

    /// Listens until a graceful shutdown. Then it accepts no more connections, closes the idle ones, lets requests finish for
    /// ``ServerLimits/drainTimeout``, and cuts what is left.
    ///
    /// - Throws: If the address cannot be listened on.
    public func run() async throws {
        // Code that does not react to its cancellation must not keep the process from stopping, so it is not waited for.
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (finished, finish) = AsyncThrowingStream<Void, any Error>.makeStream()
            Task {
                do {
                    try await server.run()
                    finish.finish()
                } catch {
                    finish.finish(throwing: error)
                }
            }
            group.addTask { for try await _ in finished {} }
            group.addTask {
                try await gracefulShutdown()
                try await Task.sleep(for: limits.drainTimeout + .milliseconds(200))
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}
