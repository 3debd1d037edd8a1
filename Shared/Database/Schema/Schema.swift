/// The tables a product declares. There are no migration files and no version table: ``DatabaseFile`` compares these values with the
/// file at every start and adds what is missing.
public struct Schema: Sendable {
    /// In an order in which each table comes after those it refers to.
    public let tables: [Table]
    let adoptions: [@Sendable (Connection) throws -> Void]

    /// - Parameters:
    ///   - tables: in an order in which each table comes after those it refers to.
    ///   - adoptions: run at every start in the same transaction, after the tables are there: bring rows of an older program's tables
    ///     into ours. Each must find out by itself what is left to do, and change nothing the second time.
    public init(_ tables: [Table], adoptions: [@Sendable (Connection) throws -> Void] = []) {
        self.tables = tables
        self.adoptions = adoptions
    }

    /// The tables of two rooms of the house in one file.
    public static func + (left: Schema, right: Schema) -> Schema {
        Schema(left.tables + right.tables, adoptions: left.adoptions + right.adoptions)
    }
}

/// One difference that adding cannot mend.
public struct SchemaConflict: Error, Sendable, Equatable, CustomStringConvertible {
    /// The table that differs.
    public let table: String
    /// `nil` when the whole table or one of its constraints differs.
    public let column: String?
    /// The definition in the file.
    public let found: String
    /// The definition that the program declares.
    public let wanted: String

    /// Table, column, what was found and what is wanted, in one line.
    public var description: String {
        let place = column.map { "table \"\(table)\", column \"\($0)\"" } ?? "table \"\(table)\""
        return "\(place): found \(found), wanted \(wanted)"
    }
}

/// What a comparison of declared tables with a file comes to.
public struct SchemaDifference: Sendable, Equatable {
    /// The statements that add what is missing, in order.
    public internal(set) var additions: [String] = []
    /// What adding cannot mend.
    public internal(set) var conflicts: [SchemaConflict] = []
}
