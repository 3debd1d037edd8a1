/// How a program on this machine reaches what listens on an address.
enum LocalAddress {
    /// The address to connect to: what listens on all addresses is reached through the machine's own.
    static func reachable(_ host: String) -> String {
        switch host {
        case "0.0.0.0": "127.0.0.1"
        case "::": "::1"
        default: host
        }
    }

    /// The same as the host of a URL, where an IPv6 address stands in brackets (RFC 3986 §3.2.2).
    static func urlHost(_ host: String) -> String {
        let host = reachable(host)
        return host.contains(":") ? "[\(host)]" : host
    }
}
