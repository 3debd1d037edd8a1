import AsyncHTTPClient
public import HTTPCore
import NIOCore
public import NIOHTTP1

/// An HTTP client that knows where the service is. Follows no redirects and changes nothing of what comes back.
public struct TestClient: Sendable {
    /// Where requests with a path go: scheme, host and port.
    public let address: String
    /// The beginning of the links that the service hands out; a request to such a link goes to ``address``.
    public let baseURL: String
    /// Sent with every request, unless that has a field of the same name.
    public var headers: [String: String]

    // Never shut down: it lives as long as the test runner. Idle connections are the services' to close.
    private static let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)

    private static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.httpVersion = .http1Only
        // A port that nobody listens on is an answer, not something to wait out.
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    /// - Parameters:
    ///   - address: scheme, host and port, such as `http://127.0.0.1:8001`.
    ///   - baseURL: the beginning of the service's own links. Default: the address.
    public init(address: String, baseURL: String? = nil, headers: [String: String] = [:]) {
        self.address = address
        self.baseURL = baseURL ?? address
        self.headers = headers
    }

    /// The same client, which sends an API key.
    public func authorized(_ key: String) -> TestClient {
        var client = self
        client.headers["Authorization"] = "Bearer \(key)"
        return client
    }

    /// Sends a request and reads the whole answer.
    ///
    /// - Parameters:
    ///   - method: such as `PUT`.
    ///   - path: a path with its query, or a link from an answer.
    ///   - headers: replaces fields of the same name in ``headers``.
    ///   - body: sent with its length.
    public func request(
        _ method: String,
        _ path: String,
        headers: [String: String] = [:],
        body: [UInt8]? = nil
    ) async throws -> TestResponse {
        let path = path.hasPrefix(baseURL) ? String(path.dropFirst(baseURL.count)) : path
        var request = HTTPClientRequest(url: address + path)
        request.method = HTTPMethod(rawValue: method)
        for (name, value) in self.headers { request.headers.replaceOrAdd(name: name, value: value) }
        for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
        request.body = body.map { .bytes(ByteBuffer(bytes: $0)) }
        let response = try await Self.client.execute(request, timeout: .seconds(30))
        let bytes = try await response.body.collect(upTo: 256 * 1_024 * 1_024)
        return TestResponse(status: Int(response.status.code), headers: response.headers, body: Array(bytes.readableBytesView))
    }

    /// `GET`
    public func get(_ path: String, headers: [String: String] = [:]) async throws -> TestResponse {
        try await request("GET", path, headers: headers)
    }

    /// `DELETE`
    public func delete(_ path: String, headers: [String: String] = [:]) async throws -> TestResponse {
        try await request("DELETE", path, headers: headers)
    }

    /// `POST` of JSON.
    public func post(_ path: String, json: JSONValue, headers: [String: String] = [:]) async throws -> TestResponse {
        try await send("POST", path, json: json, headers: headers)
    }

    /// Any method with JSON.
    public func send(_ method: String, _ path: String, json: JSONValue, headers: [String: String] = [:]) async throws -> TestResponse {
        let headers = ["Content-Type": "application/json"].merging(headers) { _, given in given }
        return try await request(method, path, headers: headers, body: json.serializedBytes())
    }
}

/// An answer, whole.
public struct TestResponse: Sendable {
    /// The status code.
    public let status: Int
    /// All header fields in order.
    public let headers: HTTPHeaders
    /// The body as it came.
    public let body: [UInt8]

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as JSON.
    ///
    /// - Throws: `JSONSyntaxError`
    public var json: JSONValue {
        get throws { try JSONParser.parse(body) }
    }

    /// The value of the first header field of this name.
    public func header(_ name: String) -> String? { headers.first(name: name) }
}
