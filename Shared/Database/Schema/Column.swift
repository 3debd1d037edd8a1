import Timekeeping

/// What a column holds. Each type has one form in SQLite and one in PostgreSQL.
public enum ColumnType: Sendable, Equatable {
    /// 64-bit signed; also money, in minor units.
    case integer
    /// 0 or 1, with a CHECK.
    case boolean
    /// Milliseconds since the epoch, as ``Timestamp``.
    case timestamp
    case real
    /// UTF-8.
    case text
    /// A JSON text, written and read by the program; SQLite does not look into it.
    case json
    case blob

    var sqlite: String {
        switch self {
        case .integer, .boolean, .timestamp: "INTEGER"
        case .real: "REAL"
        case .text, .json: "TEXT"
        case .blob: "BLOB"
        }
    }
}

/// A column of a declared table. NOT NULL unless said otherwise.
public struct Column: Sendable, Equatable {
    /// The value of rows that do not name the column, and of the rows that are there when it is added.
    public enum Default: Sendable, Equatable {
        case integer(Int64)
        case text(String)
        case boolean(Bool)

        var sql: String {
            switch self {
            case .integer(let integer): "\(integer)"
            case .text(let text): "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
            case .boolean(let boolean): boolean ? "1" : "0"
            }
        }
    }

    /// What happens to a row when the row it points to is deleted.
    public enum DeleteRule: String, Sendable {
        /// The delete is refused.
        case restrict = "RESTRICT"
        /// The row goes too.
        case cascade = "CASCADE"
        /// The pointer becomes NULL.
        case setNull = "SET NULL"
    }

    /// As in the file.
    public let name: String
    /// What it holds.
    public let type: ColumnType
    /// Whether NULL is a value of it.
    public let isNullable: Bool
    /// The value of rows that do not name it; `nil` for none.
    public let `default`: Default?
    /// The set of texts that are allowed, or `nil` for any.
    public let allowed: [String]?
    /// The table whose `id` this column holds.
    public let references: String?
    /// What happens to the row when the row it points to is deleted.
    public let deleteRule: DeleteRule
    /// Whether this is the table's `INTEGER PRIMARY KEY AUTOINCREMENT`: never reused, an identity column in PostgreSQL.
    public let isIdentity: Bool

    private init(
        _ name: String,
        _ type: ColumnType,
        nullable: Bool = false,
        default: Default? = nil,
        allowed: [String]? = nil,
        references: String? = nil,
        onDelete: DeleteRule = .restrict,
        isIdentity: Bool = false
    ) {
        self.name = name
        self.type = type
        isNullable = nullable
        self.default = `default`
        self.allowed = allowed
        self.references = references
        deleteRule = onDelete
        self.isIdentity = isIdentity
    }

    /// The row's number, given by the database.
    public static func identity(_ name: String = "id") -> Column { Column(name, .integer, isIdentity: true) }

    /// A whole number of 64 bits.
    public static func integer(_ name: String, nullable: Bool = false, default: Int64? = nil) -> Column {
        Column(name, .integer, nullable: nullable, default: `default`.map(Default.integer))
    }

    /// The `id` of a row of another table.
    public static func reference(_ name: String, to table: String, nullable: Bool = false, onDelete: DeleteRule) -> Column {
        Column(name, .integer, nullable: nullable, references: table, onDelete: onDelete)
    }

    /// Yes or no, as 1 or 0, checked by the database.
    public static func boolean(_ name: String, nullable: Bool = false, default: Bool? = nil) -> Column {
        Column(name, .boolean, nullable: nullable, default: `default`.map(Default.boolean))
    }

    /// An instant, as ``Timestamp``.
    public static func timestamp(_ name: String, nullable: Bool = false) -> Column { Column(name, .timestamp, nullable: nullable) }

    /// A floating-point number. Never for money.
    public static func real(_ name: String, nullable: Bool = false) -> Column { Column(name, .real, nullable: nullable) }

    /// - Parameter allowed: the only texts accepted, checked by the database; `nil` for any.
    public static func text(_ name: String, nullable: Bool = false, default: String? = nil, allowed: [String]? = nil) -> Column {
        Column(name, .text, nullable: nullable, default: `default`.map(Default.text), allowed: allowed)
    }

    /// A JSON text.
    public static func json(_ name: String, nullable: Bool = false, default: String? = nil) -> Column {
        Column(name, .json, nullable: nullable, default: `default`.map(Default.text))
    }

    /// Bytes.
    public static func blob(_ name: String, nullable: Bool = false) -> Column { Column(name, .blob, nullable: nullable) }

    /// The column as it stands in CREATE TABLE and ALTER TABLE … ADD COLUMN.
    var definition: String {
        // Not IN: SQLite puts a list of more than two into a temporary table, at every insert.
        definition { name, values in values.map { "\(name) = \($0)" }.joined(separator: " OR ") }
    }

    /// The column as it stands in files made before that was known. It means the same.
    var formerDefinition: String {
        definition { name, values in "\(name) IN (\(values.joined(separator: ", ")))" }
    }

    private func definition(isOneOf: (_ name: String, _ values: [String]) -> String) -> String {
        let quoted = SQLText.quoted(name)
        if isIdentity { return "\(quoted) INTEGER PRIMARY KEY AUTOINCREMENT" }
        var parts = ["\(quoted) \(type.sqlite)"]
        if !isNullable { parts.append("NOT NULL") }
        if let `default` { parts.append("DEFAULT \(`default`.sql)") }
        if type == .boolean { parts.append("CHECK (\(quoted) IN (0, 1))") }
        if let allowed { parts.append("CHECK (\(isOneOf(quoted, allowed.map { Default.text($0).sql })))") }
        if let references { parts.append("REFERENCES \(SQLText.quoted(references)) (\"id\") ON DELETE \(deleteRule.rawValue)") }
        return parts.joined(separator: " ")
    }

    /// Whether ALTER TABLE can add it to a table that may hold rows.
    var canBeAdded: Bool { !isIdentity && (isNullable || `default` != nil) }
}
