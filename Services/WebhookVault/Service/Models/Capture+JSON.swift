import Cryptography
import Timekeeping
import HTTPCore

extension Capture {
    /// As it stands in a list.
    var summary: JSONObject {
        var members: JSONObject = ["id": .string(publicID), "endpoint_id": .string(endpointToken), "number": .integer(number)]
        members.set("method", to: head.method)
        members.set("path", to: head.pathInHook)
        if let query = head.query { members.set("query", to: query) } else { members["query"] = .null }
        if let type = head.value(of: "content-type") { members.set("content_type", to: type) } else { members["content_type"] = .null }
        members["body_size"] = JSONValue(bodySize)
        members["body_too_large"] = .bool(bodySize == nil)
        members["client_address"] = JSONValue(clientAddress)
        members["received_at"] = .string(receivedAt.rfc3339)
        return members
    }

    /// All of it but its body.
    private func summaryAndHead(baseURL: String) -> JSONObject {
        var members = summary
        members.set("target", to: head.target)
        members["url"] = .string(baseURL + String(decoding: head.target, as: UTF8.self))
        members.set("http_version", to: head.version)
        members["headers"] = .array(head.fields.map(\.json))
        return members
    }

    /// As it stands in the export of its owner's account: all that is known.
    ///
    /// - Parameter body: `nil` if it was too large to be kept. `body_encoding` says how it is written: `utf-8` if it is that, else `base64`.
    func exported(body: [UInt8]?, baseURL: String) -> JSONObject {
        var members = summaryAndHead(baseURL: baseURL)
        let text = body.flatMap { String(validating: $0, as: UTF8.self) }
        members["body"] = JSONValue(text ?? body.map { Base64.encode($0) })
        let encoding: String? = body.map { _ in text == nil ? "base64" : "utf-8" }
        members["body_encoding"] = JSONValue(encoding)
        return members
    }

    /// All of it.
    ///
    /// - Parameter body: `nil` if it was too large to be kept. It goes into `body` if it is UTF-8, else into `body_base64`; the other is `null`.
    func details(body: [UInt8]?, baseURL: String) -> JSONObject {
        var members = summaryAndHead(baseURL: baseURL)
        let text = body.flatMap { String(validating: $0, as: UTF8.self) }
        members["body"] = JSONValue(text)
        members["body_base64"] = text == nil ? JSONValue(body.map { Base64.encode($0) }) : .null
        members["body_sha256"] = JSONValue(body.map { SHA256.digest(of: $0).hex })
        members["raw_url"] = .string("\(baseURL)/api/v1/requests/\(publicID)/raw")
        return members
    }
}

extension CapturedHead.Field {
    /// `{"name": …, "value": …}`, with `value_base64` if the value is not UTF-8.
    var json: JSONValue {
        var members = JSONObject()
        members.set("name", to: name)
        members.set("value", to: value)
        return .object(members)
    }
}
