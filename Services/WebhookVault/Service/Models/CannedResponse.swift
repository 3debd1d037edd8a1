import Database
import HTTPCore
import HTTPTypes
import Hummingbird
import NIOHTTP1

/// What an endpoint answers to everything it captures.
struct CannedResponse: Sendable {
    /// 200–599. Without a body, whatever ``body`` says, for 204 and 304.
    let code: Int
    let contentType: String
    /// Texts by the names of header fields.
    let headers: JSONObject
    let body: String
}

extension CannedResponse {
    init(_ row: borrowing Row) throws {
        code = try row["response_code"]
        contentType = try row["response_content_type"]
        let stored: String? = try row["response_headers"]
        headers = try stored.map { try JSONParser.parse($0) }?.objectValue ?? JSONObject()
        body = try row["response_body"]
    }

    /// As the file holds them: `nil` for none, which most endpoints have, so that nothing has to be parsed for them.
    var storedHeaders: String? {
        headers.isEmpty ? nil : JSONValue.object(headers).serialized()
    }

    /// The answer to one request.
    ///
    /// - Parameter captureID: goes out as `X-Request-Id`, so that a sender can name the capture that its owner sees.
    func response(captureID: String) -> Response {
        var fields = HTTPFields()
        for (name, value) in headers {
            guard let name = HTTPField.Name(name), let value = value.stringValue else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        fields[.requestID] = captureID
        // The owner may answer with any page, but on our own origin it must not run or send anything.
        fields[.contentSecurityPolicy] = Self.contentSecurityPolicy
        let status = HTTPResponse.Status(code: code, reasonPhrase: HTTPResponseStatus(statusCode: code).reasonPhrase)
        return .bytes(status, ByteBuffer(string: body), type: contentType, headers: fields)
    }

    /// For content that somebody else made: shown as if from an origin of its own, without scripts, forms, or anything loaded.
    static let contentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'"
}
