import Glibc

/// Compresses files in the gzip format (RFC 1952), as one member, so that any tool can unpack them. Constant memory.
public enum Gzip {
    /// Compresses a file to another one, which is replaced if it exists, and returns when that is on the disk.
    ///
    /// - Parameter isCancelled: asked between two pieces; when it says so, a `CancellationError` is thrown.
    /// - Throws: an error that names the file that cannot be read or written. What was written by then is left.
    public static func compress(_ path: String, to target: String, isCancelled: () -> Bool = { false }) throws {
        let source = try FileStream(reading: path)
        let sink = try FileStream(writing: target)
        let deflater = Deflater()
        try withChunk { input in
            var count: Int
            repeat {
                if isCancelled() { throw CancellationError() }
                count = try source.read(into: input)
                let isLast = count < input.count
                try deflater.compress(UnsafeRawBufferPointer(rebasing: input[..<count]), isLast: isLast) { try sink.write($0) }
            } while count == input.count
        }
        try sink.sync()
    }

    /// Unpacks a file to another one, which is replaced if it exists, and returns when that is on the disk.
    ///
    /// - Throws: ``GzipError`` when it is no sound gzip file, its checksum included; otherwise an error that names the file that cannot be
    ///   read or written. What was written by then is left.
    public static func decompress(_ path: String, to target: String) throws {
        let sink = try FileStream(writing: target)
        try unpack(path) { try sink.write($0) }
        try sink.sync()
    }

    /// Whether a file unpacks to exactly the bytes of another one.
    ///
    /// - Throws: ``GzipError/different`` if it does not; otherwise as ``decompress(_:to:)``.
    static func compare(_ path: String, with original: String, isCancelled: () -> Bool = { false }) throws {
        let source = try FileStream(reading: original)
        try withChunk { expected in
            try unpack(path) { found in
                if isCancelled() { throw CancellationError() }
                var rest = found
                while !rest.isEmpty {
                    let wanted = UnsafeMutableRawBufferPointer(rebasing: expected[..<min(expected.count, rest.count)])
                    guard try source.read(into: wanted) == wanted.count, let left = wanted.baseAddress, let right = rest.baseAddress,
                        memcmp(left, right, wanted.count) == 0
                    else { throw GzipError.different }
                    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(wanted.count))
                }
            }
            guard try source.read(into: expected) == 0 else { throw GzipError.different }
        }
    }

    private static func unpack(_ path: String, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
        let source = try FileStream(reading: path)
        let inflater = Inflater()
        try withChunk { input in
            var count: Int
            repeat {
                count = try source.read(into: input)
                try inflater.unpack(UnsafeRawBufferPointer(rebasing: input[..<count]), to: sink)
            } while count == input.count
        }
        guard inflater.isAtEnd else { throw inflater.hasBegun ? GzipError.truncated : .notGzip }
    }

    static func withChunk<Result>(_ body: (UnsafeMutableRawBufferPointer) throws -> Result) rethrows -> Result {
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: FileStream.chunk, alignment: 16)
        defer { chunk.deallocate() }
        return try body(chunk)
    }
}
