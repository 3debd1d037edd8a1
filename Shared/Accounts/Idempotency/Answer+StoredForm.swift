import HTTPCore
import HTTPTypes

extension Answer {
    private static let lineFeed = UInt8(ascii: "\n")

    /// One line of JSON with status and header fields, in which a line feed can only stand escaped; then the body as it is.
    var storedForm: [UInt8] {
        let fields = headers.map { JSONValue.array([.string($0.name.rawName), .string($0.value)]) }
        let head: JSONValue = [
            "status": .integer(status.code), "reason": .string(status.reasonPhrase), "fields": .array(fields),
        ]
        return head.serializedBytes() + [Self.lineFeed] + body
    }

    /// The answer from its stored form, without ``accountID``; `nil` if it is none.
    init?(storedForm bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: Self.lineFeed),
            let head = try? JSONParser.parse(Array(bytes[..<end])),
            let code = head["status"]?.integerValue, (100...599).contains(code),
            let reason = head["reason"]?.stringValue,
            let fields = head["fields"]?.arrayValue
        else { return nil }
        var headers = HTTPFields()
        for field in fields {
            guard let text = field[0]?.stringValue, let name = HTTPField.Name(text), let value = field[1]?.stringValue else { return nil }
            headers.append(HTTPField(name: name, value: value))
        }
        let status = HTTPResponse.Status(code: Int(code), reasonPhrase: reason)
        self.init(status, headers: headers, body: Array(bytes[(end + 1)...]))
    }
}
