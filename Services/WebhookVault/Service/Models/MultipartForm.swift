import Cryptography
import HTTPCore

/// A form in `multipart/form-data` (RFC 7578), as browsers and curl write it. What is not written so is left out.
struct MultipartForm: Sendable {
    /// The parts without a file name, as texts.
    private(set) var fields = FormFields()
    /// The parts with one: what they are, without their content, which `body_base64` has.
    private(set) var files = FormFields()

    /// The most bytes of a part's head. A part with a longer one is left out: real ones have a few hundred.
    private static let headLimit = 16_384

    /// - Returns: `nil` if the content type is another one or names no boundary.
    init?(_ body: [UInt8], contentType: ParameterizedValue) {
        guard contentType.isValue("multipart/form-data"), let boundary = contentType[parameter: "boundary"], !boundary.isEmpty else {
            return nil
        }
        // Every delimiter but the first stands behind a line end (RFC 2046 §5.1.1).
        let content = Array("\r\n".utf8) + body
        let delimiters = content.ranges(of: Array("\r\n--".utf8) + boundary)
        for (delimiter, next) in zip(delimiters, delimiters.dropFirst()) { add(content[delimiter.upperBound..<next.lowerBound]) }
    }

    private mutating func add(_ part: ArraySlice<UInt8>) {
        guard let end = part.prefix(Self.headLimit).firstRange(of: Array("\r\n\r\n".utf8)) else { return }
        let head = part[..<end.lowerBound]
        let disposition = ParameterizedValue(Self.field("content-disposition", in: head) ?? [])
        guard let name = disposition[parameter: "name"].map(Self.text) else { return }
        let content = part[end.upperBound...]
        guard let filename = disposition[parameter: "filename"].map(Self.text) else {
            return fields.add(name, .string(Self.text(content)))
        }
        files.add(
            name,
            [
                "filename": .string(filename),
                "content_type": JSONValue(Self.field("content-type", in: head).map(Self.text)),
                "size": .integer(content.count),
                "sha256": .string(SHA256.digest(of: content).hex),
            ]
        )
    }

    /// The value of the first field of that name in a part's head.
    ///
    /// - Parameter name: in lower case.
    private static func field(_ name: String, in head: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        for line in head.split(separator: UInt8(ascii: "\n")) {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            if line[..<colon].inLowerCase.elementsEqual(name.utf8) { return line[(colon + 1)...].withoutBlanksAround }
        }
        return nil
    }

    private static func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
