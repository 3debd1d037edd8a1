/// What a server lets one client have: bytes, time and connections.
public struct ServerLimits: Sendable, Hashable {
    /// The most bytes of one header field, name and value; also of the request target. More: 431. Default: 16 KiB.
    public var headerFieldBytes = 16 << 10
    /// The most bytes of a whole head, request line included. More: 431. Default: 64 KiB.
    public var headBytes = 64 << 10
    /// The most header fields of a request. More: 431. Default: 100.
    public var headerFields = 100
    /// The most bytes of body that a route reads unless it says otherwise (``ServiceContext/maxBodyBytes``). More: 413. Default: 1 MiB.
    public var bodyBytes = 1 << 20
    /// The most bytes of body of all requests under way together; a request that would need more gets a 503. Default: 128 MiB.
    public var bodyMemory = 128 << 20
    /// In what time a head must be complete, counted from its first byte, or from the start of the connection for the first. Else 408. Default: 10 s.
    public var headTimeout = Duration.seconds(10)
    /// How long a connection may wait for its next request, or for the client to take in some of an answer. Then it is closed. Default: 60 s.
    public var idleTimeout = Duration.seconds(60)
    /// How far a body may fall behind the minimum rate, and how long it may pause. Else 408. Default: 30 s.
    public var bodyGrace = Duration.seconds(30)
    /// The minimum rate of a body: one second for each that many bytes received. Default: 1024.
    public var bodyBytesPerSecond = 1024
    /// In what time an answer must begin, counted from the last byte of the request. Else 503 `deadline_exceeded`. Default: 60 s.
    public var requestDeadline = Duration.seconds(60)
    /// How long requests may go on after a graceful shutdown has begun. Then their connections are cut. Default: 1.5 s.
    public var drainTimeout = Duration.milliseconds(1500)
    /// How long a closed connection still takes in (and forgets) what the client sends, so that it gets to read the answer. Default: 5 s.
    public var lingerTimeout = Duration.seconds(5)
    /// How much unread body is taken in (and forgotten) after the answer to keep a connection usable. If there is more, it is closed. Default: 256 KiB.
    public var unreadBodyBytes = 256 << 10
    /// The most open connections; further ones wait to be accepted. Default: 10 000.
    public var connections = 10_000

    /// The defaults.
    public init() {}
}

extension Duration {
    /// The whole duration in nanoseconds.
    var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
