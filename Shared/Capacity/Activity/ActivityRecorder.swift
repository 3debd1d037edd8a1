public import Database
public import Logging
public import ServiceLifecycle
public import Timekeeping

/// Counts reads and writes of a service while it runs, and keeps what each hour came to in its file: the last 2,160 in which
/// there was something to do, which are 90 days or more.
///
/// Looks once a second, writes once a minute at most, and, after the first minute of a file, not at all while the service is idle. What came
/// since the last write is lost when the process is killed; a stop writes it.
public struct ActivityRecorder: Service {
    private let database: DatabaseFile
    private let logger: Logger
    private let now: @Sendable () -> Timestamp
    private let pause: Duration
    private let moment: @Sendable () -> Int64

    /// - Parameters:
    ///   - database: with the table of ``Capacity/schema``.
    ///   - logger: told when the hours cannot be written.
    ///   - now: the wall clock.
    public init(database: DatabaseFile, logger: Logger, now: @escaping @Sendable () -> Timestamp) {
        self.init(database: database, logger: logger, now: now, pause: .seconds(1)) { MonotonicClock.nanoseconds }
    }

    /// - Parameters:
    ///   - pause: between two looks.
    ///   - moment: nanoseconds of a clock that only goes up.
    init(
        database: DatabaseFile,
        logger: Logger,
        now: @escaping @Sendable () -> Timestamp,
        pause: Duration,
        moment: @escaping @Sendable () -> Int64
    ) {
        self.database = database
        self.logger = logger
        self.now = now
        self.pause = pause
        self.moment = moment
    }

    /// Goes on until the service stops.
    public func run() async throws {
        var ledger = await cancelWhenGracefulShutdown { await record() }
        look(&ledger)
        await write(ledger.rest(), of: &ledger)
    }

    private func record() async -> ActivityLedger {
        let first = try? database.first("SELECT hour FROM activity LIMIT 1") { _ in true }
        var ledger = ActivityLedger(isFirst: first == nil)
        while !Task.isCancelled {
            look(&ledger)
            await write(ledger.due(moment()), of: &ledger)
            // Cut short when the service stops, which is no error.
            try? await Task.sleep(for: pause)
        }
        return ledger
    }

    private func look(_ ledger: inout ActivityLedger) {
        ledger.note(ActivityCounters(of: database), at: now(), moment())
    }

    private func write(_ hours: [ActivityHour], of ledger: inout ActivityLedger) async {
        guard !hours.isEmpty else { return }
        do {
            try await database.write { connection in
                for hour in hours { try hour.add(to: connection) }
                try connection.execute(
                    "DELETE FROM activity WHERE hour <= (SELECT hour FROM activity ORDER BY hour DESC LIMIT 1 OFFSET ?)",
                    Capacity.keptHours
                )
            }
            ledger.wrote(hours)
        } catch DatabaseError.closed {
            // The service stops, and nothing more can be done.
        } catch DatabaseError.overloaded {
            // Others need the file more; the next try is in a minute. The write was never let in, so it is not counted, either.
        } catch {
            ledger.countOwnWrite()
            logger.error("what the service did in the last minutes was not written", metadata: ["error": "\(error)"])
        }
    }
}
