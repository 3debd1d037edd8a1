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
        for entry in forwardedFor.joined(separator: ",").split(separator: ",", omittingEmptySubsequences: false).reversed() {
            guard let address = Self.address(in: entry) else { return client }
            client = address
            guard contains(client) else { return client }
        }
        return client
    }

    /// The address of an entry: `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1` or `[2001:db8::1]:4711`.
    private static func address(in entry: Substring) -> IPAddress? {
        let entry = entry.filter { $0 != " " && $0 != "\t" }
        if let address = IPAddress(entry) { return address }
        if entry.hasPrefix("["), let end = entry.firstIndex(of: "]") {
            return IPAddress(entry[entry.index(after: entry.startIndex)..<end])
        }
        return entry.lastIndex(of: ":").flatMap { IPAddress(entry[..<$0]) }
    }
}
