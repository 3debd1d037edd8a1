import Cryptography
import Timekeeping
import HTTPCore

/// A request as its sender is told about it.
struct Echo: Sendable {
    let head: CapturedHead
    let body: [UInt8]
    /// The sender's address, as far as it is known.
    let origin: String?
    let receivedAt: Timestamp

    /// The first four members are the original's; the others are named as in httpbin, as far as it knows them.
    func json(baseURL: String) -> JSONObject {
        let contentType = ParameterizedValue(head.value(of: "content-type") ?? [])
        let multipart = MultipartForm(body, contentType: contentType)
        let isForm = contentType.isValue("application/x-www-form-urlencoded")
        return [
            "method": .string(text(head.method)),
            "headers": .object(headers),
            "body": .string(text(body[...])),
            "timestamp": .string(Timestamp(seconds: receivedAt.seconds).rfc3339),
            "url": .string(baseURL + text(head.target)),
            "path": .string(text(head.fullPath)),
            "args": .object(FormFields(urlEncoded: head.query ?? []).json),
            "form": .object((isForm ? FormFields(urlEncoded: body[...]) : multipart?.fields ?? FormFields()).json),
            "files": .object((multipart?.files ?? FormFields()).json),
            "json": (try? JSONParser.parse(body)) ?? .null,
            "origin": JSONValue(origin),
            "http_version": .string(text(head.version)),
            "headers_raw": .array(head.fields.map { .array([.string(text($0.name)), .string(text($0.value))]) }),
            "body_base64": .string(Base64.encode(body)),
            "body_sha256": .string(SHA256.digest(of: body).hex),
        ]
    }

    /// By lower-case names. Several fields of one name are one with a list, as RFC 9110 §5.3 reads them.
    private var headers: JSONObject {
        var headers = JSONObject()
        for field in head.fields {
            let value = text(field.value)
            headers[field.lowercasedName] = .string(headers[field.lowercasedName]?.stringValue.map { "\($0), \(value)" } ?? value)
        }
        return headers
    }

    /// With U+FFFD for what is not UTF-8: `body_base64` has the bytes.
    private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
