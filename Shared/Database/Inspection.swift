import CSQLite
import Glibc

/// What `doctor` finds in a file that no service has open.
public struct Inspection: Sendable {
    /// A setting as SQLite reports it.
    public struct Setting: Sendable, Equatable {
        /// Such as `journal_mode`.
        public let name: String
        /// As SQLite reports it.
        public let value: String
    }

    /// Settings as found on a writer's connection, in a fixed order.
    public let settings: [Setting]
    /// Lines of `PRAGMA quick_check`; empty when the file is sound.
    public let damage: [String]
    /// Rows whose foreign key points nowhere, as `table → parent` lines with counts.
    public let brokenReferences: [String]
    /// What the declared schema would add or cannot mend.
    public let drift: SchemaDifference
    /// Bytes in a page.
    public let pageSize: Int64
    /// Pages in the file.
    public let pages: Int64
    /// Pages that hold nothing; given back by `incremental_vacuum`.
    public let freePages: Int64

    /// Opens the file under its lock and examines it. Never creates one and adds no table.
    ///
    /// Throws as ``DatabaseFile/init(path:schema:options:)`` does, above all ``DatabaseError/inUse(path:process:)`` while the service runs.
    public init(path: String, schema: Schema) throws {
        guard access(path, F_OK) == 0 else {
            throw DatabaseError.unusable(path: path, reason: "no such file. It is made when the service first starts.")
        }
        let (lock, connection) = try DatabaseFile.open(path: path)
        // The lock is let go after the connection is closed.
        defer { withExtendedLifetime(lock) { connection.close() } }
        settings = try Self.settingNames.map { name in
            Setting(name: name, value: try connection.pragma(name))
        }
        var damage: [String] = []
        try connection.each("PRAGMA quick_check(20)") { row in
            let line: String = try row["quick_check"]
            if line != "ok" { damage.append(line) }
        }
        self.damage = damage
        var broken: [String: Int] = [:]
        try connection.each("PRAGMA foreign_key_check") { row in
            broken["\(try row["table"] as String) → \(try row["parent"] as String)", default: 0] += 1
        }
        brokenReferences = broken.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        drift = schema.difference(from: try Schema.Found(in: connection))
        pageSize = try connection.integer("PRAGMA page_size") ?? 0
        pages = try connection.integer("PRAGMA page_count") ?? 0
        freePages = try connection.integer("PRAGMA freelist_count") ?? 0
    }

    private static let settingNames = [
        "journal_mode", "synchronous", "foreign_keys", "busy_timeout", "cache_size", "temp_store", "mmap_size", "journal_size_limit",
        "wal_autocheckpoint", "auto_vacuum", "secure_delete", "trusted_schema", "cell_size_check", "analysis_limit",
    ]
}

extension Connection {
    /// What a pragma answers, as text.
    fileprivate func pragma(_ name: String) throws -> String {
        try text("PRAGMA \(name)") ?? integer("PRAGMA \(name)").map(String.init) ?? "unknown"
    }
}

/// The SQLite library that the program runs with.
public enum SQLiteLibrary {
    /// Such as `3.40.1`.
    public static var version: String { String(cString: sqlite3_libversion()) }

    /// Whether this version has the WAL-reset bug: 3.7.0 up to 3.51.2. We avoid it by having one process and one writing connection.
    /// Source: <https://www.sqlite.org/wal.html#walresetbug>
    public static var hasWALResetBug: Bool { (3_007_000...3_051_002).contains(sqlite3_libversion_number()) }
}
