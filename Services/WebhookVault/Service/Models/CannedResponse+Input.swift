import HTTPCore
import HTTPTypes

extension CannedResponse {
    static let codes = 200...599
    static let bodyLength = 0...65_536
    static let contentTypeLength = 3...200
    static let headerCount = 20
    static let headerNameLength = 1...100
    static let headerLength = 0...2_000

    /// Fields that are the service's to set: how the message is framed, what it is, what protects our own pages from it, and what a browser
    /// takes as said for all of our origin. In lower case.
    static let reservedHeaders: Set<String> = [
        "accept-ch", "alt-svc", "clear-site-data", "connection", "content-encoding", "content-length", "content-security-policy",
        "content-type", "critical-ch", "date", "keep-alive", "nel", "origin-agent-cluster", "proxy-connection", "referrer-policy",
        "report-to", "reporting-endpoints", "set-cookie", "strict-transport-security", "te", "trailer", "transfer-encoding", "upgrade",
        "x-content-type-options", "x-frame-options", "x-request-id",
    ]

    /// Reads the `response_…` fields. What is wrong shows when the reader is finished.
    init(_ reader: ObjectReader) {
        code = reader.integer("response_code", in: Self.codes, default: 200)
        body = reader.string("response_body", length: Self.bodyLength, default: #"{"ok": true}"#)
        if body.utf8.contains(0) { reader.fault("response_body", .notAllowed, "must not contain NUL") }
        contentType = reader.string("response_content_type", length: Self.contentTypeLength, default: "application/json")
        if !Self.isMediaType(contentType) {
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
        if !headerNameLength.contains(name.utf8.count) { return "must have a name of at most \(headerNameLength.upperBound) characters" }
        if reservedHeaders.contains(name.lowercased()) { return "is set by the service and cannot be chosen" }
        guard let text = value.stringValue else { return "must be a string" }
        guard headerLength.contains(text.utf8.count), isFieldValue(text) else {
            return "must be at most \(headerLength.upperBound) visible ASCII characters, with spaces only between them"
        }
        return nil
    }

    /// A type and a subtype, with whatever parameters behind a semicolon (RFC 9110 §8.3.1).
    private static func isMediaType(_ text: String) -> Bool {
        let type = Array(text.utf8).prefix { $0 != UInt8(ascii: ";") }.withoutBlanksAround
        let names = type.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        // Both are tokens, and so are the names of header fields.
        return isFieldValue(text) && names.count == 2
            && names.allSatisfy { HTTPField.Name(String(decoding: $0, as: UTF8.self)) != nil }
    }

    /// RFC 9110 §5.5, without the bytes that it calls obsolete.
    private static func isFieldValue(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && text.utf8.first != 0x20 && text.utf8.last != 0x20
    }
}
