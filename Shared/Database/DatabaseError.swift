/// What can go wrong with the file. No case ever carries a bound value: errors end up in logs.
public enum DatabaseError: Error, Sendable, Equatable {
    /// SQLite refused. `sql` is the statement as written in the program, without its values.
    case sqlite(code: ResultCode, message: String, sql: String?)
    /// Another process holds the lock beside the file. `process` is its id, when it could be read.
    case inUse(path: String, process: Int32?)
    /// The file cannot serve as a database here; `reason` is a sentence for the person who starts the service.
    case unusable(path: String, reason: String)
    /// The declared schema and the file differ in ways that adding cannot mend.
    case schemaConflict(path: String, [SchemaConflict])
    /// A column holds something other than the program reads, or is not in the result at all.
    case column(name: String, found: String, wanted: String)
    /// The queue of writes is full. Nothing was written; try again shortly.
    case overloaded
    /// The file was closed. Nothing was written.
    case closed
    /// The transaction ended inside this write, and the closure did not throw. Nothing was written.
    case transactionLost

    /// Whether the same write may succeed later without a change to it: the queue or the disk is full, or the file cannot be written now.
    public var isTemporary: Bool {
        switch self {
        case .overloaded, .closed, .transactionLost: true
        case .sqlite(.full, _, _), .sqlite(.inputOutput, _, _), .sqlite(.readOnly, _, _), .sqlite(.busy, _, _), .sqlite(.cannotOpen, _, _):
            true
        default: false
        }
    }
}

extension DatabaseError: CustomStringConvertible {
    /// A sentence for the person who reads the log.
    public var description: String {
        switch self {
        case .sqlite(let code, let message, let sql):
            "SQLite error \(code.rawValue): \(message)" + (sql.map { " in: \($0)" } ?? "")
        case .inUse(let path, let process):
            "\(path) is in use by another process" + (process.map { " (process id \($0))" } ?? "")
                + ". One file belongs to one process: stop the other one, or set DATABASE_PATH to another file."
        case .unusable(let path, let reason): "\(path): \(reason)"
        case .schemaConflict(let path, let conflicts):
            "The tables in \(path) do not fit this program, and adding cannot mend it:\n"
                + conflicts.map { "  - \($0)" }.joined(separator: "\n")
        case .column(let name, let found, let wanted): "column \"\(name)\" holds \(found), the program reads \(wanted)"
        case .overloaded: "The queue of writes is full"
        case .closed: "The database file is closed"
        case .transactionLost: "The transaction was rolled back inside this write"
        }
    }
}
