public import Hummingbird
public import Logging
public import NIOCore

/// What is known about a request beside the request itself. All products use this one context.
public struct ServiceContext: RequestContext {
    /// What a context is made from.
    public typealias Source = ServiceContextSource

    /// What Hummingbird keeps: the path parameters and the matched route.
    public var coreContext: CoreRequestContextStorage
    /// The id of the request, as in `X-Request-Id`, the log and every problem.
    public let requestID: String
    /// Where the request comes from: the peer, or what a trusted proxy says. `nil` if the peer has no IP address.
    public let clientAddress: IPAddress?
    /// The head exactly as it came over the wire, order, case, repeats and all: every byte from the first of the request line to the empty
    /// line that ends it, which included. `nil` unless the server captures heads (``HTTPServer/Configuration/capturesRawHeads``).
    public let rawHead: ByteBuffer?
    /// The most bytes of body that ``Hummingbird/Request`` helpers read. Default: ``ServerLimits/bodyBytes``; a middleware may change it for a group of routes.
    public var maxBodyBytes: Int
    /// Who calls; `nil` as long as nobody has authenticated the request.
    public var identity: Identity? {
        didSet { record.accountID = identity?.accountID }
    }

    let record: RequestRecord
    private let baseLogger: Logger

    /// A context for a new request.
    public init(source: ServiceContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        requestID = source.requestID
        clientAddress = source.clientAddress
        rawHead = source.rawHead
        maxBodyBytes = source.maxBodyBytes
        record = source.record
        baseLogger = source.logger
    }

    /// Who calls.
    ///
    /// - Throws: ``Problem/unauthorized`` (401) if nobody has authenticated the request.
    public func requireIdentity() throws(Problem) -> Identity {
        guard let identity else { throw .unauthorized }
        return identity
    }

    /// A parameter of the path, percent-decoded.
    ///
    /// - Throws: 404 if it is not there, or is not valid percent-encoded UTF-8: then there is nothing at the path.
    public func parameter(_ name: String) throws(Problem) -> String {
        guard let text = parameters.get(name).flatMap({ PercentDecoding.decode($0, plusIsSpace: false) }) else { throw .notFound() }
        return text
    }

    /// A logger whose lines carry the request id. Made on demand, since most requests log nothing but their access line.
    public var logger: Logger {
        var logger = baseLogger
        logger[metadataKey: "request_id"] = .string(requestID)
        return logger
    }

    /// Same as ``requestID``.
    public var id: String { requestID }

    /// Same as ``maxBodyBytes``, under the name that Hummingbird knows it by.
    public var maxUploadSize: Int { maxBodyBytes }
}

/// What a context is made from.
public struct ServiceContextSource: RequestContextSource {
    /// The service's logger.
    public let logger: Logger
    let requestID: String
    let clientAddress: IPAddress?
    let rawHead: ByteBuffer?
    let maxBodyBytes: Int
    let record: RequestRecord
}
