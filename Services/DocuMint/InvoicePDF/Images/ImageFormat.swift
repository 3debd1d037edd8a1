/// The formats of pictures that are read.
enum ImageFormat {
    case png
    case jpeg

    /// The format whose first bytes (PNG §5.2, JPEG SOI) these are.
    init?(signatureOf bytes: [UInt8]) {
        if bytes.starts(with: PNGFile.signature) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else {
            return nil
        }
    }

    /// What a `data:` URI says it holds, and what it holds.
    static func dataURI(_ text: String) throws(ImageError) -> (ImageFormat, [UInt8]) {
        let bytes = Array(text.utf8)
        for (prefix, format) in prefixes where bytes.count >= prefix.count && zip(bytes, prefix).allSatisfy(isSameLetter) {
            guard let content = [UInt8](base64: bytes[prefix.count...]) else { throw .notBase64 }
            return (format, content)
        }
        throw .notADataURI
    }

    private static let prefixes: [([UInt8], ImageFormat)] = [
        (Array("data:image/png;base64,".utf8), .png), (Array("data:image/jpeg;base64,".utf8), .jpeg),
    ]

    /// Scheme and type do not depend on letter case (RFC 3986 §3.1, RFC 6838 §4.2); `lowercase` is a character of the prefix.
    private static func isSameLetter(_ byte: UInt8, _ lowercase: UInt8) -> Bool {
        byte == lowercase || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && byte | 0x20 == lowercase
    }
}
