import Cryptography
import Database
import Timekeeping

/// Writes the rows of a table as COPY reads them (text format), and adds up what has to be the same on the other side.
///
/// Source: PostgreSQL's documentation, COPY, File Formats.
struct RowEncoder {
    /// The longest line that PostgreSQL reads: its limit on a piece of memory, MaxAllocSize.
    private static let lineLimit: Int64 = 0x3FFF_FFFF
    /// Bytes of a blob that are written at once.
    private static let blobPiece = 32 << 10

    let table: Table
    /// What takes the place of a NUL character in a text; `nil` to refuse such a text.
    let replacement: [UInt8]?
    let output: ExportOutput

    /// Rows so far.
    private(set) var rows: Int64 = 0
    /// The checksum of the rows so far, see ``CanonicalRow``.
    private(set) var checksum: UInt64 = 0
    /// NUL characters that were replaced.
    private(set) var replacedNULs = 0
    /// The largest number in the identity column.
    private(set) var largestIdentity: Int64?
    private var canonical = CanonicalRow()
    private var keys: LongKeys
    private let uniqueColumns: Set<String>

    init(table: Table, replacement: [UInt8]?, output: ExportOutput) {
        self.table = table
        self.replacement = replacement
        self.output = output
        keys = LongKeys(table)
        uniqueColumns = replacement == nil ? [] : table.uniqueColumns
    }

    /// What the person who loads the export should know.
    var warnings: [String] {
        let replaced = replacedNULs == 0 ? [] : ["table \"\(table.name)\": \(replacedNULs) NUL characters in texts were replaced"]
        return replaced + keys.warnings
    }

    /// Writes one row, which has the columns of the table in their order.
    ///
    /// - Throws: ``PostgreSQLExportError/value(table:column:key:reason:)`` for what PostgreSQL cannot hold.
    mutating func encode(_ row: borrowing Row) throws {
        let start = output.position
        for (index, column) in table.columns.enumerated() {
            if index > 0 { try output.append(UInt8(ascii: "\t")) }
            let value = row.stored(at: index)
            do {
                try encode(value, of: column)
            } catch let refusal as ValueRefusal {
                throw PostgreSQLExportError.value(
                    table: table.name,
                    column: column.name,
                    key: RowKey.text(of: row, in: table, number: rows + 1),
                    reason: refusal.reason
                )
            }
            keys.take(value, at: index)
        }
        try output.append(UInt8(ascii: "\n"))
        guard output.position - start <= Self.lineLimit else {
            let reason = "the row is too long for PostgreSQL, which reads lines of 1 GiB at most (a blob takes twice its size)"
            throw PostgreSQLExportError.value(
                table: table.name,
                column: nil,
                key: RowKey.text(of: row, in: table, number: rows + 1),
                reason: reason
            )
        }
        keys.finishRow()
        rows += 1
        checksum &+= canonical.finish()
    }

    private mutating func encode(_ value: StoredValue, of column: Column) throws {
        switch (column.type, value) {
        case (_, .null):
            guard column.isNullable else { throw ValueRefusal(reason: "it holds NULL, which the table does not allow") }
            try output.append("\\N".utf8)
            canonical.null()
        case (.integer, .integer(let integer)):
            if column.isIdentity { largestIdentity = max(largestIdentity ?? integer, integer) }
            try output.append(String(integer).utf8)
            canonical.integer(integer)
        case (.boolean, .integer(let integer)):
            guard integer == 0 || integer == 1 else { throw ValueRefusal(reason: "it holds \(integer), a boolean is 0 or 1") }
            try output.append(UInt8(ascii: integer == 1 ? "t" : "f"))
            canonical.boolean(integer == 1)
        case (.timestamp, .integer(let milliseconds)):
            guard PostgreSQLTime.range.contains(milliseconds) else {
                let reason = "\(milliseconds) milliseconds since 1970 are not in the years that PostgreSQL knows, 4714 BC to 294276 AD"
                throw ValueRefusal(reason: reason)
            }
            let time = Timestamp(milliseconds: milliseconds)
            try output.append(PostgreSQLTime.text(time).utf8)
            canonical.time(microseconds: PostgreSQLTime.microseconds(time))
        case (.real, .real(let real)):
            try output.append((real.isInfinite ? (real < 0 ? "-Infinity" : "Infinity") : real.description).utf8)
            canonical.real(real)
        case (.text, .text(let bytes)): try encode(text: bytes, of: column)
        case (.json, .text(let bytes)):
            try JSONCheck.check(bytes)
            try escape(bytes)
            canonical.json(bytes)
        case (.blob, .blob(let bytes)): try encode(blob: bytes)
        default: throw ValueRefusal(reason: "it holds \(value.storageClass), which is not what the column is for")
        }
    }

    private mutating func encode(text bytes: UnsafeRawBufferPointer, of column: Column) throws {
        try UTF8Check.check(bytes)
        guard bytes.contains(0) else {
            try escape(bytes)
            canonical.text(bytes)
            return
        }
        guard let replacement else {
            throw ValueRefusal(reason: "the text has a NUL character, which PostgreSQL cannot hold; --replace-nul puts another text there")
        }
        guard !uniqueColumns.contains(column.name) else {
            let reason = "the text has a NUL character and has to be unique; with another text there it might not be. Mend it in the file."
            throw ValueRefusal(reason: reason)
        }
        var replaced: [UInt8] = []
        for byte in bytes {
            if byte == 0 {
                replaced.append(contentsOf: replacement)
                replacedNULs += 1
            } else {
                replaced.append(byte)
            }
        }
        try replaced.withUnsafeBytes { try escape($0) }
        canonical.text(replaced)
    }

    /// In runs between the characters that mean something to COPY.
    private func escape(_ bytes: UnsafeRawBufferPointer) throws {
        var start = 0
        for (position, byte) in bytes.enumerated() {
            let escape: UInt8
            switch byte {
            case UInt8(ascii: "\\"): escape = UInt8(ascii: "\\")
            case 0x0A: escape = UInt8(ascii: "n")
            case 0x0D: escape = UInt8(ascii: "r")
            case 0x09: escape = UInt8(ascii: "t")
            default: continue
            }
            try output.append(bytes[start..<position])
            try output.append(UInt8(ascii: "\\"))
            try output.append(escape)
            start = position + 1
        }
        try output.append(bytes[start...])
    }

    private mutating func encode(blob bytes: UnsafeRawBufferPointer) throws {
        try output.append("\\\\x".utf8)
        // In pieces, so that a large one is not in memory a second and third time.
        for start in stride(from: 0, to: bytes.count, by: Self.blobPiece) {
            try output.append(Hex.encode(bytes[start..<min(start + Self.blobPiece, bytes.count)]).utf8)
        }
        canonical.blob(bytes)
    }
}
