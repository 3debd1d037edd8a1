import HTTPTypes
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// What is wrong with a head that the parser has let pass.
struct MalformedHead: Error {
    let detail: String
}

extension HTTPRequestHead {
    /// How long the body is.
    ///
    /// Stricter than RFC 9112 §6.3, because a proxy in front of us that reads a doubtful request otherwise would see other requests in it than we do.
    func bodyFraming() throws(MalformedHead) -> MessageFraming.Body {
        let codings = headers["Transfer-Encoding"]
        let lengths = headers["Content-Length"]
        if !codings.isEmpty {
            guard lengths.isEmpty else {
                throw MalformedHead(detail: "A request has either Content-Length or Transfer-Encoding, not both.")
            }
            guard codings.count == 1, ASCIICase.equal(codings[0].utf8, "chunked"), version == .http1_1 else {
                throw MalformedHead(detail: "The only transfer coding known here is \"chunked\", in HTTP/1.1.")
            }
            return .chunked
        }
        guard let length = lengths.first else { return .length(0) }
        guard lengths.count == 1, (1...18).contains(length.utf8.count), length.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            throw MalformedHead(detail: "Content-Length must be there once and be a decimal number.")
        }
        return .length(Int(length) ?? 0)
    }

    /// Refuses what no honest client sends, and what could mean different things to different programs.
    ///
    /// - Returns: what is asked for, which the checks have taken apart.
    func check() throws(MalformedHead) -> RequestTarget {
        guard version == .http1_1 || version == .http1_0 else { throw MalformedHead(detail: "Only HTTP/1.1 and HTTP/1.0 are spoken here.") }
        try checkHost()
        let target = try RequestTarget(self)
        try check(target)
        return target
    }

    /// RFC 9112 §3.2: exactly one `Host` in HTTP/1.1.
    private func checkHost() throws(MalformedHead) {
        let hosts = headers["Host"]
        guard hosts.count == 1 || hosts.isEmpty && version == .http1_0 else {
            throw MalformedHead(detail: "An HTTP/1.1 request has exactly one Host field.")
        }
        guard RequestTarget.isAuthority((hosts.first ?? "").utf8) else {
            throw MalformedHead(detail: "The Host field is not a host name.")
        }
    }

    private func check(_ target: RequestTarget) throws(MalformedHead) {
        let path = target.path
        // Before anything compares it.
        guard !CombiningMarks.exceedLimit(in: path.utf8.span) else {
            throw MalformedHead(detail: "The request target contains more than \(CombiningMarks.limit) combining marks in a row.")
        }
        var previous: (UInt8, UInt8) = (0, 0)
        for byte in path.utf8 {
            if byte == UInt8(ascii: "?") { return }
            guard byte > 0x20, byte != 0x7F, previous != (UInt8(ascii: "%"), UInt8(ascii: "0")) || byte != UInt8(ascii: "0") else {
                throw MalformedHead(detail: "The path contains a control character.")
            }
            previous = (previous.1, byte)
        }
    }

    /// Whether the connection stays usable after the answer.
    var wantsKeepAlive: Bool {
        // The parser stops for good where another protocol could begin.
        isKeepAlive && method != .CONNECT && headers.first(name: "Upgrade") == nil
    }

    /// Whether the client waits for a word before it sends the body (RFC 9110 §10.1.1).
    var expectsContinue: Bool {
        guard version == .http1_1, let expectation = headers.first(name: "Expect") else { return false }
        return ASCIICase.equal(expectation.utf8, "100-continue")
    }

    /// The head as Hummingbird takes it.
    func asRequest(for target: RequestTarget) throws -> HTTPRequest {
        var fields = HTTPFields()
        fields.reserveCapacity(headers.count)
        var authority = target.authority
        for (name, value) in headers {
            if ASCIICase.equal(name.utf8, "host") {
                authority = authority ?? value
            } else if let name = HTTPField.Name(name) {
                fields.append(HTTPField(name: name, value: value))
            }
        }
        return HTTPRequest(method: try modernMethod(), scheme: "http", authority: authority, path: target.path, headerFields: fields)
    }

    /// The method in the other library's type, whose own conversion loses the hyphen of one.
    private func modernMethod() throws -> HTTPRequest.Method {
        if method == .MSEARCH, let search = HTTPRequest.Method("M-SEARCH") { return search }
        return try HTTPRequest.Method(method)
    }
}
