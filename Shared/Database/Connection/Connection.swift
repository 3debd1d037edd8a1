import CSQLite

/// A connection to the file: what the closures of ``DatabaseFile/write(_:)``, ``DatabaseFile/read(_:)`` and ``DatabaseFile/scan(_:)`` work with.
///
/// SQL is a `StaticString`: it can only be a literal of the program, so that no text from outside is ever spliced into it.
/// Parameters are `?` in order. Statements are prepared once per connection and kept.
///
/// Not `Sendable`: it belongs to one thread at a time and must not leave its closure.
public final class Connection {
    let handle: OpaquePointer
    /// Keyed by the address of the literal: the same place in the program is the same statement.
    private var statements: [UnsafeRawPointer: Statement] = [:]

    /// Opens the file, for this process alone. Settings are the caller's matter.
    init(path: String, flags: Int32) throws {
        SQLiteLibrary.configure
        var handle: OpaquePointer?
        // unix-excl: the connections of this process keep the index of the WAL in memory of their own, instead of asking the system for a lock
        // at the begin and the end of every read (https://www.sqlite.org/vfs.html#standard_unix_vfses). For all connections or for none.
        // NOMUTEX: one thread at a time uses a connection, which the writer thread and the reader registry see to.
        let code = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, "unix-excl")
        guard let handle else {
            throw DatabaseError.sqlite(code: ResultCode(rawValue: code), message: "out of memory", sql: nil)
        }
        guard code == SQLITE_OK else {
            let error = DatabaseError.last(of: handle, code: code, sql: nil)
            sqlite3_close_v2(handle)
            throw error
        }
        self.handle = handle
    }

    /// Finalizes the statements and closes the handle. The connection must not be used afterwards.
    func close() {
        statements.removeAll()
        sqlite3_close_v2(handle)
    }

    /// Runs a statement for its effect and returns the number of rows it inserted, updated or deleted.
    @discardableResult
    public func execute(_ sql: StaticString, _ arguments: any ValueConvertible...) throws -> Int {
        try run(sql, arguments) { _ in }
        return Int(sqlite3_changes64(handle))
    }

    /// The first row, or `nil` without one. With `RETURNING`, the row that was written.
    public func first<T>(_ sql: StaticString, _ arguments: any ValueConvertible..., map: (borrowing Row) throws -> T) throws -> T? {
        try first(sql, arguments, map: map)
    }

    func first<T>(_ sql: StaticString, _ arguments: [any ValueConvertible], map: (borrowing Row) throws -> T) throws -> T? {
        var first: T?
        try run(sql, arguments) { row in
            if first == nil { first = try map(row) }
        }
        return first
    }

    /// All rows, in order. For results known to be short; ``each(_:_:body:)`` for the others.
    public func all<T>(_ sql: StaticString, _ arguments: any ValueConvertible..., map: (borrowing Row) throws -> T) throws -> [T] {
        var all: [T] = []
        try run(sql, arguments) { row in all.append(try map(row)) }
        return all
    }

    /// Visits the rows one by one, in constant memory.
    public func each(_ sql: StaticString, _ arguments: any ValueConvertible..., body: (borrowing Row) throws -> Void) throws {
        try run(sql, arguments, body: body)
    }

    private func run(_ sql: StaticString, _ arguments: [any ValueConvertible], body: (borrowing Row) throws -> Void) throws {
        try run(try statement(for: sql), arguments, body: body)
    }

    private func run(_ statement: Statement, _ arguments: [any ValueConvertible], body: (borrowing Row) throws -> Void) throws {
        statement.isRunning = true
        defer {
            statement.reset()
            statement.isRunning = false
        }
        try statement.bind(arguments, on: handle)
        while try statement.step(on: handle) {
            // Named, because Swift 6.3 crashes in -O on a non-copyable temporary that is only borrowed.
            let row = Row(statement: statement)
            try body(row)
        }
    }

    private func statement(for sql: StaticString) throws -> Statement {
        guard sql.hasPointerRepresentation else { return try Statement(sql.description, on: handle, keep: false) }
        let key = UnsafeRawPointer(sql.utf8Start)
        if let statement = statements[key] {
            return statement.isRunning ? try Statement(statement.sql, on: handle, keep: false) : statement
        }
        let statement = try Statement(sql.description, on: handle, keep: true)
        statements[key] = statement
        return statement
    }
}

// MARK: Generated SQL, for this module only

extension Connection {
    /// Runs text that this module generated (DDL from declared values, pragmas): never anything from outside.
    func executeGenerated(_ sql: String) throws {
        try eachGenerated(sql) { _ in }
    }

    /// As ``executeGenerated(_:)``, for its rows.
    func eachGenerated(_ sql: String, body: (borrowing Row) throws -> Void) throws {
        try run(try Statement(sql, on: handle, keep: false), [], body: body)
    }

    /// The single integer that a pragma or a query answers, or `nil`.
    func integer(_ sql: String) throws -> Int64? {
        guard case .integer(let integer) = try value(sql) else { return nil }
        return integer
    }

    /// The single text that a pragma or a query answers, or `nil`.
    func text(_ sql: String) throws -> String? {
        guard case .text(let text) = try value(sql) else { return nil }
        return text
    }

    private func value(_ sql: String) throws -> Value? {
        var value: Value?
        try eachGenerated(sql) { row in value = row.statement.value(at: 0) }
        return value
    }

    /// Whether a transaction is open. SQLite rolls one back by itself after some failures (a full disk, for one).
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }
}
