import CSQLite

/// A result code of SQLite, extended or primary.
///
/// A primary code matches all of its extended codes: `case .constraint` matches `SQLITE_CONSTRAINT_UNIQUE`.
/// Source: <https://www.sqlite.org/rescode.html>
public struct ResultCode: RawRepresentable, Hashable, Sendable {
    /// SQLite's number.
    public let rawValue: Int32

    /// - Parameter rawValue: SQLite's number, primary or extended.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The low eight bits: the code that an extended code refines.
    public var primary: ResultCode { ResultCode(rawValue: rawValue & 0xFF) }

    /// Whether `code` is `pattern` or one of its extended codes.
    public static func ~= (pattern: ResultCode, code: ResultCode) -> Bool {
        pattern == code || pattern == code.primary
    }

    /// SQLITE_BUSY: another connection holds a lock.
    public static let busy = ResultCode(rawValue: SQLITE_BUSY)
    /// SQLITE_READONLY
    public static let readOnly = ResultCode(rawValue: SQLITE_READONLY)
    /// SQLITE_IOERR
    public static let inputOutput = ResultCode(rawValue: SQLITE_IOERR)
    /// SQLITE_CORRUPT
    public static let corrupt = ResultCode(rawValue: SQLITE_CORRUPT)
    /// SQLITE_NOTADB
    public static let notADatabase = ResultCode(rawValue: SQLITE_NOTADB)
    /// SQLITE_FULL: the disk or the file can hold no more.
    public static let full = ResultCode(rawValue: SQLITE_FULL)
    /// SQLITE_CANTOPEN
    public static let cannotOpen = ResultCode(rawValue: SQLITE_CANTOPEN)
    /// SQLITE_CONSTRAINT: a rule of the schema refused the row.
    public static let constraint = ResultCode(rawValue: SQLITE_CONSTRAINT)
    /// SQLITE_MISUSE: a fault of this program.
    public static let misuse = ResultCode(rawValue: SQLITE_MISUSE)
    /// `SQLITE_CONSTRAINT_UNIQUE`, which Swift does not import because it is an expression.
    public static let constraintUnique = ResultCode(rawValue: SQLITE_CONSTRAINT | (8 << 8))
}
