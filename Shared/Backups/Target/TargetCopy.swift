import Database

/// Brings what is new in a folder of backups to its second place. Deletes nothing there.
struct TargetCopy: Sendable {
    let folder: BackupFolder
    let target: BackupTarget

    /// Copies what is not there yet: compressed segments of the archive, then backups, then manifests, so that whatever has a manifest
    /// there is whole.
    ///
    /// - Throws: ``BackupError``; `CancellationError`. What was copied by then stays, and is not copied again.
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
        // Left behind by a killed process. Nobody else writes there: a target is a product's own.
        DiskFile.removeLeftovers(in: path, prefix: BackupFolder.partialPrefix)
        // Manifests are looked for before the files: one that is made meanwhile would have no file there.
        let backups = try folder.backups()
        for segment in try folder.archive().segments() where segment.isCompressed {
            let place = "\(path)/archive/\(segment.generation)"
            try DiskFile.makeFolder(place)
            try copy(segment.path, into: place, isCancelled)
            try copy("\(DiskFile.folder(of: segment.path))/\(ArchiveUpkeep.index)", into: place, isCancelled)
        }
        for backup in backups { try copy(backup.path, into: path, isCancelled) }
        for backup in backups { try copy(backup.manifestPath, into: path, isCancelled) }
    }

    private func copy(_ file: String, into place: String, _ isCancelled: () -> Bool) throws {
        if isCancelled() { throw CancellationError() }
        let copy = "\(place)/\(DiskFile.name(of: file))"
        // One that has the same length is the same: these files never change, or, as an archive's index, only become longer.
        guard let size = DiskFile.size(of: file), size != DiskFile.size(of: copy) else { return }
        try DiskFile.checkRoom(in: place, for: size)
        try DiskFile.copyWhole(file, to: copy)
    }
}
