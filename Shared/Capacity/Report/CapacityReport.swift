public import Database
public import Timekeeping

/// How much of what a file on this machine can carry is used, and whether there is a reason to move to PostgreSQL.
public struct CapacityReport: Sendable, Equatable {
    /// What it comes to.
    public enum Verdict: String, Sendable {
        /// No reason to move.
        case stay
        /// None yet, but look again soon.
        case watch
        /// There is one.
        case move
    }

    /// The file.
    public let path: String
    /// When this was found out.
    public let time: Timestamp
    /// What the service does.
    public let load: Load
    /// The file's size, without its WAL.
    public let databaseBytes: Int64
    /// What the machine has.
    public let machine: Machine
    /// What the machine can do; `nil` if it was not measured.
    public let rates: ProbeRates?
    /// Why it was not measured, if that failed.
    public let probeFailure: String?

    /// A report on numbers from elsewhere.
    init(
        path: String,
        time: Timestamp,
        load: Load,
        databaseBytes: Int64,
        machine: Machine,
        rates: ProbeRates?,
        probeFailure: String? = nil
    ) {
        self.path = path
        self.time = time
        self.load = load
        self.databaseBytes = databaseBytes
        self.machine = machine
        self.rates = rates
        self.probeFailure = probeFailure
    }

    /// Reads what was recorded and looks at the machine.
    ///
    /// - Parameters:
    ///   - database: with or without the table of ``Capacity/schema``.
    ///   - probe: whether to measure what the machine can do, which takes three seconds and keeps the disk busy meanwhile; within 30
    ///     seconds of the last time it is not done again. A measurement that fails is part of the report.
    ///   - now: of the wall clock.
    /// - Throws: ``DatabaseError`` if the file cannot be read.
    public static func make(database: DatabaseFile, probe: Bool, now: Timestamp) async throws -> CapacityReport {
        let hours = try await database.scan { try ActivityHour.all(to: now, $0) }
        let (rates, failure) = try await probe ? measure(database.path) : (nil, nil)
        let databaseBytes = ActivityCounters.size(of: database.path)
        return CapacityReport(
            path: database.path,
            time: now,
            load: Load(hours, databaseBytes: databaseBytes, at: now),
            databaseBytes: databaseBytes,
            machine: Machine(ofFileAt: database.path),
            rates: rates,
            probeFailure: failure
        )
    }

    private static func measure(_ path: String) async throws -> (ProbeRates?, String?) {
        do {
            return (try await CapacityProbe(besideFileAt: path).run(), nil)
        } catch let error as CancellationError {
            throw error
        } catch {
            return (nil, "\(error)")
        }
    }

    /// Below this history, in seconds, averages say nothing.
    static let leastHistory: Int64 = 3_600

    /// Whether it was counted for long enough to tell.
    public var hasHistory: Bool { load.seconds >= Self.leastHistory }

    /// The share of the comfortable range of writes that the busiest second used: 1 is all of it. `nil` without a measurement.
    ///
    /// Reads are no part of it: they scale with processors, so they are no reason to move.
    public var used: Double? {
        guard let rates, rates.comfortableWrites > 0 else { return nil }
        return Double(load.peakWrites) / rates.comfortableWrites
    }

    /// What the reasons come to.
    public var verdict: Verdict {
        let standings = reasons.map { $0.standing }
        if standings.contains(.yes) { return .move }
        return standings.contains(.watch) ? .watch : .stay
    }
}
