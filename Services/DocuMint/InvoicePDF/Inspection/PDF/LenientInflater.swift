internal import CZlib

/// Unpacks the zlib format (RFC 1950), damaged or cut as it may be.
enum LenientInflater {
    /// The unpacked bytes: what came before an error or a cut, as viewers show it; `nil` when there was nothing, or more than `limit`.
    static func inflated(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let status = bytes.withUnsafeBufferPointer { source in
            // zlib reads through this pointer and never writes.
            stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            stream.avail_in = UInt32(clamping: source.count)
            var status = Z_OK
            while status == Z_OK, result.count <= limit {
                let produced = chunk.withUnsafeMutableBufferPointer { target in
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    status = inflate(&stream, Z_NO_FLUSH)
                    return target.count - Int(stream.avail_out)
                }
                result += chunk[..<produced]
                if produced == 0, stream.avail_in == 0 { break }
            }
            return status
        }
        guard result.count <= limit, status == Z_STREAM_END || !result.isEmpty else { return nil }
        return result
    }

    /// Whether the data unpacks to its end, with the right checksum; `nil` when that would take more than the budget.
    ///
    /// - Parameter budget: in unpacked bytes; what was unpacked is taken off.
    static func isSound(_ bytes: ArraySlice<UInt8>, budget: inout Int) -> Bool? {
        var stream = z_stream()
        guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        return bytes.withUnsafeBufferPointer { source in
            // zlib reads through this pointer and never writes.
            stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            stream.avail_in = UInt32(clamping: source.count)
            while budget > 0 {
                let (status, produced) = chunk.withUnsafeMutableBufferPointer { target in
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    return (inflate(&stream, Z_NO_FLUSH), target.count - Int(stream.avail_out))
                }
                // Each stream costs something, however little is in it.
                budget -= produced + 64
                guard status == Z_OK else { return status == Z_STREAM_END }
            }
            return nil
        }
    }
}
