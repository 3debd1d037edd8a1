extension BackupFolder {
    /// The files that look like backups of the product and are newer than one, by their names, but whose manifests cannot be read.
    func unreadable(after backup: Backup, of product: String) throws -> [String] {
        try unreadable().filter { path in
            let name = DiskFile.name(of: path)
            return Self.isBackup(name) && name.hasPrefix("\(product)-") && name > DiskFile.name(of: backup.path)
        }
    }
}
