public import Database
public import Timekeeping

/// What an export holds, so that it can be compared with the database that it was loaded into.
public struct DumpManifest: Sendable, Equatable {
    /// A table of the export.
    public struct Table: Sendable, Equatable {
        /// A column, as far as a checksum depends on it.
        public struct Column: Sendable, Equatable {
            /// As in the file.
            public let name: String
            /// What it holds.
            public let type: ColumnType

            /// A column.
            public init(name: String, type: ColumnType) {
                self.name = name
                self.type = type
            }
        }

        /// As in the file.
        public let name: String
        /// In the order in which the checksum takes them.
        public let columns: [Column]
        /// How many rows there are.
        public let rows: Int64
        /// The sum, modulo 2⁶⁴, of the first 64 bits of the SHA-256 of every row.
        public let checksum: UInt64

        /// A table.
        public init(name: String, columns: [Column], rows: Int64, checksum: UInt64) {
            self.name = name
            self.columns = columns
            self.rows = rows
            self.checksum = checksum
        }

        init(_ table: Database.Table, rows: Int64, checksum: UInt64) {
            self.init(
                name: table.name,
                columns: table.columns.map { Column(name: $0.name, type: $0.type) },
                rows: rows,
                checksum: checksum
            )
        }
    }

    /// Whose data it is.
    public var product: String
    /// The version of the program that exported it.
    public var version: String
    /// The moment that the data is of.
    public var asOf: Timestamp
    /// All declared tables.
    public var tables: [Table] = []
    /// What the person who loads it should know: what is not in it, and what was changed.
    public var warnings: [String] = []

    /// A manifest without tables.
    public init(product: String, version: String, asOf: Timestamp) {
        self.product = product
        self.version = version
        self.asOf = asOf
    }

    /// Where the manifest of an export is.
    public static func path(besideFileAt path: String) -> String { path + ".manifest.json" }
}
