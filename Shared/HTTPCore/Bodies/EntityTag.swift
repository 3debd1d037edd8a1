import Cryptography
public import HTTPTypes
public import NIOCore

/// A strong entity tag (RFC 9110 §8.8.3): names what was answered, so that it need not be sent again to who has it.
public struct EntityTag: Sendable, Equatable {
    /// Without the quotes around it.
    private let opaque: Substring

    /// The tag of content: the first 32 hexadecimal digits of its SHA-256.
    public init(of content: ByteBuffer) {
        opaque = SHA256.digest(of: content.readableBytesView).hex.prefix(32)
    }

    /// A tag as clients write it, with quotes or without, weak or strong: what is compared is what lies between them.
    public init(_ text: some StringProtocol) {
        var text = Substring(text)
        if text.utf8.starts(with: "W/".utf8) { text = text.dropFirst(2) }
        let quote = UInt8(ascii: "\"")
        if text.utf8.count > 1, text.utf8.first == quote, text.utf8.last == quote { text = Substring(text.utf8.dropFirst().dropLast()) }
        opaque = text
    }

    /// With the quotes, as in a header field.
    public var text: String { "\"\(opaque)\"" }

    /// Whether both are the same, byte by byte: they may come from outside.
    public static func == (left: EntityTag, right: EntityTag) -> Bool { left.opaque.utf8.elementsEqual(right.opaque.utf8) }

    /// Whether the client has what this names: whether `If-None-Match` lists it or says `*` (by the weak comparison, RFC 9110 §13.1.2).
    public func isKnown(by fields: HTTPFields) -> Bool {
        guard let condition = fields.value(of: .ifNoneMatch) else { return false }
        return condition.utf8.split(separator: UInt8(ascii: ",")).contains { part in
            let text = part.drop(while: Self.isBlank).prefix { !Self.isBlank($0) }
            return text.elementsEqual("*".utf8) || EntityTag(Substring(text)) == self
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
