/// A backup that is about to be unpacked.
struct RestoreBase: Sendable {
    let path: String
    /// `nil` only where somebody said that it need not be there.
    let manifest: BackupManifest?

    init(_ backup: Backup) {
        path = backup.path
        manifest = backup.manifest
    }

    /// The file that a person named: as a path, or as a name in the folder of backups.
    ///
    /// - Throws: ``RestoreError``, or what the manifest's reader throws.
    init(file: String, in folder: BackupFolder, needsManifest: Bool) throws {
        let given = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
        let candidates = given.contains("/") ? [given] : [given, "\(folder.path)/\(given)"]
        guard let path = candidates.first(where: { DiskFile.size(of: $0) != nil }) else { throw RestoreError.noFile(path: file) }
        self.path = path
        guard needsManifest else {
            manifest = nil
            return
        }
        guard DiskFile.size(of: path + ".json") != nil else { throw RestoreError.noManifest(path: path) }
        do {
            manifest = try BackupManifest(text: try DiskFile.text(of: path + ".json"))
        } catch let error as ManifestError {
            throw RestoreError.damaged(path: path, reason: "its manifest \(path).json cannot be trusted: \(error)")
        }
    }

    /// - Throws: ``RestoreError/wrongProduct(path:found:wanted:)``
    func check(isOf product: String) throws(RestoreError) {
        guard let manifest, manifest.product != product else { return }
        throw .wrongProduct(path: path, found: manifest.product, wanted: product)
    }
}
