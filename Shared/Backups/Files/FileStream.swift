import Glibc

/// An open file, read or written from its beginning to its end.
final class FileStream {
    /// How many bytes are read and written at a time.
    static let chunk = 1 << 18

    let path: String
    private let descriptor: Int32

    /// Opens a file for reading.
    init(reading path: String) throws(RestoreError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed(what: "open", path: path, reason: DiskFile.reason()) }
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    /// Makes a file, or empties the one that is there.
    init(writing path: String) throws(RestoreError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw .failed(what: "make", path: path, reason: DiskFile.reason()) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Reads the next bytes.
    ///
    /// - Returns: how many they are: as many as there is room for, fewer only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RestoreError) -> Int {
        var total = 0
        while total < buffer.count {
            let count = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: total), buffer.count - total)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .failed(what: "read", path: path, reason: DiskFile.reason()) }
            if count == 0 { break }
            total += count
        }
        return total
    }

    /// Visits the rest of the file, piece by piece.
    func forEachChunk(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 16)
        defer { chunk.deallocate() }
        var count: Int
        repeat {
            count = try read(into: chunk)
            try body(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
        } while count == chunk.count
    }

    /// Writes all of the bytes.
    func write(_ bytes: UnsafeRawBufferPointer) throws(RestoreError) {
        var total = 0
        while total < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: total), bytes.count - total)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .failed(what: "write", path: path, reason: DiskFile.reason()) }
            total += count
        }
    }

    /// Returns when all is on the disk.
    func sync() throws(RestoreError) {
        guard fsync(descriptor) == 0 else { throw .failed(what: "sync", path: path, reason: DiskFile.reason()) }
    }
}
