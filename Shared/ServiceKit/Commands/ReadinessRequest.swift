import Glibc

/// One `GET /readyz` over a socket that blocks: all that a health check needs, without starting an event loop.
struct ReadinessRequest {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// How long connecting and each answer may take, in seconds.
    private static let timeout = 3

    private let host: String
    private let port: Int

    /// - Parameter host: what the service listens on; for all addresses, this machine is asked.
    init(host: String, port: Int) {
        self.host = LocalAddress.reachable(host)
        self.port = port
    }

    /// The body of a 200.
    ///
    /// - Throws: ``Failure`` if there is any other answer or none.
    func send() throws(Failure) -> String {
        let descriptor = try connect()
        defer { close(descriptor) }
        let request = Array(
            "GET /readyz HTTP/1.1\r\nHost: \(LocalAddress.urlHost(host)):\(port)\r\nConnection: close\r\n\r\n".utf8
        )
        guard Glibc.send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else { throw failure("does not listen") }
        let answer = try receive(from: descriptor)
        guard let statusLine = answer.split(separator: "\r\n").first, let head = answer.firstRange(of: "\r\n\r\n") else {
            throw failure("does not answer")
        }
        let body = String(answer[head.upperBound...])
        guard statusLine.split(separator: " ").dropFirst().first == "200" else { throw failure("is not ready: \(statusLine): \(body)") }
        return body
    }

    private func connect() throws(Failure) -> Int32 {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var addresses: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &addresses) == 0, let first = addresses else { throw failure("is no known host") }
        defer { freeaddrinfo(first) }
        for address in sequence(first: first, next: \.pointee.ai_next) {
            let descriptor = socket(address.pointee.ai_family, address.pointee.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), 0)
            guard descriptor >= 0 else { continue }
            var limit = timeval(tv_sec: Self.timeout, tv_usec: 0)
            // On Linux, the limit for sending holds for connecting, too.
            setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
            if Glibc.connect(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0 { return descriptor }
            close(descriptor)
        }
        throw failure("does not listen: \(systemMessage(errno))")
    }

    private func receive(from descriptor: Int32) throws(Failure) -> String {
        var answer: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        // More than a service ever says about its readiness.
        while answer.count < 65_536 {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count >= 0 else { throw failure("does not answer within \(Self.timeout) seconds") }
            if count == 0 { break }
            answer += chunk[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
    }

    private func failure(_ what: String) -> Failure { Failure(description: "\(host), port \(port), \(what)") }
}
