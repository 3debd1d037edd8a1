import Glibc
import Synchronization

/// Ports of this machine that nobody listens on.
public enum FreePort {
    /// Below those that the kernel gives to outgoing connections (`ip_local_port_range` begins at 32768): one of these would else be taken
    /// by a client, somewhere on the machine, before the service that it was found for listens on it.
    private static let range = 10_240..<32_768
    /// Where the search goes on. Begins anywhere, for the other processes that look for ports at the same time.
    private static let next = Atomic(Int.random(in: range))

    /// A port that was free a moment ago, and that this process has not been given before.
    ///
    /// - Throws: ``SystemFailure`` if none is free.
    public static func find() throws -> Int {
        for _ in range {
            let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
            let port = range.lowerBound + (number - range.lowerBound) % range.count
            if try isFree(port) { return port }
        }
        throw SystemFailure("bind to a free port")
    }

    private static func isFree(_ port: Int) throws -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw SystemFailure("socket") }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) == 0 }
        }
    }
}
