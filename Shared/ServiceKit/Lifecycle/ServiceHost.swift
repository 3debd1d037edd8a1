import Accounts
import Backups
import Capacity
public import Database
import Dispatch
public import HTTPCore
public import Timekeeping
import Hummingbird
import Logging
import ServiceLifecycle

/// A product at work: its file, its routes on one port, its metrics on another.
///
/// Made from checked settings and run once. When ``run()`` returns, every acknowledged change is in the file, and the file is closed.
public struct ServiceHost<P: Product>: Sendable {
    /// The product.
    public let product: P
    /// Its file.
    public let database: DatabaseFile
    /// All routes, the shared ones included.
    public let routes: [ServiceRouter.Route]

    private let group: ServiceGroup
    private let stopRequest = StopRequest()
    private let listening: Listening
    private let drainDelay: Duration

    /// Opens the file, brings its tables up to date and makes the product. Listens on nothing yet.
    ///
    /// - Parameters:
    ///   - configuration: all settings.
    ///   - log: where to log to.
    ///   - now: the wall clock.
    ///   - onListening: called once, when both ports are listened on.
    /// - Throws: `DatabaseError`, or what the product throws.
    public init(
        _ configuration: ProductConfiguration<P>,
        log: ServiceLog,
        now: @escaping @Sendable () -> Timestamp = { .now },
        onListening: @escaping @Sendable (ServicePorts) -> Void = { _ in }
    ) async throws {
        let service = configuration.service
        let logger = log.logger(label: P.name)
        let metrics = MetricsRegistry()
        database = try DatabaseFile(path: service.databasePath, schema: P.fileSchema, options: service.databaseOptions)
        // Everything that the file holds, and held when an export was killed.
        ScratchFolder.removeLeftover(besideFileAt: service.databasePath)
        let accounts = Accounts(policy: service.policy, database: database, now: now)
        let environment = ServiceEnvironment(
            database: database,
            accounts: accounts,
            configuration: service,
            logger: logger,
            metrics: metrics,
            now: now
        )
        product = try await P(environment: environment, settings: configuration.product)

        let router = ServiceRouter(metrics: metrics)
        router.addHealthRoutes(version: service.version(of: P.self), checks: .readiness(of: database)) { [stopRequest] in
            stopRequest.isMade
        }
        router.addPages(of: P.self, service)
        router.add(middleware: DatabaseErrorLog())
        router.addAccounts(of: product, environment)
        product.addRoutes(to: router)
        routes = router.routes

        let listening = Listening(whenComplete: onListening)
        self.listening = listening
        drainDelay = service.drainDelay
        let main = HTTPServer(
            router: router,
            configuration: HTTPServer.Configuration(
                host: service.host,
                port: service.port,
                limits: P.limits,
                trustedProxies: service.trustedProxies,
                capturesRawHeads: P.capturesRawHeads
            ),
            metrics: metrics,
            accessLog: log.accessLog,
            logger: logger,
            onListening: { listening.note(.main, port: $0) }
        )
        let backups = BackupUpkeep(
            database: database,
            product: P.name,
            version: P.version,
            policy: service.backups,
            logger: logger,
            now: now
        )
        let admin = HTTPServer(
            router: .admin(
                ServiceMetrics(
                    metrics,
                    database: database,
                    version: service.version(of: P.self),
                    start: .now,
                    backups: (backups.status, service.backups),
                    now: now
                ),
                backup: { [stopRequest] in try await backups.makeNow(until: stopRequest) },
                capacity: { [database] in try await CapacityReport.make(database: database, probe: true, now: now()).json }
            ),
            configuration: HTTPServer.Configuration(host: service.adminHost, port: service.adminPort, limits: .admin),
            metrics: MetricsRegistry(),
            accessLog: nil,
            logger: logger,
            onListening: { listening.note(.admin, port: $0) }
        )
        group = ServiceGroup(
            // Stopped from the end: what the product's services count in their last moments is still written, and their writes are counted.
            background: [
                ActivityRecorder(database: database, logger: logger, now: now),
                backups,
                AccountsUpkeep(accounts, logger: logger, erase: product.erase, forget: product.forget),
            ] + product.services,
            servers: [
                ListeningServer(server: admin, kind: .admin, listening: listening, configuration: service),
                ListeningServer(server: main, kind: .main, listening: listening, configuration: service),
                LeaveNotice(leave: product.leave),
            ],
            logger: logger
        )
    }

