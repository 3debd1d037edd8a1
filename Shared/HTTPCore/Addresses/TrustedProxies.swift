/// The proxies whose word about a client is believed.
public struct TrustedProxies: Sendable, Hashable {
    /// The networks that they are in.
    public let networks: [IPNetwork]

    /// Proxies in these networks. Default: none.
    public init(_ networks: [IPNetwork] = []) {
        self.networks = networks
    }

    /// Proxies from a list separated by commas or white space, as in `TRUSTED_PROXIES`: `127.0.0.1, ::1, 10.0.0.0/8`.
    ///
    /// - Throws: ``Unreadable`` with the entry that is neither an address nor a network.
    public init(list: String) throws(Unreadable) {
        var networks: [IPNetwork] = []
        for entry in list.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            guard let network = IPNetwork(entry) else { throw Unreadable(entry: String(entry)) }
            networks.append(network)
        }
        self.networks = networks
    }

    /// An entry of a list that is neither an address nor a network.
    public struct Unreadable: Error, Sendable, Hashable {
        /// The entry.
        public let entry: String
    }

    /// Whether an address is that of a trusted proxy.
    public func contains(_ address: IPAddress) -> Bool {
        networks.contains { $0.contains(address) }
    }

    /// Where a request comes from.
    ///
    /// Every proxy adds to the right of `X-Forwarded-For` whom it got the request from. So the list is read from the right as long as the entry is a
    /// trusted proxy; what stands left of the first entry that is not could have been written by anyone.
    ///
    /// - Parameters:
    ///   - peer: Who opened the connection.
    ///   - forwardedFor: The values of all `X-Forwarded-For` fields, in their order.
    public func client(peer: IPAddress, forwardedFor: [String]) -> IPAddress {
        var client = peer
        guard contains(client) else { return client }
        // As bytes: clients write what they like, and comparing it as characters could take forever.
        let entries = forwardedFor.joined(separator: ",").utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        for entry in entries.reversed() {
            guard let address = Self.address(in: entry) else { return client }
            client = address
            guard contains(client) else { return client }
        }
        return client
    }

    /// The address of an entry: `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1` or `[2001:db8::1]:4711`.
    private static func address(in entry: Substring.UTF8View) -> IPAddress? {
        let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        let start = entry.drop(while: isBlank)
        guard let last = start.lastIndex(where: { !isBlank($0) }) else { return nil }
        let bytes = start[...last]
        if let address = IPAddress(Substring(bytes)) { return address }
        if bytes.first == UInt8(ascii: "["), let end = bytes.firstIndex(of: UInt8(ascii: "]")) {
            return IPAddress(Substring(bytes[..<end].dropFirst()))
        }
        return bytes.lastIndex(of: UInt8(ascii: ":")).flatMap { IPAddress(Substring(bytes[..<$0])) }
    }
}
