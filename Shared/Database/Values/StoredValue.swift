import CSQLite

/// A value as it lies in a row: texts and blobs are not copied, and a text is given with whatever bytes it has.
///
/// The bytes are SQLite's own, valid only inside the closure that the row is given to.
public enum StoredValue {
    case null
    /// 64-bit signed.
    case integer(Int64)
    case real(Double)
    /// Meant to be UTF-8, which nobody has checked; it may hold NUL.
    case text(UnsafeRawBufferPointer)
    case blob(UnsafeRawBufferPointer)

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

extension Row {
    /// The value of a column by its place in the result, as it is in the file: for exports, which must not mend anything in silence.
    ///
    /// - Parameter index: 0 for the first column. Beyond the last one there is only NULL.
    public func stored(at index: Int) -> StoredValue {
        let handle = statement.handle
        let column = Int32(truncatingIfNeeded: index)
        // The pointer first, then the length: the order that https://www.sqlite.org/c3ref/column_blob.html asks for.
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            let start = sqlite3_column_text(handle, column)
            return .text(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column))))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(handle, column)
            return .blob(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column))))
        default: return .null
        }
    }
}
