public import Database
public import Timekeeping

/// What is in a backup, written beside it when all of it was verified. A file without one is no backup.
public struct BackupManifest: Sendable, Equatable {
    /// How the database is stored.
    public enum Compression: String, Sendable, Equatable {
        /// As it is.
        case none
        /// As one member of gzip (RFC 1952).
        case gzip
    }

    /// The product whose file it is, such as `cronping`.
    public var product: String
    /// The product's version that made it.
    public var version: String
    /// The name of the backup's file when it was made.
    public var file: String
    /// The state that it holds: every commit at or before this moment, and none after.
    public var takenAt: Timestamp
    /// Bytes of the database.
    public var bytes: Int64
    /// Bytes of the file as stored.
    public var fileBytes: Int64
    /// SHA-256 of the file as stored, as 64 lowercase hexadecimal digits.
    public var sha256: String
    /// SHA-256 of the database, in the same form.
    public var databaseSHA256: String
    /// How the database is stored in the file.
    public var compression: Compression
    /// Rows of each table.
    public var rowCounts: [String: Int64]
    /// Rows that refer to missing ones, as `table → parent: count`. They were so in the live file, too.
    public var brokenReferences: [String]
    /// Bytes of a page.
    public var pageSize: Int64
    /// Where in the archive the commits begin that it does not hold; `nil` without an archive.
    public var position: ArchivePosition?
    /// The SQLite that made it, such as `3.40.1`.
    public var sqliteVersion: String

    /// A manifest.
    public init(
        product: String,
        version: String,
        file: String,
        takenAt: Timestamp,
        bytes: Int64,
        fileBytes: Int64,
        sha256: String,
        databaseSHA256: String,
        compression: Compression,
        rowCounts: [String: Int64],
        brokenReferences: [String] = [],
        pageSize: Int64,
        position: ArchivePosition?,
        sqliteVersion: String
    ) {
        self.product = product
        self.version = version
        self.file = file
        self.takenAt = takenAt
        self.bytes = bytes
        self.fileBytes = fileBytes
        self.sha256 = sha256
        self.databaseSHA256 = databaseSHA256
        self.compression = compression
        self.rowCounts = rowCounts
        self.brokenReferences = brokenReferences
        self.pageSize = pageSize
        self.position = position
        self.sqliteVersion = sqliteVersion
    }
}
