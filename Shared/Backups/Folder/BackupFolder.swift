import Database
import Timekeeping

/// A folder of backups: files, their manifests, and the archive.
public struct BackupFolder: Sendable {
    /// Where it is. It need not exist.
    public let path: String

    /// What unfinished files of ours begin with.
    static let partialPrefix = ".partial-"
    /// What segments of the archive begin with that somebody has unpacked to read them.
    static let unpackedPrefix = ".unpacked-"
    private static let fileSuffixes = [".db", ".db.gz"]

    /// - Parameter path: where it is.
    public init(_ path: String) { self.path = path }

    /// Where the archive of commits is.
    public var archiveFolder: String { path + "/archive" }

    /// The backups, oldest first: files with a manifest that can be read. Says nothing of the files themselves.
    ///
    /// - Throws: if the folder cannot be read. One that does not exist is an empty one.
    public func backups() throws -> [Backup] {
        let names = try DiskFile.names(in: path)
        let files = Set(names)
        let backups = names.filter { Self.isBackup($0) && files.contains($0 + Backup.manifestSuffix) }.compactMap { self.backup($0) }
        return backups.sorted { Self.order($0) < Self.order($1) }
    }

    /// The files that look like backups and are none: no manifest, one that cannot be read, or one without a file. By name.
    ///
    /// - Throws: as ``backups()``
    public func unreadable() throws -> [String] {
        let names = Set(try DiskFile.names(in: path))
        let alone = names.filter { name in
            if Self.isBackup(name) { return !names.contains(name + Backup.manifestSuffix) || backup(name) == nil }
            guard name.hasSuffix(Backup.manifestSuffix) else { return false }
            let file = String(name.dropLast(Backup.manifestSuffix.count))
            return Self.isBackup(file) && !names.contains(file)
        }
        return alone.sorted().map { "\(path)/\($0)" }
    }

    /// Whether a name is that of a backup's file.
    static func isBackup(_ name: String) -> Bool {
        !name.hasPrefix(".") && fileSuffixes.contains { name.hasSuffix($0) && name.utf8.count > $0.utf8.count }
    }

    private func backup(_ name: String) -> Backup? {
        let path = "\(self.path)/\(name)"
        guard let text = try? DiskFile.text(of: path + Backup.manifestSuffix) else { return nil }
        return (try? BackupManifest(text: text)).map { Backup(path: path, manifest: $0) }
    }

    /// Two of the same moment follow one another in the order of their commits.
    private static func order(_ backup: Backup) -> (Int64, Int64, Int, String) {
        let manifest = backup.manifest
        return (manifest.takenAt.milliseconds, manifest.position?.sequence ?? 0, backup.path.utf8.count, backup.path)
    }
}
