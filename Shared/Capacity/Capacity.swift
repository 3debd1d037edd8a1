public import Database

/// How much of what one file on this machine can carry is used: what is counted, and what the file keeps of it.
///
/// ``ActivityRecorder`` counts while a service runs, ``CapacityReport`` says what that comes to.
public enum Capacity {
    /// The table that ``ActivityRecorder`` writes: a row for each hour in which something happened.
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

    /// For how long hours are kept, in seconds: 90 days.
    static let keptSeconds: Int64 = 90 * 86_400
}
