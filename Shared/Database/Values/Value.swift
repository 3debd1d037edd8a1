/// A value as SQLite stores it: one of its five storage classes.
///
/// Source: <https://www.sqlite.org/datatype3.html>
public enum Value: Sendable, Hashable {
    case null
    /// 64-bit signed. Booleans are 0 and 1, times are milliseconds since the epoch, money is minor units.
    case integer(Int64)
    case real(Double)
    /// UTF-8.
    case text(String)
    case blob([UInt8])

    /// The storage class in SQLite's own words, for messages. Never the value itself: errors end up in logs.
    public var storageClass: String {
        switch self {
        case .null: "NULL"
        case .integer: "INTEGER"
        case .real: "REAL"
        case .text: "TEXT"
        case .blob: "BLOB"
        }
    }
}
