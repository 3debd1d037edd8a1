import Glibc
import POSIX

/// One HTTP request to a service on this machine, over a socket that blocks: all that a command needs, without starting an event loop.
struct LocalRequest {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// What came back, whatever the status.
    struct Answer {
        let status: Int
        /// The first line, for messages.
        let statusLine: String
        let body: String
    }

    /// More than a service ever says about itself.
    private static let limit = 4 << 20

    let host: String
    let port: Int
    /// How long connecting and each part of the answer may take, in seconds; 0 to wait as long as the connection lives.
    let timeout: Int

    /// - Parameter host: what the service listens on; for all addresses, this machine is asked.
    init(host: String, port: Int, timeout: Int) {
        self.host = LocalAddress.reachable(host)
        self.port = port
        self.timeout = timeout
    }

    /// - Throws: ``Failure`` if nothing answers.
    func send(_ method: String, _ path: String, json body: String? = nil) throws(Failure) -> Answer {
        let descriptor = try connect()
        defer { close(descriptor) }
        let content = body.map { "Content-Type: application/json\r\nContent-Length: \($0.utf8.count)\r\n\r\n\($0)" } ?? "\r\n"
        let request = Array(
            "\(method) \(path) HTTP/1.1\r\nHost: \(LocalAddress.urlHost(host)):\(port)\r\nConnection: close\r\n\(content)".utf8
        )
        guard Glibc.send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else { throw failure("does not listen") }
        return try answer(in: try receive(from: descriptor))
    }

    /// Says what is wrong with the service at this address.
    func failure(_ what: String) -> Failure { Failure(description: "\(host), port \(port), \(what)") }

    private func answer(in text: String) throws(Failure) -> Answer {
        guard let statusLine = text.split(separator: "\r\n").first, let head = text.firstRange(of: "\r\n\r\n"),
            let status = statusLine.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { throw failure("does not answer") }
        return Answer(status: status, statusLine: String(statusLine), body: String(text[head.upperBound...]))
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
            var limit = timeval(tv_sec: timeout, tv_usec: 0)
            // On Linux, the limit for sending holds for connecting, too.
            setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
            if Glibc.connect(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0 { return descriptor }
            close(descriptor)
        }
        throw failure("does not listen: \(SystemError.text(errno))")
    }

    private func receive(from descriptor: Int32) throws(Failure) -> String {
        var answer: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while answer.count < Self.limit {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            if count < 0 {
                switch errno {
                case EINTR: continue
                case EAGAIN: throw failure("does not answer within \(timeout) seconds")
                default: throw failure("does not answer: \(SystemError.text(errno))")
                }
            }
            if count == 0 { break }
            answer += chunk[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
    }
}
