import Database
import POSIX

/// Brings what is new in a folder of backups to its second place. Deletes nothing there.
struct TargetCopy: Sendable {
    let folder: BackupFolder
    let target: BackupTarget

    /// Copies what is not there yet: compressed segments of the archive, then backups, each manifest after its file, so that whatever has a
    /// manifest there is whole. What cannot be copied keeps nothing else away.
    ///
    /// - Throws: ``BackupError`` for the first that failed; `CancellationError`. What was copied stays, and is not copied again.
    func run(isCancelled: () -> Bool) throws {
        do {
            switch target {
            case .folder(let path): try copy(to: path, isCancelled)
            case .rclone(let remote): try RcloneCopy(folder: folder, remote: remote).run(isCancelled: isCancelled)
            }
        } catch let error as RestoreError {
            throw BackupError.target("\(target)", reason: "\(error)")
        }
    }

    private func copy(to path: String, _ isCancelled: () -> Bool) throws {
        // Not made here: a disk that is not mounted looks like a missing folder, and its mount point may be on the disk of the live file.
        guard DiskFile.isFolder(path) else {
            throw BackupError.target(path, reason: "there is no such folder. Make it, or mount the disk that it is on.")
        }
        guard !DiskFile.isSame(path, folder.path) else {
            throw BackupError.target(path, reason: "it is the folder of backups itself. Set BACKUP_TARGET to another one.")
        }
        // Left behind by a killed process. Somebody else may be writing younger ones.
        DiskFile.removeLeftovers(in: path, prefix: BackupFolder.partialPrefix, olderThan: 86_400)
        var failure = FirstFailure()
        for segment in try folder.archive().segments() where segment.isCompressed {
            try failure.attempt {
                let place = "\(path)/archive/\(segment.generation)"
                try DiskFile.makeFolder(place)
                try copy(segment.path, into: place, replacing: .nothing, isCancelled)
                try copy("\(FilePath.folder(of: segment.path))/\(ArchiveUpkeep.index)", into: place, replacing: .shorter, isCancelled)
            }
        }
        for backup in try folder.backups() {
            try failure.attempt {
                try backup.checkSize(for: target)
                try copy(backup.path, into: path, replacing: .anything, isCancelled)
                try copy(backup.manifestPath, into: path, replacing: .anything, isCancelled)
            }
        }
        try failure.end()
    }

    /// What a file may take the place of.
    private enum Replaced { case nothing, shorter, anything }

    private func copy(_ file: String, into place: String, replacing replaced: Replaced, _ isCancelled: () -> Bool) throws {
        if isCancelled() { throw CancellationError() }
        let copy = "\(place)/\(DiskFile.name(of: file))"
        let found = DiskFile.size(of: copy)
        // One that has the same length is the same: these files never change, or, as an archive's index, only become longer.
        guard let size = DiskFile.size(of: file), size != found else { return }
        if let found, replaced == .nothing || replaced == .shorter && found > size {
            throw BackupError.target("\(target)", reason: "\(copy) has \(found) bytes, and \(file) has \(size): one of them was changed.")
        }
        try DiskFile.checkRoom(in: place, for: size)
        do {
            try DiskFile.copyWhole(file, to: copy, isCancelled: isCancelled)
        } catch {
            // Unless it was thinned out meanwhile.
            if DiskFile.size(of: file) != nil { throw error }
        }
    }
}

extension Backup {
    /// Half of it is not to take the place of the whole.
    ///
    /// - Throws: ``BackupError/target(_:reason:)`` if the file has not the size that its manifest says. Not if it is gone.
    func checkSize(for target: BackupTarget) throws(BackupError) {
        guard let size = DiskFile.size(of: path), size != manifest.fileBytes else { return }
        throw .target("\(target)", reason: "\(path) is damaged: it has \(size) bytes, its manifest says \(manifest.fileBytes).")
    }
}
