import Database
import Timekeeping

/// What happened in an hour, or in a part of it: a row of `activity`, or what is to be added to one.
struct ActivityHour: Sendable, Equatable {
    /// When the hour begins; whole hours since the epoch.
    let hour: Timestamp
    /// When counting began in it.
    let since: Timestamp
    var reads = 0
    var writes = 0
    /// In the busiest second.
    var peakReads = 0
    /// In the busiest second.
    var peakWrites = 0
    /// Writes that waited at once, as seen once a second.
    var peakQueue = 0
    /// See ``ActivityCounters/busy``.
    var busy = 0
    /// See ``ActivityCounters/refused``.
    var refused = 0
    /// The file's size at the end.
    var databaseBytes: Int64 = 0
    /// The WAL's largest size.
    var walBytes: Int64 = 0

    /// Nothing yet.
    init(hour: Timestamp, since: Timestamp) {
        self.hour = hour
        self.since = since
    }

    /// When the hour of an instant begins.
    static func start(of time: Timestamp) -> Timestamp {
        let seconds = time.seconds
        let remainder = seconds % 3_600
        return Timestamp(seconds: seconds - (remainder < 0 ? remainder + 3_600 : remainder))
    }
}

// MARK: The table

extension ActivityHour {
    /// Adds this to what the file has of the hour.
    func add(to connection: Connection) throws {
        // CASE and not max(), which has another name in PostgreSQL.
        try connection.execute(
            """
            INSERT INTO activity
                (hour, since, reads, writes, peak_reads, peak_writes, peak_queue, busy, refused, database_bytes, wal_bytes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (hour) DO UPDATE SET
                reads = activity.reads + excluded.reads,
                writes = activity.writes + excluded.writes,
                peak_reads = CASE WHEN excluded.peak_reads > activity.peak_reads THEN excluded.peak_reads ELSE activity.peak_reads END,
                peak_writes = CASE WHEN excluded.peak_writes > activity.peak_writes THEN excluded.peak_writes ELSE activity.peak_writes END,
                peak_queue = CASE WHEN excluded.peak_queue > activity.peak_queue THEN excluded.peak_queue ELSE activity.peak_queue END,
                busy = activity.busy + excluded.busy,
                refused = activity.refused + excluded.refused,
                database_bytes = excluded.database_bytes,
                wal_bytes = CASE WHEN excluded.wal_bytes > activity.wal_bytes THEN excluded.wal_bytes ELSE activity.wal_bytes END
            """,
            hour,
            since,
            reads,
            writes,
            peakReads,
            peakWrites,
            peakQueue,
            busy,
            refused,
            databaseBytes,
            walBytes
        )
    }

    /// The hours that begin at an instant or before, in order. None if the file has no such table: no service of this version has opened it
    /// yet.
    static func all(to end: Timestamp, _ connection: Connection) throws -> [ActivityHour] {
        let table = try connection.first("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'activity'") {
            try $0["name"] as String
        }
        guard table != nil else { return [] }
        return try connection.all("SELECT * FROM activity WHERE hour <= ? ORDER BY hour", end) {
            try ActivityHour(row: $0)
        }
    }

    private init(row: borrowing Row) throws {
        hour = try row["hour"]
        since = try row["since"]
        // Whatever another program wrote there.
        reads = try max(0, row["reads"])
        writes = try max(0, row["writes"])
        peakReads = try max(0, row["peak_reads"])
        peakWrites = try max(0, row["peak_writes"])
        peakQueue = try max(0, row["peak_queue"])
        busy = try max(0, row["busy"])
        refused = try max(0, row["refused"])
        databaseBytes = try max(0, row["database_bytes"])
        walBytes = try max(0, row["wal_bytes"])
    }
}
