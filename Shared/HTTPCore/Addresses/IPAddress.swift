/// An IPv4 or IPv6 address. An IPv4 address in its IPv6 form (`::ffff:192.0.2.1`) is the IPv4 address.
public struct IPAddress: Sendable, Hashable {
    /// Which protocol an address belongs to.
    public enum Family: Sendable, Hashable {
        /// 32 bits.
        case v4
        /// 128 bits.
        case v6
    }

    /// Which protocol the address belongs to.
    public let family: Family
    /// The address as a number; an IPv4 address in the low 32 bits.
    public let bits: UInt128

    /// The IPv4 address with that number.
    public init(v4 bits: UInt32) {
        family = .v4
        self.bits = UInt128(bits)
    }

    /// The IPv6 address with that number, or the IPv4 address that it stands for (RFC 4291 §2.5.5.2).
    public init(v6 bits: UInt128) {
        let isMapped = bits >> 32 == 0xFFFF
        family = isMapped ? .v4 : .v6
        self.bits = isMapped ? bits & 0xFFFF_FFFF : bits
    }

    /// How many bits an address of this family has: 32 or 128.
    public var bitWidth: Int { family == .v4 ? 32 : 128 }

    /// What limits by address count under: the address itself for IPv4, the /64 network for IPv6,
    /// since a subscriber gets at least a /64 and can change the rest at will.
    public var limitKey: String {
        family == .v4 ? description : IPAddress(v6: (bits >> 64) << 64).description + "/64"
    }
}

extension IPAddress: CustomStringConvertible {
    /// Dotted decimal, or the form of RFC 5952: lowercase, no leading zeros, the longest run of zeros as `::`.
    public var description: String {
        guard family == .v6 else { return Self.text(of: UInt32(truncatingIfNeeded: bits)) }
        let groups = stride(from: 112, through: 0, by: -16).map { UInt16(truncatingIfNeeded: bits >> UInt128($0)) }
        guard let zeros = Self.longestRunOfZeros(in: groups) else { return Self.text(of: groups[...]) }
        return Self.text(of: groups[..<zeros.lowerBound]) + "::" + Self.text(of: groups[zeros.upperBound...])
    }

    /// Without an allocation, since it stands in every line of the access log: 15 bytes fit into the string itself.
    private static func text(of v4: UInt32) -> String {
        String(unsafeUninitializedCapacity: 15) { text in
            var count = 0
            func append(_ byte: UInt8) {
                text[count] = byte
                count += 1
            }
            for shift in stride(from: 24, through: 0, by: -8) {
                let octet = UInt8(truncatingIfNeeded: v4 >> shift)
                if octet >= 100 { append(UInt8(ascii: "0") + octet / 100) }
                if octet >= 10 { append(UInt8(ascii: "0") + octet / 10 % 10) }
                append(UInt8(ascii: "0") + octet % 10)
                if shift > 0 { append(UInt8(ascii: ".")) }
            }
            return count
        }
    }

    private static func text(of groups: ArraySlice<UInt16>) -> String {
        groups.map { String($0, radix: 16) }.joined(separator: ":")
    }

    /// The first of the longest runs of at least two zeros (RFC 5952 §4.2).
    private static func longestRunOfZeros(in groups: [UInt16]) -> Range<Int>? {
        var longest: Range<Int>?
        var start: Int?
        for position in 0...groups.count {
            if position < groups.count, groups[position] == 0 {
                start = start ?? position
            } else if let run = start.map({ $0..<position }) {
                if run.count >= 2, run.count > longest?.count ?? 0 { longest = run }
                start = nil
            }
        }
        return longest
    }
}
