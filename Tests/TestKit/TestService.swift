public import Database
public import HTTPCore
public import ServiceKit

/// A product that runs inside the test process: on ports of its own, with a file of its own, with a clock that the test moves.
///
///     try await TestService<CronPing>.run { service in
///         let answer = try await service.client.get("/healthz")
///         #expect(answer.status == 200)
///     }
public struct TestService<P: Product>: Sendable {
    /// What the service takes for its public address.
    public static var baseURL: String { "https://\(P.name).test" }

    /// The product.
    public let product: P
    /// Its file.
    public let database: DatabaseFile
    /// All its routes.
    public let routes: [ServiceRouter.Route]
    /// A client without a key.
    public let client: TestClient
    /// Its clock.
    public let clock: TestClock
    /// The ports it listens on.
    public let ports: ServicePorts

    private let writer: LogWriter
    private let logFile: AppendedFile

    /// Starts a product, runs a test, and stops it.
    ///
    /// - Parameters:
    ///   - environment: its settings. Ports, file and base URL are set already.
    ///   - database: the file to use. Default: a new one that is deleted afterwards.
    ///   - clock: its clock. Default: one that stands at 2026-04-20T09:00:00Z.
    /// - Throws: what the test throws, else why the product could not start or stop.
    public static func run<Result: Sendable>(
        environment: [String: String] = [:],
        database: String? = nil,
        clock: TestClock = TestClock(),
        _ test: (TestService) async throws -> Result
    ) async throws -> Result {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let path = database ?? folder.file("app.db")
        let variables = ["BASE_URL": baseURL, "DATABASE_PATH": path].merging(environment) { _, given in given }
        var configuration = try ProductConfiguration<P>(environment: variables)
        configuration.service.port = 0
        configuration.service.adminPort = 0

        let logFile = try AppendedFile(folder.file("log"))
        let writer = LogWriter(descriptor: logFile.descriptor)

        let (listening, continuation) = AsyncStream<ServicePorts>.makeStream()
        let host = try await ServiceHost<P>(
            configuration,
            log: ServiceLog(configuration.service, writer: writer),
            now: { clock.now },
            onListening: { continuation.yield($0) }
        )
        async let run: Void = {
            defer { continuation.finish() }
            try await host.run()
        }()
        guard let ports = await listening.first(where: { _ in true }) else {
            try await run
            throw DeadlineExceeded(description: "the service ended before it listened")
        }
        let service = TestService(
            product: host.product,
            database: host.database,
            routes: host.routes,
            client: TestClient(address: "http://127.0.0.1:\(ports.main)", baseURL: baseURL),
            clock: clock,
            ports: ports,
            writer: writer,
            logFile: logFile
        )
        do {
            let result = try await test(service)
            await host.stop()
            try await run
            return result
        } catch {
            await host.stop()
            // What the test found matters more than how the service took it.
            try? await run
            throw error
        }
    }

    /// Everything it has logged so far, requests included.
    public var log: String {
        get throws {
            writer.close()
            return String(decoding: try logFile.contents(), as: UTF8.self)
        }
    }

    /// The metrics as text.
    public func metrics() async throws -> String {
        try await TestClient(address: "http://127.0.0.1:\(ports.admin)").get("/metrics").text
    }
}
