import Dispatch
import Glibc

/// A client as simple as clients get: sends bytes, says that it has sent all, and reads until there is no more.
///
/// SwiftNIO's own client cannot stand in for it: when both directions are shut down, it closes its socket at once, whatever it has not read yet.
enum BlockingClient {
    /// Gives the number of bytes received and the error number that ended them; 0 if the server has closed in good order.
    static func halfClosingExchange(_ request: String, port: Int) async -> (bytes: Int, error: Int32) {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: exchange(Array(request.utf8), port: port)) }
        }
    }

    private static func exchange(_ request: [UInt8], port: Int) -> (bytes: Int, error: Int32) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isConnected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 }
        }
        guard isConnected, send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            return (0, errno)
        }
        shutdown(descriptor, Int32(SHUT_WR))
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        var bytes = 0
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count <= 0 { return (bytes, count == 0 ? 0 : errno) }
            bytes += count
        }
    }
}
