import Database

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
        guard let path = try candidates.first(where: { try DiskFile.isThere($0) }) else { throw RestoreError.noFile(path: file) }
        self.path = path
        guard needsManifest else {
            for companion in ["-wal", "-journal"] where DiskFile.size(of: path + companion) ?? 0 > 0 {
                throw RestoreError.damaged(path: path, reason: "a part of it is in \(path)\(companion), which is no part of a backup")
            }
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

    /// Whether a file of which no manifest says it is the product's.
    ///
    /// - Throws: ``RestoreError/damaged(path:reason:)``
    func check(isOf product: String, _ tables: [String], in check: FileCheck) throws(RestoreError) {
        guard manifest == nil, !tables.isEmpty, !tables.contains(where: { check.rowCounts[$0] != nil }) else { return }
        throw .damaged(path: path, reason: "it has none of the tables of \(product), such as \(tables[0])")
    }

    /// - Throws: ``RestoreError/wrongProduct(path:found:wanted:)``
    func check(isOf product: String) throws(RestoreError) {
        guard let manifest, manifest.product != product else { return }
        throw .wrongProduct(path: path, found: manifest.product, wanted: product)
    }
}
