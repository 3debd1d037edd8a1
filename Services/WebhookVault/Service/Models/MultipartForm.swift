import Cryptography
import HTTPCore

/// A form in `multipart/form-data` (RFC 7578), as browsers and curl write it. What is not written so is left out.
struct MultipartForm: Sendable {
    /// The parts without a file name, as texts.
    private(set) var fields = FormFields()
    /// The parts with one: what they are, without their content, which `body_base64` has.
    private(set) var files = FormFields()

    /// - Returns: `nil` if the content type is another one or names no boundary.
    init?(_ body: [UInt8], contentType: String) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"), let boundary = Self.parameter("boundary", of: contentType) else {
            return nil
        }
        // Every delimiter but the first stands behind a line end (RFC 2046 §5.1.1).
        let content = Array("\r\n".utf8) + body
        let delimiters = content.ranges(of: Array("\r\n--\(boundary)".utf8))
        for (delimiter, next) in zip(delimiters, delimiters.dropFirst()) { add(content[delimiter.upperBound..<next.lowerBound]) }
    }

    private mutating func add(_ part: ArraySlice<UInt8>) {
        guard let end = part.firstRange(of: Array("\r\n\r\n".utf8)) else { return }
        // Fields of a part look like those of a request, below a first line that does not count here.
        let head = CapturedHead(Array("part\r\n".utf8) + part[..<end.lowerBound])
        let disposition = String(decoding: head.value(of: "content-disposition") ?? [], as: UTF8.self)
        guard let name = Self.parameter("name", of: disposition) else { return }
        let content = part[end.upperBound...]
        guard let filename = Self.parameter("filename", of: disposition) else {
            return fields.add(name, .string(String(decoding: content, as: UTF8.self)))
        }
        files.add(
            name,
            [
                "filename": .string(filename),
                "content_type": JSONValue(head.value(of: "content-type").map { String(decoding: $0, as: UTF8.self) }),
                "size": .integer(content.count),
                "sha256": .string(SHA256.digest(of: content).hex),
            ]
        )
    }

    /// The value of `; name=value` or `; name="value"`.
    private static func parameter(_ name: String, of text: String) -> String? {
        for part in text.split(separator: ";").dropFirst() {
            let pieces = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            guard pieces.count == 2, pieces[0].lowercased() == name else { continue }
            let value = pieces[1]
            return value.first == "\"" && value.last == "\"" && value.count > 1 ? String(value.dropFirst().dropLast()) : String(value)
        }
        return nil
    }
}
