public import NIOCore

/// The head of a request exactly as it came over the wire: order, case, repeats, and bytes that are not UTF-8.
///
/// Kept only by a server that was asked to (``HTTPServer/Configuration/capturesRawHeads``).
public struct RawRequestHead: Sendable, Hashable {
    /// One header field, as bytes.
    public struct Field: Sendable, Hashable {
        /// The name in its original case.
        public let name: [UInt8]
        /// The value without the white space around it.
        public let value: [UInt8]

        /// A field.
        public init(name: [UInt8], value: [UInt8]) {
            self.name = name
            self.value = value
        }
    }

    /// All bytes from the first of the request line to the empty line that ends the head, which included.
    public let bytes: ByteBuffer
    /// The method, such as `POST`.
    public let method: [UInt8]
    /// The request target as sent: path and query, neither decoded nor normalized.
    public let target: [UInt8]
    /// The version, such as `HTTP/1.1`.
    public let version: [UInt8]
    /// The header fields in wire order.
    public let fields: [Field]

    /// Takes a complete head apart, which a parser has accepted already.
    init(_ bytes: ByteBuffer) {
        self.bytes = bytes
        let lines = bytes.readableBytesView.split(separator: UInt8(ascii: "\n")).map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
        let words = lines.first { !$0.isEmpty }?.split(separator: UInt8(ascii: " "), maxSplits: 2) ?? []
        method = words.first.map(Array.init) ?? []
        target = words.dropFirst().first.map(Array.init) ?? []
        version = words.dropFirst(2).first.map(Array.init) ?? []
        fields = lines.drop { $0.isEmpty }.dropFirst().compactMap(Field.init(line:))
    }
}

extension RawRequestHead.Field {
    /// The field of a line `name: value`, without its line end.
    fileprivate init?(line: ByteBufferView.SubSequence) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        let afterColon = line[(colon + 1)...].drop(while: isBlank)
        let end = afterColon.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? afterColon.startIndex
        self.init(name: Array(line[..<colon]), value: Array(afterColon[..<end]))
    }
}
