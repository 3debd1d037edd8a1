/// An IPv4 or IPv6 address.
struct IPAddress: Sendable, Hashable {
    /// The longest text of an address in bytes: six groups of four digits, then IPv4.
    private static let maximumLength = 45

    /// 128 bits; an IPv4 address as the IPv6 address that it is mapped to (RFC 4291 §2.5.5.2).
    let bits: UInt128
    /// Whether it was written as an IPv4 address.
    let isV4: Bool

    /// An address from its text: dotted decimal without leading zeros, or a form of RFC 4291 §2.2. No port, brackets, zone or white space.
    init?(_ text: Substring) {
        guard text.utf8.count <= Self.maximumLength else { return nil }
        let bytes = Array(text.utf8)[...]
        isV4 = !bytes.contains(UInt8(ascii: ":"))
        guard let bits = isV4 ? Self.v4(bytes).map({ 0xFFFF << 32 | $0 }) : Self.v6(bytes) else { return nil }
        self.bits = bits
    }

    /// An address of these bits.
    init(bits: UInt128, isV4: Bool) {
        self.bits = bits
        self.isV4 = isV4
    }

    private static func v4(_ text: ArraySlice<UInt8>) -> UInt128? {
        var rest = text
        var bits: UInt128 = 0
        for position in 0..<4 {
            guard position == 0 || rest.skip(one: ".") else { return nil }
            let digits = rest.take { $0.isDigit }
            // No leading zeros: some programs read them as octal, and two readings of one address are one too many.
            guard (1...3).contains(digits.count), digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
            let value = digits.reduce(0) { $0 * 10 + $1.digitValue }
            guard value <= 255 else { return nil }
            bits = bits << 8 | UInt128(value)
        }
        return rest.isEmpty ? bits : nil
    }

    private static func v6(_ text: ArraySlice<UInt8>) -> UInt128? {
        var rest = text
        var bits: UInt128 = 0
        var count = 0
        /// How many groups are before `::`.
        var gap: Int?
        if rest.skip(one: ":") {
            guard rest.skip(one: ":") else { return nil }
            gap = 0
        }
        while !rest.isEmpty {
            guard count < 8 else { return nil }
            let group = rest.take { $0 != UInt8(ascii: ":") }
            if rest.isEmpty, let embedded = v4(group) {
                bits = bits << 32 | embedded
                count += 2
                break
            }
            guard let value = hexadecimal(group) else { return nil }
            bits = bits << 16 | value
            count += 1
            guard rest.skip(one: ":") else { break }
            if rest.skip(one: ":") {
                guard gap == nil else { return nil }
                gap = count
            } else if rest.isEmpty {
                return nil
            }
        }
        guard let gap else { return count == 8 ? bits : nil }
        // `::` stands for one group at least.
        guard count < 8 else { return nil }
        let behind = bits & ((1 << (16 * (count - gap))) - 1)
        return (bits ^ behind) << (16 * (8 - count)) | behind
    }

    /// A group of one to four digits.
    private static func hexadecimal(_ group: ArraySlice<UInt8>) -> UInt128? {
        guard (1...4).contains(group.count) else { return nil }
        var bits: UInt128 = 0
        for byte in group {
            let letter = byte | 0x20
            if byte.isDigit {
                bits = bits << 4 | UInt128(byte.digitValue)
            } else if (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(letter) {
                bits = bits << 4 | UInt128(letter - UInt8(ascii: "a") + 10)
            } else {
                return nil
            }
        }
        return bits
    }
}

extension IPAddress: CustomStringConvertible {
    /// Dotted decimal, or eight groups.
    var description: String {
        let (width, radix, separator) = isV4 ? (8, 10, ".") : (16, 16, ":")
        let parts = stride(from: isV4 ? 24 : 112, through: 0, by: -width).map { bits >> $0 & (1 << UInt128(width) - 1) }
        return parts.map { String($0, radix: radix) }.joined(separator: separator)
    }
}