    /// Serves until it is asked to stop, or until something it cannot work without fails.
    ///
    /// - Throws: ``StartFailure`` if a port cannot be listened on, else what a background service of the product threw.
    public func run() async throws {
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await group.run())
        } catch {
            outcome = .failure(error)
        }
        await close()
        try outcome.get()
    }

    /// Asks it to stop: no new connections, running requests are answered, background services end. ``run()`` returns when all that is done.
    /// Before ``run()``, this is remembered. With ``ServiceConfiguration/drainDelay``, all that begins later, and `/healthz` says so at once.
    public func stop() async {
        stopRequest.make()
        // Else requests and services would wait for it whose writes have to come after it.
        database.abandonPurges()
        // Nobody can have noticed a service that does not listen yet.
        if listening.isListening(.main), drainDelay > .zero { try? await Task.sleep(for: drainDelay) }
        await group.triggerGracefulShutdown()
    }

    /// Closes the file, in place of ``run()``, which does so at its end.
    public func close() async {
        // On a thread that may block: the last checkpoint takes a while.
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                database.close()
                continuation.resume()
            }
        }
    }
}

/// Tells a product that a graceful shutdown has begun. Last of the services, and so the first that is stopped.
private struct LeaveNotice: Service {
    let leave: @Sendable () -> Void

    func run() async throws {
        try? await gracefulShutdown()
        leave()
    }
}

extension [ReadinessCheck] {
    /// Whether a write reaches the disk, and whether there is room for more.
    fileprivate static func readiness(of database: DatabaseFile) -> [ReadinessCheck] {
        let probe = WriteProbe(database)
        return [
            ReadinessCheck("database") { try await probe.check() },
            // A file system that hangs must not keep the event loop from its other connections.
            ReadinessCheck("disk") { try await offEventLoop { try DiskRoom.check(for: database.path) } },
        ]
    }
}

extension ServerLimits {
    /// A few programs read metrics; more connections than that must not cost the clients theirs.
    fileprivate static var admin: ServerLimits {
        var limits = ServerLimits()
        limits.connections = 64
        // A backup of a large file takes as long as it takes.
        limits.requestDeadline = .seconds(86_400)
        return limits
    }
}

extension ServiceRouter {
    /// The routes of the admin port.
    fileprivate static func admin(
        _ metrics: ServiceMetrics,
        backup: @escaping @Sendable () async throws -> Backup,
        capacity: @escaping @Sendable () async throws -> JSONValue
    ) -> ServiceRouter {
        let router = ServiceRouter()
        router.get("/metrics") { _, _ in
            Response.bytes(.ok, ByteBuffer(string: await metrics.render()), type: "text/plain; version=0.0.4; charset=utf-8")
        }
        router.addOperations(backup: backup, capacity: capacity)
        return router
    }
}

extension BackupUpkeep {
    /// Makes a backup for a request, which nobody tells that the service stops until its connection is cut.
    ///
    /// - Throws: a `CancellationError` when it does; else as ``makeNow()``.
    fileprivate func makeNow(until stopRequest: StopRequest) async throws -> Backup {
        try await withThrowingTaskGroup(of: Backup?.self) { group in
            group.addTask { try await makeNow() }
            group.addTask {
                while !stopRequest.isMade { try await Task.sleep(for: .milliseconds(100)) }
                return nil
            }
            defer { group.cancelAll() }
            guard let backup = try await group.next().flatMap({ $0 }) else { throw CancellationError() }
            return backup
        }
    }
}
