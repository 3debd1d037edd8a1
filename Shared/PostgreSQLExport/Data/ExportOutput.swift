import Glibc

/// Where the export goes: a descriptor, through a buffer.
final class ExportOutput {
    /// Bytes kept before they are written.
    private static let bufferSize = 256 << 10
    /// Bytes written from one look at the disk to the next.
    private static let lookDistance: Int64 = 16 << 20

    private let descriptor: Int32
    private let name: String
    private let check: () throws -> Void
    private let lookAtDisk: () throws -> Void
    private var nextLook: Int64 = 0
    private var buffer: [UInt8] = []
    /// Bytes appended so far.
    private(set) var position: Int64 = 0

    /// - Parameters:
    ///   - name: for messages.
    ///   - check: called before each write; what it throws ends the export.
    ///   - lookAtDisk: the same, every 16 MiB.
    init(
        descriptor: Int32,
        name: String,
        check: @escaping () throws -> Void = {},
        lookAtDisk: @escaping () throws -> Void = {}
    ) {
        self.descriptor = descriptor
        self.name = name
        self.check = check
        self.lookAtDisk = lookAtDisk
        buffer.reserveCapacity(Self.bufferSize + 4_096)
    }

    func append(_ byte: UInt8) throws {
        buffer.append(byte)
        position += 1
        if buffer.count >= Self.bufferSize { try flush() }
    }

    func append(_ bytes: some Collection<UInt8>) throws {
        buffer.append(contentsOf: bytes)
        position += Int64(bytes.count)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Lines of SQL, each with its end.
    func line(_ text: String) throws {
        try append(text.utf8)
        try append(UInt8(ascii: "\n"))
    }

    /// - Throws: ``PostgreSQLExportError/file(path:reason:)``, for example for a full disk or a reader that is gone; what the checks throw.
    func flush() throws {
        try check()
        if position >= nextLook {
            try lookAtDisk()
            nextLook = position + Self.lookDistance
        }
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes { write(descriptor, $0.baseAddress?.advanced(by: written), buffer.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileFault.make(name, "cannot be written") }
            written += count
        }
        // What a large value made of it is given back.
        if buffer.capacity > 4 * Self.bufferSize {
            buffer = []
            buffer.reserveCapacity(Self.bufferSize + 4_096)
        } else {
            buffer.removeAll(keepingCapacity: true)
        }
    }
}
