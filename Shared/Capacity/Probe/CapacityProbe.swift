import Database
import Glibc
import Synchronization
import Timekeeping
import POSIX

/// A measurement of some seconds in a file of its own beside a database, so on the same disk, by the same code as the service's.
struct CapacityProbe {
    enum Failure: Error, Equatable, CustomStringConvertible {
        case running
        case room(Int64)

        var description: String {
            switch self {
            case .running: "another measurement is running; ask again in a few seconds"
            case .room(let bytes):
                "\(Quantity.bytes(bytes)) are free on the disk, and the measurement leaves \(Quantity.bytes(CapacityProbe.leastRoom)) alone"
            }
        }
    }

    /// Below this much room on the disk nothing is written only to measure.
    static let leastRoom: Int64 = 512 * 1_024 * 1_024

    private static let measurements = Schema([Table("measurements", columns: [.identity(), .text("value")])])
    /// About what a row of the services holds.
    private static let value = String(repeating: "0123456789abcdef", count: 12)
    private static let rows = 1_000
    private static let inFlight = 64
    /// So long a measurement is good for whoever asks again, in nanoseconds: the disk has better things to do.
    private static let validity: Int64 = 30_000_000_000
    /// Two at a time would measure each other, and share a file.
    private static let standings = Mutex<[String: Standing]>([:])

    private enum Standing {
        case running
        case done(ProbeRates, at: Int64)
    }

    private let path: String
    private let nanoseconds: Int64

    /// - Parameters:
    ///   - path: of the database, whose lock this process holds: then nobody else uses the probe's file.
    ///   - duration: of each of the three parts.
    init(besideFileAt path: String, duration: Duration = .seconds(1)) {
        self.path = path + ".probe"
        nanoseconds = Int64(duration / .nanoseconds(1))
    }

    /// Measures, and leaves nothing behind. Asked again within half a minute, it says the same.
    ///
    /// - Throws: ``Failure``, and ``DatabaseError`` if the disk does not take writes.
    func run() async throws -> ProbeRates {
        let known: ProbeRates? = try Self.standings.withLock { standings in
            switch standings[path] {
            case .running?: throw Failure.running
            case .done(let rates, let time)? where MonotonicClock.nanoseconds - time < Self.validity: return rates
            default:
                standings[path] = .running
                return nil
            }
        }
        if let known { return known }
        var measured: Standing?
        defer { Self.standings.withLock { $0[path] = measured } }
        let rates = try await measure()
        measured = .done(rates, at: MonotonicClock.nanoseconds)
        return rates
    }

    private func measure() async throws -> ProbeRates {
        if let room = Disk.room(for: FilePath.folder(of: path)), room < Self.leastRoom { throw Failure.room(room) }
        // What a killed process left, which may be damaged.
        removeFiles()
        defer { removeFiles() }
        // Away from the event loop of whoever asks: opening, closing and reading block.
        return try await withTaskExecutorPreference(globalConcurrentExecutor) {
            let database = try DatabaseFile(path: path, schema: Self.measurements)
            defer { database.close() }
            return try await measure(database)
        }
    }

    private func measure(_ database: DatabaseFile) async throws -> ProbeRates {
        try await database.write { connection in
            for _ in 0..<Self.rows { try Self.insert(connection) }
        }
        let reads = try await self.reads(database)
        let oneByOne = try await writesOneByOne(database)
        let together = try await writesTogether(database)
        return ProbeRates(writesOneByOne: oneByOne, writesTogether: together, reads: reads)
    }

    private func writesOneByOne(_ database: DatabaseFile) async throws -> Double {
        let start = MonotonicClock.nanoseconds
        let count = try await Self.write(to: database, until: start + nanoseconds)
        return Self.rate(count, since: start)
    }

    private func writesTogether(_ database: DatabaseFile) async throws -> Double {
        let start = MonotonicClock.nanoseconds
        let end = start + nanoseconds
        let count = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<Self.inFlight {
                group.addTask { try await Self.write(to: database, until: end) }
            }
            return try await group.reduce(0) { $0 + $1 }
        }
        return Self.rate(count, since: start)
    }

    private func reads(_ database: DatabaseFile) async throws -> Double {
        let start = MonotonicClock.nanoseconds
        var count = 0
        repeat {
            try Task.checkCancellation()
            for _ in 0..<Self.rows {
                // A step that has no divisor in common with the number of rows comes by all of them.
                let id = count * 617 % Self.rows + 1
                _ = try database.first("SELECT value FROM measurements WHERE id = ?", id) { try $0["value"] as String }
                count += 1
            }
            // There are no more threads than processors, and others need them, too.
            await Task.yield()
        } while MonotonicClock.nanoseconds - start < nanoseconds
        return Self.rate(count, since: start)
    }

    /// Writes one after the other, at least one.
    private static func write(to database: DatabaseFile, until end: Int64) async throws -> Int {
        var count = 0
        repeat {
            try Task.checkCancellation()
            try await database.write { try insert($0) }
            count += 1
        } while MonotonicClock.nanoseconds < end
        return count
    }

    private static func insert(_ connection: Connection) throws {
        try connection.execute("INSERT INTO measurements (value) VALUES (?)", value)
    }

    private static func rate(_ count: Int, since start: Int64) -> Double {
        Double(count) / (Double(max(1, MonotonicClock.nanoseconds - start)) / 1_000_000_000)
    }

    private func removeFiles() {
        for suffix in ["", "-wal", "-shm", "-journal", ".lock"] { unlink(path + suffix) }
    }
}
