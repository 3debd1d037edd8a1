import Cryptography
import Database

/// Which row of a table a message is about.
enum RowKey {
    /// The key's columns with their values, long ones cut; without a key, the number of the row in the file's order.
    static func text(of row: borrowing Row, in table: Table, number: Int64) -> String {
        var parts: [String] = []
        for name in table.key {
            guard let index = table.columns.firstIndex(where: { $0.name == name }) else { continue }
            parts.append("\(name) = \(text(row.stored(at: index)))")
        }
        return parts.isEmpty ? "number \(number)" : parts.joined(separator: ", ")
    }

    private static func text(_ value: StoredValue) -> String {
        switch value {
        case .null: return "NULL"
        case .integer(let integer): return String(integer)
        case .real(let real): return real.description
        case .text(let bytes):
            let start = String(decoding: bytes.prefix(60), as: UTF8.self)
            // For a terminal: a control character could do anything there.
            let shown = start.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "?" : String($0) }.joined()
            return "'\(shown)\(bytes.count > 60 ? "…" : "")'"
        case .blob(let bytes): return "x'\(Hex.encode(bytes.prefix(30)))\(bytes.count > 30 ? "…" : "")'"
        }
    }
}
