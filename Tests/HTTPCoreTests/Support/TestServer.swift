import Hummingbird
import Logging
import ServiceLifecycle
import Testing

@testable import HTTPCore

/// A server on a port of its own, with a few routes.
struct TestServer: Sendable {
    let port: Int
    let metrics: MetricsRegistry
    private let group: ServiceGroup

    /// Runs a server while `body` runs.
    ///
    /// - Parameter routes: Adds to the usual routes.
    static func run(
        limits: ServerLimits = ServerLimits(),
        trustedProxies: TrustedProxies = TrustedProxies(),
        capturesRawHeads: Bool = false,
        accessLog: AccessLog? = nil,
        routes: (ServiceRouter) -> Void = { _ in },
        _ body: @escaping @Sendable (TestServer) async throws -> Void
    ) async throws {
        let metrics = MetricsRegistry()
        let router = ServiceRouter(metrics: metrics)
        addUsualRoutes(to: router)
        routes(router)
        let (ports, announce) = AsyncStream<Int>.makeStream()
        let server = HTTPServer(
            router: router,
            configuration: .init(port: 0, limits: limits, trustedProxies: trustedProxies, capturesRawHeads: capturesRawHeads),
            metrics: metrics,
            accessLog: accessLog,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onListening: { announce.yield($0) }
        )
        let group = ServiceGroup(services: [server], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            tasks.addTask {
                let port = try #require(await ports.first { _ in true })
                defer { Task { await group.triggerGracefulShutdown() } }
                try await body(TestServer(port: port, metrics: metrics, group: group))
            }
            try await tasks.waitForAll()
        }
    }

    private static func addUsualRoutes(to router: ServiceRouter) {
        router.get("/plain") { _, _ in Response.text(.ok, "plain") }
        router.post("/echo") { request, context in
            Response.bytes(.ok, try await request.bytes(upTo: context.maxBodyBytes), type: "application/octet-stream")
        }
        router.post("/ignore") { _, _ in Response.text(.ok, "ignored") }
    }

    /// Asks the server to stop, as a signal would.
    func stop() async {
        await group.triggerGracefulShutdown()
    }

    /// Sends bytes on a connection of its own and gives what comes back until the server closes.
    func exchange(_ request: String) async throws -> String {
        try await RawConnection.open(port: port) { connection in
            try await connection.send(request)
            return try await connection.rest()
        }
    }

    /// Sends one request on a connection of its own and gives the answer.
    func answer(to request: String) async throws -> RawConnection.Answer {
        try await RawConnection.open(port: port) { connection in
            try await connection.send(request)
            return try #require(try await connection.answer())
        }
    }

    /// `GET` with nothing but what must be there.
    func get(_ target: String, _ fields: String = "") async throws -> RawConnection.Answer {
        try await answer(to: "GET \(target) HTTP/1.1\r\nHost: test\r\n\(fields)\r\n")
    }

    /// Whether the server still answers others.
    func isServing() async throws -> Bool {
        try await get("/plain").body == "plain"
    }
}
