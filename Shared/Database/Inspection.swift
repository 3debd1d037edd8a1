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

    /// The settings that are in the file itself, as found, in a fixed order. Those of a connection are not among them: the program makes
    /// them whenever it opens the file.
    public let settings: [Setting]
    /// Lines of `PRAGMA quick_check`, or why it could not go through; empty when the file is sound.
    public let damage: [String]
    /// Rows whose foreign key points nowhere, as `table → parent` lines with counts.
    public let brokenReferences: [String]
    /// Why references could not be looked at, which is so in a damaged file; `nil` when they were.
    public let uncheckedReferences: String?
    /// What the declared schema would add or cannot mend.
    public let drift: SchemaDifference
    /// Bytes in a page.
    public let pageSize: Int64
    /// Pages in the file.
    public let pages: Int64
    /// Pages that hold nothing; given back by `incremental_vacuum`.
    public let freePages: Int64

    /// Opens the file under its lock and examines it. Never creates one, adds no table and changes no setting.
    ///
    /// Throws as ``DatabaseFile/init(path:schema:options:)`` does, above all ``DatabaseError/inUse(path:process:)`` while the service runs.
    public init(path: String, schema: Schema) throws {
        guard access(path, F_OK) == 0 else {
            throw DatabaseError.unusable(path: path, reason: "no such file. It is made when the service first starts.")
        }
        let (realPath, lock) = try DatabaseFile.takeLock(path)
        let connection = try DatabaseFile.connect(to: path) { try Connection.onlooker(path: realPath) }
        // The lock is let go after the connection is closed.
        defer { withExtendedLifetime(lock) { connection.close() } }
        settings = try Self.settingNames.map { name in
            Setting(name: name, value: try connection.pragma(name))
        }
        damage = try Self.damage(in: connection)
        let references = Self.references(in: connection)
        brokenReferences = references.broken
        uncheckedReferences = references.failure
        drift = schema.difference(from: try Schema.Found(in: connection))
        pageSize = try connection.integer("PRAGMA page_size") ?? 0
        pages = try connection.integer("PRAGMA page_count") ?? 0
        freePages = try connection.integer("PRAGMA freelist_count") ?? 0
    }

    private static let settingNames = ["journal_mode", "auto_vacuum", "page_size", "encoding", "application_id", "user_version"]

    private static func damage(in connection: Connection) throws -> [String] {
        var lines: [String] = []
        do {
            try connection.each("PRAGMA quick_check(20)") { row in
                let line: String = try row["quick_check"]
                if line != "ok" { lines.append(line) }
            }
        } catch DatabaseError.sqlite(let code, let message, _) where code.primary == .corrupt {
            lines.append(message)
        }
        return lines
    }

    /// Throws nothing: what else is known of a file whose references cannot be looked at is worth knowing.
    private static func references(in connection: Connection) -> (broken: [String], failure: String?) {
        var broken: [String: Int] = [:]
        do {
            try connection.each("PRAGMA foreign_key_check") { row in
                broken["\(try row["table"] as String) → \(try row["parent"] as String)", default: 0] += 1
            }
        } catch {
            return ([], "\(error)")
        }
        return (broken.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }, nil)
    }
}

extension Connection {
    /// A connection that leaves the file as it finds it: no setting, no row, and no page of what a killed service left in the WAL.
    fileprivate static func onlooker(path: String) throws -> Connection {
        // Not SQLITE_OPEN_READONLY, which could not take back what a program with a rollback journal has left half done.
        let connection = try Connection(path: path, flags: SQLITE_OPEN_READWRITE)
        do {
            try connection.executeGenerated("PRAGMA busy_timeout = 5000")
            try connection.executeGenerated("PRAGMA query_only = ON")
            try connection.executeGenerated("PRAGMA trusted_schema = OFF")
            try connection.executeGenerated("PRAGMA cell_size_check = ON")
            guard sqlite3_db_readonly(connection.handle, "main") == 0 else {
                throw DatabaseError.unusable(path: path, reason: "the file is read-only for this user. Make it writable.")
            }
            // The last connection to close would move it into a file that may be damaged. A WAL that is empty may go.
            if hasWAL(path) { csqlite_set_option(connection.handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1) }
        } catch {
            connection.close()
            throw error
        }
        return connection
    }

    private static func hasWAL(_ path: String) -> Bool {
        var status = stat()
        return stat(path + "-wal", &status) == 0 && status.st_size > 0
    }

    /// What a pragma answers, as text.
    fileprivate func pragma(_ name: String) throws -> String {
        try text("PRAGMA \(name)") ?? integer("PRAGMA \(name)").map(String.init) ?? "unknown"
    }
}
