import Cryptography
import Database

/// A backup on its way into the folder: files under hidden names, until all of them are verified and on the disk.
struct PartialBackup: Sendable {
    let folder: BackupFolder
    /// The copy of the database.
    let database: String

    /// - Throws: if there is no randomness.
    init(in folder: BackupFolder) throws {
        self.folder = folder
        database = "\(folder.path)/\(BackupFolder.partialPrefix)\(try RandomToken.base62(count: 12)).db"
    }

    var compressed: String { database + ".gz" }

    /// Gives the files their names. The manifest's comes last, because a file without one is no backup.
    ///
    /// - Parameter file: the database or the compressed one.
    func publish(_ file: String, _ manifest: BackupManifest) throws(RestoreError) -> Backup {
        let draft = file + Backup.manifestSuffix
        try DiskFile.replace(draft, with: manifest.text)
        try DiskFile.sync(file)
        let backup = Backup(path: "\(folder.path)/\(manifest.file)", manifest: manifest)
        try DiskFile.move(file, to: backup.path)
        // Between these two a killed process leaves what ``recover(in:)`` finishes.
        try DiskFile.syncFolder(of: backup.path)
        try DiskFile.move(draft, to: backup.manifestPath)
        try DiskFile.syncFolder(of: backup.path)
        return backup
    }

    /// Removes what was not published.
    func remove() {
        for path in [database, compressed] {
            DiskFile.removeScratch(path)
            DiskFile.removeScratch(path + Backup.manifestSuffix)
        }
    }

    /// Takes a backup away: its manifest first, so that at no moment half of it counts.
    static func delete(_ backup: Backup, in folder: BackupFolder) throws {
        let hidden = "\(folder.path)/\(BackupFolder.partialPrefix)\(try RandomToken.base62(count: 12))\(Backup.manifestSuffix)"
        try DiskFile.move(backup.manifestPath, to: hidden)
        try DiskFile.remove(backup.path)
        try DiskFile.remove(hidden)
    }

    /// Clears up after a process that was killed: a backup that only its manifest's name was missing from counts, everything else that is
    /// hidden goes. Only for who holds the folder's lock.
    static func recover(in folder: BackupFolder) throws(RestoreError) {
        let hidden = try DiskFile.names(in: folder.path).filter { $0.hasPrefix(BackupFolder.partialPrefix) }
        for name in hidden where name.hasSuffix(Backup.manifestSuffix) {
            let path = "\(folder.path)/\(name)"
            guard let text = try? DiskFile.text(of: path), let manifest = try? BackupManifest(text: text),
                BackupFolder.isBackup(manifest.file), !manifest.file.contains("/")
            else { continue }
            let backup = Backup(path: "\(folder.path)/\(manifest.file)", manifest: manifest)
            // Written only after the file was, under a name that no other file had: this is the file that it describes.
            guard DiskFile.size(of: backup.path) == manifest.fileBytes, DiskFile.size(of: backup.manifestPath) == nil else { continue }
            try DiskFile.move(path, to: backup.manifestPath)
        }
        DiskFile.removeLeftovers(in: folder.path, prefix: BackupFolder.partialPrefix)
        // Whoever lists or restores backups needs no lock, and may be reading younger ones.
        DiskFile.removeLeftovers(in: folder.path, prefix: BackupFolder.unpackedPrefix, olderThan: 86_400)
    }
}
