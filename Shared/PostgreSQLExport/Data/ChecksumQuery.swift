import Database

/// The SQL by which PostgreSQL counts the rows of a table and computes their checksum, in constant memory.
enum ChecksumQuery {
    /// One row: the number given, the count, the checksum as a decimal number.
    ///
    /// - Parameter number: by which the answer is told from those for other tables.
    static func text(table: String, columns: [(name: String, type: ColumnType)], number: Int) -> String {
        let row = columns.map { part(PostgreSQLText.name($0.name), $0.type) }.joined(separator: " || ")
        // The first 64 bits of the digest, as a signed number; their sum is a numeric, which is taken modulo 2⁶⁴.
        let share = "('x' || encode(substr(sha256(convert_to(\(row), 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint"
        let modulus = "18446744073709551616"
        let sum = "coalesce((sum(\(share)) % \(modulus) + \(modulus)) % \(modulus), 0)"
        return "SELECT \(number), count(*), \(sum)::text FROM \(PostgreSQLText.name(table));"
    }

    /// The same text as ``CanonicalRow`` makes of the value.
    private static func part(_ name: String, _ type: ColumnType) -> String {
        switch type {
        case .integer: value("I", "\(name)::text")
        case .boolean: "CASE WHEN \(name) THEN 'T;' WHEN NOT \(name) THEN 'F;' ELSE 'N;' END"
        // The functions of the binary protocol: independent of all settings, and exact.
        case .timestamp: value("M", "encode(timestamptz_send(\(name)), 'hex')")
        case .real: value("D", "encode(float8send(\(name)), 'hex')")
        case .text: value("S", "octet_length(\(name))::text || ':' || \(name)")
        case .json: value("J", "octet_length(\(name)::text)::text || ':' || \(name)::text")
        case .blob: value("B", "octet_length(\(name))::text || ':' || encode(sha256(\(name)), 'hex')")
        }
    }

    /// NULL makes the whole concatenation NULL.
    private static func value(_ kind: String, _ text: String) -> String { "coalesce('\(kind)' || \(text) || ';', 'N;')" }
}
