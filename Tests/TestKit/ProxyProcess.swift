import ServiceKit

/// Caddy with the suite's own `deploy/Caddyfile`, on plain HTTP at a free port.
public final class ProxyProcess: Sendable {
    /// Where it listens, on 127.0.0.1.
    public let port: Int
    private let process: ChildProcess
    private let folder: TemporaryFolder

    /// Starts it in front of services.
    ///
    /// - Parameter upstreams: the port of each product by its name.
    public init(upstreams: [String: Int]) throws {
        folder = try TemporaryFolder()
        port = try FreePort.find()
        var environment = [
            "SCHEME": "http", "DOMAIN": "localhost", "HTTP_PORT": "\(port)", "HTTPS_PORT": "\(try FreePort.find())", "BIND": "127.0.0.1",
            "CADDY_ADMIN": "off", "HOME": folder.path, "PATH": ProcessEnvironment.variables["PATH"] ?? "",
        ]
        for (name, port) in upstreams { environment["\(name.uppercased())_UPSTREAM"] = "127.0.0.1:\(port)" }
        process = try ChildProcess(
            "caddy",
            ["run", "--config", "deploy/Caddyfile", "--adapter", "caddyfile"],
            environment: environment,
            input: "/dev/null",
            output: folder.file("output"),
            errors: folder.file("errors")
        )
    }

    /// Waits until it answers at all.
    ///
    /// - Throws: ``DeadlineExceeded`` with what it said.
    public func waitUntilReady(within limit: Duration = .seconds(20)) async throws {
        let client = TestClient(address: "http://127.0.0.1:\(port)")
        let deadline = ContinuousClock.now + limit
        while ContinuousClock.now < deadline, process.poll() == nil {
            // Refused as long as nobody listens.
            if (try? await client.get("/")) != nil { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw DeadlineExceeded(description: "caddy: \(String(decoding: try folder.read("errors"), as: UTF8.self))")
    }
}
