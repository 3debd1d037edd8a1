import Glibc
import HTTPCore

extension DumpManifest {
    /// How the last line of an export begins; the manifest follows.
    static let linePrefix = "-- manifest: "
    /// How the file beside an export begins.
    static let firstWords = "{\"format\":"
    /// No manifest is longer, and whatever else is there need not be read to be refused.
    private static let sizeLimit = 16 << 20

    /// Reads the manifest of an export: its last line, or the file beside it if the export itself is not here.
    ///
    /// Where both are there and differ, because the export was ended between the one and the other, the last line counts, and a warning
    /// says so.
    ///
    /// - Parameter path: of the export.
    /// - Throws: ``PostgreSQLExportError``
    public init(ofFileAt path: String) throws {
        let beside = Self.path(besideFileAt: path)
        let isBeside = access(beside, F_OK) == 0
        if isBeside, access(path, F_OK) != 0 {
            try self.init(text: Self.end(of: beside), path: beside)
            return
        }
        // What else is in the end of the file are rows, perhaps cut in the middle of a character.
        let end = try Self.end(of: path)
        let text = end.last == UInt8(ascii: "\n") ? end.dropLast() : end[...]
        let line = text[(text.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)...]
        guard line.starts(with: Self.linePrefix.utf8) else {
            throw PostgreSQLExportError.manifest(
                path: path,
                reason: "the file does not end with a manifest: it is not an export, or not a whole one"
            )
        }
        try self.init(text: Array(line.dropFirst(Self.linePrefix.utf8.count)), path: path)
        if isBeside, (try? Self(text: Self.end(of: beside), path: beside)) != self {
            warnings.append("\(beside) is of another export; what counts is the last line of \(path)")
        }
    }

    private init(text: [UInt8], path: String) throws {
        guard let json = try? JSONParser.parse(text), let manifest = DumpManifest(json: json) else {
            throw PostgreSQLExportError.manifest(path: path, reason: "the manifest cannot be read; export again")
        }
        self = manifest
    }

    private static func end(of path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault.make(path, "cannot be opened") }
        defer { close(descriptor) }
        let size = lseek(descriptor, 0, SEEK_END)
        guard size >= 0 else { throw FileFault.make(path, "cannot be read") }
        let start = max(0, size - off_t(sizeLimit))
        var bytes = [UInt8](repeating: 0, count: Int(size - start))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled, start + off_t(filled))
            }
            guard count > 0 else { throw FileFault.make(path, "cannot be read") }
            filled += count
        }
        return bytes
    }
}
