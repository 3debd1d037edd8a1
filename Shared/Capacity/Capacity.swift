public import Database

/// How much of what one file on this machine can carry is used: what is counted, and what the file keeps of it.
///
/// ``ActivityRecorder`` counts while a service runs, ``CapacityReport`` says what that comes to.
public enum Capacity {
    /// The table that ``ActivityRecorder`` writes: a row for each hour in which something happened, and for the first one.
    public static let schema = Schema([activity])

    private static let activity = Table(
        "activity",
        columns: [
            .timestamp("hour"),
            // When counting began in that hour: the first one of a new service is a short one.
            .timestamp("since"),
            .integer("reads"),
            .integer("writes"),
            .integer("peak_reads"),
            .integer("peak_writes"),
            .integer("peak_queue"),
            .integer("busy"),
            .integer("refused"),
            .integer("database_bytes"),
            .integer("wal_bytes"),
        ],
        primaryKey: ["hour"]
    )

    /// How many hours are kept: those of 90 days if there was something to do in each. By number, so that a clock that jumps ahead erases
    /// nothing.
    static let keptHours = 90 * 24
    /// How far back a report looks, in seconds.
    static let keptSeconds = Int64(keptHours) * 3_600
}
