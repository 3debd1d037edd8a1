import Cryptography
import HTTPTypes
public import Hummingbird
import NIOCore

extension RouterMethods where Context == ServiceContext {
    /// Adds `GET /openapi.json` and `GET /api-docs`. Both are written once, here.
    ///
    /// - Parameter baseURL: where the service is reached, instead of ``APIDescription/baseURL``.
    public func addDescription(_ api: APIDescription, baseURL: String? = nil) {
        var api = api
        if let baseURL { api.baseURL = baseURL }
        let document = PreparedDocument(api.openAPI)
        let page = APIPage(api).page.response()
        get("/openapi.json") { request, _ in document.response(to: request) }
        get("/api-docs") { _, _ in page }
    }
}

/// A document in JSON that stays the same as long as the service runs.
private struct PreparedDocument: Sendable {
    private let bytes: ByteBuffer
    private let tag: String

    init(_ json: JSONValue) {
        let bytes = json.serializedBytes()
        self.bytes = ByteBuffer(bytes: bytes)
        tag = "\"\(SHA256.digest(of: bytes).hex.prefix(32))\""
    }

    /// The document, or 304 if the client has it already (RFC 9110 §13.1.2).
    func response(to request: Request) -> Response {
        // Any site may read it: it holds nothing that is not public, and the tools that show it run in browsers.
        let fields: HTTPFields = [.eTag: tag, .cacheControl: "public, max-age=300", .accessControlAllowOrigin: "*"]
        guard isKnown(to: request) else { return .bytes(.ok, bytes, type: "application/json", headers: fields) }
        var response = Response(status: .notModified, headers: fields)
        // It would be the length of the document (RFC 9110 §8.6), which is not sent.
        response.headers[.contentLength] = nil
        return response
    }

    private func isKnown(to request: Request) -> Bool {
        guard let condition = request.headers.value(of: .ifNoneMatch) else { return false }
        // As bytes: the text comes from outside.
        return condition.utf8.split(separator: UInt8(ascii: ",")).contains { part in
            let text = part.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.prefix { $0 != UInt8(ascii: " ") }
            return text.elementsEqual("*".utf8) || text.elementsEqual(tag.utf8) || text.elementsEqual("W/\(tag)".utf8)
        }
    }
}
