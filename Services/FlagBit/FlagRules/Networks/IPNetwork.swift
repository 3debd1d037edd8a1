/// The addresses that share their first bits, such as `10.0.0.0/8`. An address alone is a network of one.
struct IPNetwork: Sendable {
    static let expectation = "a network like 10.0.0.0/8 or 2001:db8::/32, or an address"

    private let first: IPAddress
    /// How many bits behind the shared ones are free: 0–32 for IPv4, 0–128 for IPv6.
    private let freeCount: Int

    /// A network from its text: an ``IPAddress``, then perhaps `/` and the number of shared bits in decimal without leading zeros.
    ///
    /// Nil for anything else, and if bits that are not shared are set (`10.0.0.5/8`): one of both is a mistake then.
    init?(_ text: String) {
        guard let network = Self.parse(text), network.first == network.masked else { return nil }
        self = network
    }

    private init(_ first: IPAddress, freeCount: Int) {
        self.first = first
        self.freeCount = freeCount
    }

    /// Whether an address is in the network.
    ///
    /// An IPv4 address in its IPv6 form (`::ffff:10.1.2.3`, as servers of both protocols report it) is in IPv4 and IPv6 networks.
    func contains(_ address: IPAddress) -> Bool {
        (first.isV4 || !address.isV4) && (first.bits ^ address.bits) >> UInt128(freeCount) == 0
    }

    /// What could be meant by a text that is no network; nil if that cannot be told.
    static func hint(for text: String) -> String? {
        guard let network = parse(text), network.first != network.masked else { return nil }
        let length = network.width - network.freeCount
        return "bits behind the first \(length) are set; did you mean \(network.masked)/\(length) or \(network.first)"
    }

    private var width: Int { first.isV4 ? 32 : 128 }

    private var masked: IPAddress {
        IPAddress(bits: (first.bits >> UInt128(freeCount)) << UInt128(freeCount), isV4: first.isV4)
    }

    private static func parse(_ text: String) -> IPNetwork? {
        let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex
        guard let address = IPAddress(text[..<slash]) else { return nil }
        let network = IPNetwork(address, freeCount: 0)
        guard slash < text.endIndex else { return network }
        let digits = text[slash...].utf8.dropFirst()
        guard (1...3).contains(digits.count), digits.allSatisfy(\.isDigit), digits.count == 1 || digits.first != UInt8(ascii: "0")
        else { return nil }
        let length = digits.reduce(0) { $0 * 10 + $1.digitValue }
        guard length <= network.width else { return nil }
        return IPNetwork(address, freeCount: network.width - length)
    }
}
