import Synchronization

/// Knows which of the two ports is listened on already, and tells when both are.
final class Listening: Sendable {
    enum Server: Sendable {
        case main, admin
    }

    private let ports = Mutex<[Server: Int]>([:])
    private let whenComplete: @Sendable (ServicePorts) -> Void

    init(whenComplete: @escaping @Sendable (ServicePorts) -> Void) {
        self.whenComplete = whenComplete
    }

    /// A server listens now.
    func note(_ server: Server, port: Int) {
        let complete: ServicePorts? = ports.withLock { ports in
            ports[server] = port
            guard let main = ports[.main], let admin = ports[.admin] else { return nil }
            return ServicePorts(main: main, admin: admin)
        }
        if let complete { whenComplete(complete) }
    }

    /// Whether a server has begun to listen.
    func isListening(_ server: Server) -> Bool {
        ports.withLock { $0[server] != nil }
    }
}

/// The ports that a service listens on.
public struct ServicePorts: Sendable, Equatable {
    /// For clients.
    public let main: Int
    /// For metrics.
    public let admin: Int
}
