import CSQLite

/// What is in a database file that nobody has open. Changes nothing and leaves nothing beside it.
///
/// What is beside the file, a WAL or a journal, is not looked at: this is for files that stand alone.
public struct FileCheck: Sendable, Equatable {
    /// What is wrong with it, at most 20 lines; empty when it is sound.
    public let damage: [String]
    /// Rows whose foreign key points nowhere, as `table → parent: count` lines. Not looked at in a damaged file.
    public let brokenReferences: [String]
    /// How many rows each table has, SQLite's own left out. Empty for a damaged file.
    public let rowCounts: [String: Int64]

    /// - Parameters:
    ///   - path: of the file.
    ///   - isFull: whether to compare each index with its table, too (`integrity_check` instead of `quick_check`).
    /// - Throws: ``DatabaseError`` for a file that is missing or so damaged that it cannot be opened.
    public init(path: String, isFull: Bool) throws {
        let connection = try DatabaseFile.connect(to: path) { try Connection.examiner(path: path) }
        defer { connection.close() }
        damage = try connection.damage(isFull: isFull)
        brokenReferences = damage.isEmpty ? try connection.brokenReferences() : []
        rowCounts = damage.isEmpty ? try connection.rowCounts() : [:]
    }
}

extension Connection {
    /// A connection to a file that stands alone and does not change: without locks, and without looking at what is beside it.
    fileprivate static func examiner(path: String) throws -> Connection {
        // Two slashes before an absolute path, because more of them would begin the name of a host.
        let scheme = path.utf8.first == UInt8(ascii: "/") ? "file://" : "file:"
        let connection = try Connection(path: scheme + escaped(path) + "?immutable=1", flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
        do {
            try connection.executeGenerated("PRAGMA trusted_schema = OFF")
            try connection.executeGenerated("PRAGMA cell_size_check = ON")
            try connection.executeGenerated("PRAGMA mmap_size = 0")
            try connection.executeGenerated("PRAGMA cache_size = -16000")
        } catch {
            connection.close()
            throw error
        }
        return connection
    }

    /// A path as a part of a URI (<https://www.sqlite.org/uri.html>).
    private static func escaped(_ path: String) -> String {
        var text = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16)
                text += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return text
    }

    fileprivate func damage(isFull: Bool) throws -> [String] {
        var lines: [String] = []
        do {
            try eachGenerated(isFull ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)") { row in
                if case .text(let line) = row.statement.value(at: 0), line != "ok" { lines.append(line) }
            }
        } catch DatabaseError.sqlite(let code, let message, _) where code.primary == .corrupt {
            lines.append(message)
        }
        return lines
    }

    fileprivate func brokenReferences() throws -> [String] {
        var broken: [String: Int] = [:]
        try each("PRAGMA foreign_key_check") { row in
            broken["\(try row["table"] as String) → \(try row["parent"] as String)", default: 0] += 1
        }
        return broken.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    }

    /// How many rows each table has, SQLite's own and virtual ones left out.
    func rowCounts() throws -> [String: Int64] {
        // SQLite's own are sqlite_…; virtual ones have no root page.
        let sql: StaticString = """
            SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND rootpage > 0
            """
        let names = try all(sql) { try $0["name"] as String }
        var counts: [String: Int64] = [:]
        // Not count(*), which counts in one step of SQLite: its progress handler, and so whoever wants it to end, would not be heard.
        for name in names { counts[name] = try integer("SELECT count(1) FROM \(SQLText.quoted(name))") ?? 0 }
        return counts
    }
}
