internal import CZlib

/// The writing half of ``Gzip``.
final class Deflater {
    /// Of a database, level 6 leaves a few per cent more than 9, in a third of the time.
    private static let level: Int32 = 6
    /// The largest window, 15 bits; 16 more ask zlib for the gzip format.
    private static let windowBits: Int32 = 15 + 16

    // In memory of its own, because zlib refuses a stream that has moved.
    private let stream: UnsafeMutablePointer<z_stream>

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        let code = deflateInit2_(stream, Self.level, Z_DEFLATED, Self.windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        precondition(code == Z_OK, "zlib has no memory")
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Compresses the next bytes and hands out what comes of them.
    func compress(_ bytes: UnsafeRawBufferPointer, isLast: Bool, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
        // zlib reads through this pointer and never writes.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(bytes.count)
        try Gzip.withChunk { output in
            repeat {
                stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
                stream.pointee.avail_out = UInt32(output.count)
                deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                try sink(UnsafeRawBufferPointer(rebasing: output[..<(output.count - Int(stream.pointee.avail_out))]))
                // A full output means that there is more.
            } while stream.pointee.avail_out == 0
        }
    }
}
