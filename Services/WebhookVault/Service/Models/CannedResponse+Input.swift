import HTTPCore
import HTTPTypes

extension CannedResponse {
    private static let headerCount = 20
    private static let headerLength = 0...2_000

    /// Fields that are the service's to set: how the message is framed, what it is, what protects our own pages from it, and what a browser
    /// takes as said for all of our origin.
    private static let reservedHeaders: Set<String> = [
        "accept-ch", "alt-svc", "clear-site-data", "connection", "content-encoding", "content-length", "content-security-policy",
        "content-type", "critical-ch", "date", "keep-alive", "nel", "origin-agent-cluster", "proxy-connection", "referrer-policy",
        "report-to", "reporting-endpoints", "set-cookie", "strict-transport-security", "te", "trailer", "transfer-encoding", "upgrade",
        "x-content-type-options", "x-frame-options", "x-request-id",
    ]

    /// Reads the `response_…` fields. What is wrong shows when the reader is finished.
    init(_ reader: ObjectReader) {
        code = reader.integer("response_code", in: 200...599, default: 200)
        body = reader.string("response_body", length: 0...65_536, default: #"{"ok": true}"#)
        if body.utf8.contains(0) { reader.fault("response_body", .notAllowed, "must not contain NUL") }
        contentType = reader.string("response_content_type", length: 3...200, default: "application/json")
        if !contentType.contains("/") || !Self.isFieldValue(contentType) {
            reader.fault("response_content_type", .notAllowed, "must be a media type, such as \"text/plain; charset=utf-8\"")
        }
        headers = Self.headers(reader)
    }

    private static func headers(_ reader: ObjectReader) -> JSONObject {
        let field = "response_headers"
        guard let value = reader.value(field), !value.isNull else { return JSONObject() }
        guard let headers = value.objectValue else {
            reader.fault(field, .wrongType, "must be an object with a text for each header name")
            return JSONObject()
        }
        if headers.count > headerCount { reader.fault(field, .tooLong, "must have at most \(headerCount) members") }
        for (name, value) in headers {
            guard let fault = fault(name, value) else { continue }
            reader.fault(at: reader.path.member(field).member(name), .notAllowed, fault)
        }
        return headers
    }

    private static func fault(_ name: String, _ value: JSONValue) -> String? {
        if HTTPField.Name(name) == nil { return "is not the name of a header field" }
        if reservedHeaders.contains(name.lowercased()) { return "is set by the service and cannot be chosen" }
        guard let text = value.stringValue else { return "must be a string" }
        guard headerLength.contains(text.utf8.count), isFieldValue(text) else {
            return "must be at most \(headerLength.upperBound) visible ASCII characters, with spaces only between them"
        }
        return nil
    }

    /// RFC 9110 §5.5, without the bytes that it calls obsolete.
    private static func isFieldValue(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && text.utf8.first != 0x20 && text.utf8.last != 0x20
    }
}
