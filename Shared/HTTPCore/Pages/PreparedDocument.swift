import HTTPTypes
import Hummingbird
import NIOCore

/// A document that stays the same as long as the service runs: written once, and not sent again to who has it.
struct PreparedDocument: Sendable {
    /// What it is answered with beside its type, whether it is sent or not.
    let headers: HTTPFields
    private let bytes: ByteBuffer
    private let type: String
    private let tag: EntityTag

    /// - Parameter headers: beside those of every document.
    init(_ bytes: ByteBuffer, type: String, headers: HTTPFields = [:]) {
        self.bytes = bytes
        self.type = type
        tag = EntityTag(of: bytes)
        var headers = headers
        headers[.eTag] = tag.text
        headers[.cacheControl] = "public, max-age=300"
        self.headers = headers
    }

    /// The document, or 304 if the client has it already (RFC 9110 §13.1.2).
    func response(to request: Request) -> Response {
        guard tag.isKnown(by: request.headers) else { return .bytes(.ok, bytes, type: type, headers: headers) }
        var response = Response(status: .notModified, headers: headers)
        // It would be the length of the document (RFC 9110 §8.6), which is not sent.
        response.headers[.contentLength] = nil
        return response
    }
}
