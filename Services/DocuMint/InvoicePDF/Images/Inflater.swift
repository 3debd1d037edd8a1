internal import CZlib

/// Decompresses one zlib stream (RFC 1950) piece by piece, never more than is asked for.
final class Inflater {
    private var stream = z_stream()
    private let source: [UInt8]
    private var hasEnded = false

    init(_ source: [UInt8]) {
        self.source = source
        inflateInit2_(&stream, 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    }

    deinit {
        inflateEnd(&stream)
    }

    /// Fills the target with the next bytes; `false` when the stream has fewer, or is damaged.
    func fill(_ target: UnsafeMutableBufferPointer<UInt8>) -> Bool {
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        while stream.avail_out > 0 {
            guard !hasEnded, proceed() else { return false }
        }
        return true
    }

    /// The number of bytes that the stream takes in the source, if all of it was read and its checksum is right; `nil` otherwise.
    func end() -> Int? {
        var surplus: UInt8 = 0
        let isEnd = withUnsafeMutablePointer(to: &surplus) { pointer in
            stream.next_out = pointer
            stream.avail_out = 1
            while !hasEnded, stream.avail_out > 0 {
                guard proceed() else { return false }
            }
            return stream.avail_out == 1
        }
        return isEnd ? Int(stream.total_in) : nil
    }

    /// `Z_BUF_ERROR`, which says that nothing could be done, is an error here: the whole source is there, and so is room for a byte.
    private func proceed() -> Bool {
        source.withUnsafeBufferPointer { bytes in
            let start = Int(stream.total_in)
            // zlib reads through this pointer and never writes.
            stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress.map { $0 + start })
            stream.avail_in = UInt32(bytes.count - start)
            let result = inflate(&stream, Z_NO_FLUSH)
            hasEnded = result == Z_STREAM_END
            return hasEnded || result == Z_OK
        }
    }
}
