/// Why a file cannot be exported to PostgreSQL, or an export cannot be compared with a database.
public enum PostgreSQLExportError: Error, Sendable, Equatable {
    /// A declared table has something that PostgreSQL does not know.
    case schema(table: String, reason: String)
    /// A row has something that PostgreSQL cannot hold. `column` is `nil` when it is the row as a whole; `key` says which row.
    case value(table: String, column: String?, key: String, reason: String)
    /// Rows refer to rows that are not there, which PostgreSQL would refuse at the end of the load.
    case references(table: String, parent: String, rows: Int)
    /// A file cannot be written or read.
    case file(path: String, reason: String)
    /// What is said of an export cannot be read.
    case manifest(path: String, reason: String)
    /// `psql` cannot be run, or ended with a failure.
    case client(reason: String)
}

extension PostgreSQLExportError: CustomStringConvertible {
    /// A sentence for the person who exports.
    public var description: String {
        switch self {
        case .schema(let table, let reason): "table \"\(table)\": \(reason)"
        case .value(let table, let column, let key, let reason):
            "table \"\(table)\"" + (column.map { ", column \"\($0)\"" } ?? "") + ", row \(key): \(reason)"
        case .references(let table, let parent, let rows):
            """
            table "\(table)": \(rows) rows refer to rows of "\(parent)" that are not there, which PostgreSQL refuses. Delete them or mend \
            them in the file (the service stopped), then export again.
            """
        case .file(let path, let reason): "\(path): \(reason)"
        case .manifest(let path, let reason): "\(path): \(reason)"
        case .client(let reason): reason
        }
    }
}
