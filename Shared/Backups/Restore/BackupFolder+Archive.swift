import Database
import Glibc

extension BackupFolder {
    /// The archive beside the backups, which may be empty.
    ///
    /// - Parameter scratch: what the paths of unpacked segments begin with. Default: a hidden name in the folder, which a backup removes a day
    ///   later if a killed process leaves one; for whoever may not write there, one in the folder for temporary files.
    func archive(scratch: String? = nil) -> ArchiveReader {
        let place = access(path, W_OK) == 0 ? path : getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let prefix = scratch ?? "\(place)/\(Self.unpackedPrefix)"
        return ArchiveReader(folder: archiveFolder) { try SegmentCompression.decompress($0, to: "\(prefix)segment") }
    }
}
