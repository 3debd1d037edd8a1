/// A range of addresses that share their first bits, such as `10.0.0.0/8`. A single address is a network of one.
public struct IPNetwork: Sendable, Hashable, CustomStringConvertible {
    /// The first address of the network.
    public let address: IPAddress
    /// How many leading bits the addresses share: 0–32 for IPv4, 0–128 for IPv6.
    public let prefixLength: Int

    /// The network that an address is in.
    ///
    /// - Returns: `nil` if the prefix is longer than the address.
    public init?(_ address: IPAddress, prefixLength: Int) {
        guard (0...address.bitWidth).contains(prefixLength) else { return nil }
        let bits = address.bits & Self.mask(prefixLength, width: address.bitWidth)
        self.address = address.family == .v4 ? IPAddress(v4: UInt32(bits)) : IPAddress(v6: bits)
        self.prefixLength = prefixLength
    }

    /// A network from its text: `192.0.2.0/24`, `2001:db8::/32`, or an address alone.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(first) else { return nil }
        guard parts.count == 2 else {
            self.init(address, prefixLength: address.bitWidth)
            return
        }
        let digits = parts[1].utf8
        guard (1...3).contains(digits.count), digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else { return nil }
        guard let prefixLength = Int(parts[1]) else { return nil }
        self.init(address, prefixLength: prefixLength)
    }

    /// Whether the address is in the network.
    public func contains(_ other: IPAddress) -> Bool {
        other.family == address.family && other.bits & Self.mask(prefixLength, width: address.bitWidth) == address.bits
    }

    /// The network in CIDR notation.
    public var description: String { "\(address)/\(prefixLength)" }

    private static func mask(_ prefixLength: Int, width: Int) -> UInt128 {
        let all = width == 128 ? UInt128.max : (1 << UInt128(width)) - 1
        return prefixLength == 0 ? 0 : all & (all << UInt128(width - prefixLength))
    }
}
