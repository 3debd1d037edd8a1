internal import CZlib

/// The reading half of ``Gzip``.
final class Inflater {
    /// The largest window, 15 bits; 16 more ask zlib for the gzip format, whose checksum and length it verifies.
    private static let windowBits: Int32 = 15 + 16

    // In memory of its own, because zlib refuses a stream that has moved.
    private let stream: UnsafeMutablePointer<z_stream>
    /// Whether there was a byte.
    private(set) var hasBegun = false
    /// Whether the content is complete, and is what its checksum says.
    private(set) var isAtEnd = false

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let code = inflateInit2_(stream, Self.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(code == Z_OK, "zlib has no memory")
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Unpacks the next bytes and hands out what comes of them.
    ///
    /// - Throws: ``GzipError``, or what the sink throws.
    func unpack(_ bytes: UnsafeRawBufferPointer, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard !bytes.isEmpty else { return }
        guard !isAtEnd else { throw GzipError.trailingBytes }
        let isFirst = !hasBegun
        hasBegun = true
        // zlib reads through this pointer and never writes.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(bytes.count)
        if isFirst && bytes[0] != 0x1F { throw GzipError.notGzip }
        try Gzip.withChunk { output in
            repeat {
                stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
                stream.pointee.avail_out = UInt32(output.count)
                let code = inflate(stream, Z_NO_FLUSH)
                try sink(UnsafeRawBufferPointer(rebasing: output[..<(output.count - Int(stream.pointee.avail_out))]))
                switch code {
                case Z_STREAM_END: isAtEnd = true
                // The second: neither input nor room in the output was left to go on with, which the next call brings.
                case Z_OK, Z_BUF_ERROR: break
                default: throw GzipError.damaged(stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(code)")
                }
            } while !isAtEnd && stream.pointee.avail_out == 0
        }
        if isAtEnd && stream.pointee.avail_in > 0 { throw GzipError.trailingBytes }
    }
}
