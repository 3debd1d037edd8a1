extension Backup {
    /// Copies the file and its manifest to a second place, and returns when both are on the disk. The manifest comes last, because a backup
    /// without one does not count.
    ///
    /// - Parameter place: a file, which is replaced if it exists, or a folder that exists.
    /// - Returns: where the copy is.
    /// - Throws: an error that names the file that cannot be read or written.
    public func copy(to place: String) throws -> String {
        let target = DiskFile.isFolder(place) ? "\(place)/\(DiskFile.name(of: path))" : place
        // Asked to copy it onto itself, which would remove its manifest.
        guard !DiskFile.isSame(target, path) else { return path }
        try DiskFile.remove(target + Self.manifestSuffix)
        for suffix in ["", Self.manifestSuffix] { try DiskFile.copyWhole(path + suffix, to: target + suffix) }
        return target
    }
}
