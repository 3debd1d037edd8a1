import Glibc
import NIOCore
import POSIX

/// Why a server of the service cannot listen.
public struct StartFailure: Error, CustomStringConvertible {
    /// What is wrong, and the setting to change.
    public let description: String

    init(of server: Listening.Server, _ configuration: ServiceConfiguration, error: any Error) {
        let isMain = server == .main
        let (host, hostVariable) = isMain ? (configuration.host, "HOST") : (configuration.adminHost, "ADMIN_HOST")
        let (port, portVariable) = isMain ? (configuration.port, "PORT") : (configuration.adminPort, "ADMIN_PORT")
        description =
            switch (error as? IOError)?.errnoCode {
            case EADDRINUSE: "port \(port) is taken by another program. Stop it, or set \(portVariable) to another port."
            case EACCES: "port \(port) is reserved for the administrator. Set \(portVariable) to a port above 1023."
            case EADDRNOTAVAIL: "\(host) is no address of this machine. Set \(hostVariable) to one that is, such as 127.0.0.1 or 0.0.0.0."
            case let code?: "cannot listen on \(host), port \(port): \(SystemError.text(code)). Check \(hostVariable) and \(portVariable)."
            case nil: "cannot listen on \(host), port \(port): \(error). Check \(hostVariable) and \(portVariable)."
            }
    }
}
