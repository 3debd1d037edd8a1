import Cryptography

/// A row as one text that is the same on both sides, whatever SQLite and PostgreSQL make of its values, and its share in the checksum of its table.
///
/// Each value is a letter, the value and a semicolon: `N;` NULL, `I42;` integer, `T;` and `F;` boolean, `M…;` instant and `D…;` floating-point
/// number as 16 hexadecimal digits of their binary form in PostgreSQL, `S3:abc;` text and `J2:{};` JSON with their length in bytes,
/// `B3:…;` blob by its length and SHA-256. The checksum of a table is the sum, modulo 2⁶⁴, of the first 64 bits of its rows' SHA-256: it does not
/// depend on the order of the rows. ``ChecksumQuery`` is the other side.
struct CanonicalRow {
    private var bytes: [UInt8] = []

    mutating func null() { mark("N;") }

    mutating func integer(_ value: Int64) {
        bytes.append(UInt8(ascii: "I"))
        bytes.append(contentsOf: String(value).utf8)
        bytes.append(UInt8(ascii: ";"))
    }

    mutating func boolean(_ value: Bool) { mark(value ? "T;" : "F;") }

    /// - Parameter microseconds: as ``PostgreSQLTime/microseconds(_:)``.
    mutating func time(microseconds: Int64) { word("M", UInt64(bitPattern: microseconds)) }

    mutating func real(_ value: Double) { word("D", value.bitPattern) }

    mutating func text(_ value: some Collection<UInt8>) { measured("S", value) }

    mutating func json(_ value: some Collection<UInt8>) { measured("J", value) }

    mutating func blob(_ value: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: "B\(value.count):\(SHA256.digest(of: value).hex);".utf8)
    }

    /// The share of the row, and room for the next one.
    mutating func finish() -> UInt64 {
        let share = SHA256.digest(of: bytes).bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        // What a large value made of it is given back.
        if bytes.capacity > 1 << 20 { bytes = [] } else { bytes.removeAll(keepingCapacity: true) }
        return share
    }

    private mutating func mark(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func word(_ kind: StaticString, _ value: UInt64) {
        mark(kind)
        for shift in stride(from: 60, through: 0, by: -4) {
            let digit = UInt8(value >> UInt64(shift) & 15)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
        bytes.append(UInt8(ascii: ";"))
    }

    private mutating func measured(_ kind: StaticString, _ value: some Collection<UInt8>) {
        mark(kind)
        bytes.append(contentsOf: String(value.count).utf8)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: value)
        bytes.append(UInt8(ascii: ";"))
    }
}
