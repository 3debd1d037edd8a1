/// A backup that counts: a file, and the manifest beside it.
public struct Backup: Sendable, Equatable {
    /// Where the file is: `.db`, or `.db.gz` if it is compressed. The manifest is at the same path with `.json` after it.
    public let path: String
    /// What is in it.
    public let manifest: BackupManifest

    /// A backup.
    public init(path: String, manifest: BackupManifest) {
        self.path = path
        self.manifest = manifest
    }

    /// What manifests have after the name of the file.
    static let manifestSuffix = ".json"

    var manifestPath: String { path + Self.manifestSuffix }
}
