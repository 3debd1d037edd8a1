/// A table as the program wants it. STRICT, so that SQLite holds columns to their types.
public struct Table: Sendable, Equatable {
    /// As in the file.
    public let name: String
    /// In the order of the CREATE statement.
    public let columns: [Column]
    /// Columns of the primary key, for tables without an identity column.
    public let primaryKey: [String]
    /// Unique ones included.
    public let indexes: [Index]

    /// - Parameters:
    ///   - primaryKey: the columns of the key where there is no ``Column/identity(_:)``. Such a table is stored in the key's order
    ///     (WITHOUT ROWID).
    ///   - indexes: unique ones too: a constraint inside the table could not be added later.
    public init(_ name: String, columns: [Column], primaryKey: [String] = [], indexes: [Index] = []) {
        self.name = name
        self.columns = columns
        self.primaryKey = primaryKey
        self.indexes = indexes
    }

    /// The columns by which a row is told from all others: those of the primary key, or the identity column.
    public var key: [String] { primaryKey.isEmpty ? columns.filter(\.isIdentity).map(\.name) : primaryKey }

    /// Constraints that stand beside the columns.
    var constraints: [String] {
        primaryKey.isEmpty ? [] : ["PRIMARY KEY (\(SQLText.list(primaryKey)))"]
    }

    /// What follows the closing parenthesis.
    var options: String { primaryKey.isEmpty ? "STRICT" : "STRICT, WITHOUT ROWID" }

    var createStatement: String {
        let body = (columns.map(\.definition) + constraints).map { "    \($0)" }.joined(separator: ",\n")
        return "CREATE TABLE \(SQLText.quoted(name)) (\n\(body)\n) \(options)"
    }
}

/// An index as the program wants it.
public struct Index: Sendable, Equatable {
    /// As in the file.
    public let name: String
    /// Names of columns in double quotes, or expressions such as `lower("email")`, as SQLite has them.
    public let terms: [String]
    /// Whether it refuses a second row with the same values.
    public let isUnique: Bool
    /// The condition of a partial index, in SQL.
    public let condition: String?

    private init(name: String, terms: [String], isUnique: Bool, condition: String?) {
        self.name = name
        self.terms = terms
        self.isUnique = isUnique
        self.condition = condition
    }

    /// - Parameter condition: only rows for which this SQL holds are in the index.
    public static func index(_ name: String, on columns: [String], where condition: StaticString? = nil) -> Index {
        Index(name: name, terms: columns.map(SQLText.quoted), isUnique: false, condition: condition?.description)
    }

    /// An index that refuses a second row with the same values. NULLs are all different.
    public static func unique(_ name: String, on columns: [String], where condition: StaticString? = nil) -> Index {
        Index(name: name, terms: columns.map(SQLText.quoted), isUnique: true, condition: condition?.description)
    }

    /// - Parameter expressions: in SQL, such as `lower("email")`; names of columns in double quotes.
    public static func index(_ name: String, onExpressions expressions: [StaticString], where condition: StaticString? = nil) -> Index {
        Index(name: name, terms: expressions.map(\.description), isUnique: false, condition: condition?.description)
    }

    /// An index that refuses a second row for which the expressions have the same values. NULLs are all different.
    public static func unique(_ name: String, onExpressions expressions: [StaticString], where condition: StaticString? = nil) -> Index {
        Index(name: name, terms: expressions.map(\.description), isUnique: true, condition: condition?.description)
    }

    func createStatement(on table: String) -> String {
        let kind = isUnique ? "CREATE UNIQUE INDEX" : "CREATE INDEX"
        let place = "\(SQLText.quoted(name)) ON \(SQLText.quoted(table)) (\(terms.joined(separator: ", ")))"
        return "\(kind) \(place)" + (condition.map { " WHERE \($0)" } ?? "")
    }
}
