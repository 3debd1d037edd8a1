import CSQLite

/// The SQLite library that the program runs with.
public enum SQLiteLibrary {
    /// Settings of the library itself, made once, before the first connection: to be read for that effect.
    static let configure: Void = {
        // Refused when somebody else in the process has used SQLite before: then it is only slower.
        _ = csqlite_disable_memory_statistics()
    }()

    /// Such as `3.40.1`.
    public static var version: String { String(cString: sqlite3_libversion()) }

    /// Whether this version has the WAL-reset bug: 3.7.0 up to 3.51.2. We avoid it by having one process and one writing connection.
    /// Source: <https://www.sqlite.org/wal.html#walresetbug>
    public static var hasWALResetBug: Bool { (3_007_000...3_051_002).contains(sqlite3_libversion_number()) }
}
