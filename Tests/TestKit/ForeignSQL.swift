import CSQLite

/// Runs SQL on a file as another program would: for making files of older programs and damaged ones.
public func runElsewhere(_ sql: String, on path: String) throws {
    var handle: OpaquePointer?
    defer { sqlite3_close(handle) }
    guard sqlite3_open(path, &handle) == SQLITE_OK, sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
        throw ForeignSQLFailure(message: String(cString: sqlite3_errmsg(handle)))
    }
}

/// SQLite refused what a test wanted to do to a file.
public struct ForeignSQLFailure: Error {
    /// What SQLite says.
    public let message: String
}

/// The first column of every row, as text, read from a file that no service has open.
public func rowsElsewhere(_ sql: String, on path: String) throws -> [String] {
    var handle: OpaquePointer?
    defer { sqlite3_close(handle) }
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_open(path, &handle) == SQLITE_OK, sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
        throw ForeignSQLFailure(message: String(cString: sqlite3_errmsg(handle)))
    }
    var rows: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
        rows.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
    }
    return rows
}
