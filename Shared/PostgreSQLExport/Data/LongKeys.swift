import Database

/// Counts rows whose keys may be too long for an index of PostgreSQL, which holds 2 704 bytes at most, after compression.
///
/// Source: BTMaxItemSize in PostgreSQL's `access/nbtree.h`, for pages of 8 KiB.
struct LongKeys {
    /// Below the limit, for what comes with a key.
    private static let limit = 2_600

    private struct Key {
        /// As people know it.
        let name: String
        let columns: [Int]
        var rows = 0
    }

    private let table: String
    private var keys: [Key]
    /// Bytes of texts and blobs in the row at hand.
    private var lengths: [Int]

    init(_ table: Table) {
        self.table = table.name
        lengths = Array(repeating: 0, count: table.columns.count)
        let lists = [("primary key", table.key.map { PostgreSQLText.name($0) })] + table.indexes.map { ("index \"\($0.name)\"", $0.terms) }
        // Those of an expression count, too: it is mostly as long as its column.
        keys = lists.map { name, terms in
            Key(
                name: name,
                columns: table.columns.indices.filter { index in
                    let column = table.columns[index]
                    guard column.type == .text || column.type == .blob else { return false }
                    return terms.contains { $0.contains(PostgreSQLText.name(column.name)) }
                }
            )
        }
        keys.removeAll { $0.columns.isEmpty }
    }

    mutating func take(_ value: StoredValue, at column: Int) {
        switch value {
        case .text(let bytes), .blob(let bytes): lengths[column] = bytes.count
        default: lengths[column] = 0
        }
    }

    mutating func finishRow() {
        for index in keys.indices where keys[index].columns.reduce(0, { $0 + lengths[$1] }) > Self.limit { keys[index].rows += 1 }
    }

    var warnings: [String] {
        keys.filter { $0.rows > 0 }.map { key in
            """
            table "\(table)": \(key.rows) rows have more than \(Self.limit) bytes in the \(key.name), and PostgreSQL may refuse to make it
            """
        }
    }
}
