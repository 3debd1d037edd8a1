import CSQLite

/// A prepared statement of one connection. Kept for reuse; reset and cleared after every run so that it holds neither locks nor values.
final class Statement {
    let handle: OpaquePointer
    /// The text of the program, for error messages.
    let sql: String
    /// Set while rows are being read, so that the same SQL nested in its own loop gets a statement of its own.
    var isRunning = false
    private lazy var columnIndexes: [String: Int32] = {
        var indexes: [String: Int32] = [:]
        for index in 0..<sqlite3_column_count(handle) {
            guard let name = sqlite3_column_name(handle, index) else { continue }
            indexes[String(cString: name)] = index
        }
        return indexes
    }()

    /// - Parameter keep: tells SQLite that the statement lives long (`SQLITE_PREPARE_PERSISTENT`).
    init(_ sql: String, on connection: OpaquePointer, keep: Bool) throws {
        var handle: OpaquePointer?
        let flags = keep ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
        let code = sqlite3_prepare_v3(connection, sql, -1, flags, &handle, nil)
        guard code == SQLITE_OK else { throw DatabaseError.last(of: connection, code: code, sql: sql) }
        guard let handle else {
            throw DatabaseError.sqlite(code: .misuse, message: "the text holds no statement", sql: sql)
        }
        self.handle = handle
        self.sql = sql
    }

    deinit { sqlite3_finalize(handle) }

    func index(of column: String) -> Int32? { columnIndexes[column] }

    /// Binds the values in order: as many as the statement has parameters.
    func bind(_ arguments: [any ValueConvertible], on connection: OpaquePointer) throws {
        guard arguments.count == sqlite3_bind_parameter_count(handle) else {
            let message = "\(sqlite3_bind_parameter_count(handle)) parameters, \(arguments.count) values"
            throw DatabaseError.sqlite(code: .misuse, message: message, sql: sql)
        }
        for (position, argument) in arguments.enumerated() {
            let code = bind(argument.databaseValue, at: Int32(position + 1))
            guard code == SQLITE_OK else { throw DatabaseError.last(of: connection, code: code, sql: sql) }
        }
    }

    private func bind(_ value: Value, at index: Int32) -> Int32 {
        switch value {
        case .null:
            return sqlite3_bind_null(handle, index)
        case .integer(let integer):
            return sqlite3_bind_int64(handle, index, integer)
        case .real(let real):
            return sqlite3_bind_double(handle, index, real)
        case .text(var text):
            return text.withUTF8 { utf8 in
                // An empty string may have no address, which SQLite would bind as NULL.
                guard let start = utf8.baseAddress else { return sqlite3_bind_text(handle, index, "", 0, csqlite_transient()) }
                return start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
                    sqlite3_bind_text64(handle, index, $0, UInt64(utf8.count), csqlite_transient(), UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let bytes):
            return bytes.withUnsafeBytes { buffer in
                guard let start = buffer.baseAddress, !buffer.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
                return sqlite3_bind_blob64(handle, index, start, UInt64(buffer.count), csqlite_transient())
            }
        }
    }

    /// One step: true for a row, false at the end.
    func step(on connection: OpaquePointer) throws -> Bool {
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw DatabaseError.last(of: connection, code: code, sql: sql)
        }
    }

    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    func value(at index: Int32) -> Value {
        switch sqlite3_column_type(handle, index) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, index))
        case SQLITE_FLOAT: .real(sqlite3_column_double(handle, index))
        case SQLITE_TEXT: .text(text(at: index))
        case SQLITE_BLOB: .blob(blob(at: index))
        default: .null
        }
    }

    private func text(at index: Int32) -> String {
        // The pointer first, then the length: the order that https://www.sqlite.org/c3ref/column_blob.html asks for.
        guard let start = sqlite3_column_text(handle, index) else { return "" }
        return String(decoding: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index))), as: UTF8.self)
    }

    private func blob(at index: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, index) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index))))
    }
}

extension DatabaseError {
    /// The connection's last failure, with SQLite's own message.
    static func last(of connection: OpaquePointer, code: Int32, sql: String?) -> DatabaseError {
        .sqlite(code: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)), sql: sql)
    }
}
