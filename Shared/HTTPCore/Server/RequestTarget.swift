import NIOHTTP1

/// What a request asks for, in the forms of RFC 9112 §3.2 that a server has to take.
struct RequestTarget {
    /// The host that an absolute target names, which counts in place of the Host field (§3.2.2); `nil` in the other forms.
    let authority: String?
    /// Path and query, or `*` for the server as a whole.
    let path: String

    init(_ head: HTTPRequestHead) throws(MalformedHead) {
        let target = head.uri
        if target.utf8.first == UInt8(ascii: "/") || head.method == .OPTIONS && target.utf8.elementsEqual("*".utf8) {
            authority = nil
            path = target
            return
        }
        guard let rest = Self.afterScheme(target) else { throw MalformedHead(detail: "The request target must begin with a slash.") }
        let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        guard !host.isEmpty, Self.isAuthority(host) else { throw MalformedHead(detail: "The request target names no host.") }
        authority = String(Substring(host))
        let behindHost = String(Substring(rest.dropFirst(host.count)))
        path = behindHost.utf8.first == UInt8(ascii: "/") ? behindHost : "/" + behindHost
    }

    /// Whether a text can be a host and a port: holds nothing that begins another part of an address.
    static func isAuthority(_ text: some Sequence<UInt8>) -> Bool {
        text.allSatisfy { byte in byte > 0x20 && byte < 0x7F && !",/?#@\\\"<>".utf8.contains(byte) }
    }

    private static func afterScheme(_ target: String) -> Substring.UTF8View? {
        for scheme in ["http://", "https://"] {
            let length = scheme.utf8.count
            if ASCIICase.equal(target.utf8.prefix(length), scheme) { return target.utf8.dropFirst(length) }
        }
        return nil
    }
}
