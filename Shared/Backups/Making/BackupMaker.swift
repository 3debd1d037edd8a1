public import Database
import Glibc
public import Timekeeping

/// Makes backups of a file while it is read and written: one file each, verified before it counts. At any moment at which the process is
/// killed, the folder holds the backups it held before, or one more.
public struct BackupMaker: Sendable {
    private let database: DatabaseFile
    private let product: String
    private let version: String
    private let folder: BackupFolder
    private let compresses: Bool
    private let now: @Sendable () -> Timestamp

    /// A maker.
    ///
    /// - Parameters:
    ///   - database: what to back up.
    ///   - product: whose file it is, such as `cronping`: a part of the backups' names.
    ///   - version: the product's.
    ///   - folder: where backups go; made when missing.
    ///   - compresses: whether they are compressed with gzip.
    ///   - now: the wall clock.
    public init(
        database: DatabaseFile,
        product: String,
        version: String,
        folder: BackupFolder,
        compresses: Bool,
        now: @escaping @Sendable () -> Timestamp = { .now }
    ) {
        self.database = database
        self.product = product
        self.version = version
        self.folder = folder
        self.compresses = compresses
        self.now = now
    }

    /// Makes one, and returns when it is on the disk. It holds every write that was acknowledged before the call. Writes go on meanwhile.
    ///
    /// Breaks off when its task is cancelled or the service stops.
    ///
    /// - Throws: ``BackupError``; `CancellationError`; `DatabaseError` if the file cannot be read. Then no backup was made.
    public func make() async throws -> Backup {
        do {
            let lock = try await Blocking.run { _ in try prepare() }
            let partial = try PartialBackup(in: folder)
            let (time, position, rowCounts) = try await copy(to: partial.database)
            return try await Blocking.runUnlessStopped { isCancelled in
                // Held to the end of the work, also if nobody waits for it, and no longer: the next one may follow at once.
                defer { lock.release() }
                defer { partial.remove() }
                return try finish(partial, time, position, rowCounts, isCancelled)
            }
        } catch let error as RestoreError {
            throw BackupError(error)
        }
    }

    private func prepare() throws -> FolderLock {
        try DiskFile.makeFolder(folder.path)
        let lock = try FolderLock(folder, attempt: now())
        try PartialBackup.recover(in: folder)
        if let foreign = try folder.backups().first(where: { $0.manifest.product != product }) {
            throw BackupError.foreignFolder(folder: folder.path, product: foreign.manifest.product)
        }
        let bytes = ["", "-wal"].compactMap { DiskFile.size(of: database.path + $0) }.reduce(0, +)
        // The compressed one beside the plain one, and nobody knows how small it will be.
        try DiskFile.checkRoom(in: folder.path, for: compresses ? 2 * bytes : bytes)
        return lock
    }

    /// Everything that needs the live file, which is let go of as soon as can be.
    private func copy(to path: String) async throws -> (Timestamp, ArchivePosition?, [String: Int64]) {
        let snapshot = try await database.snapshot()
        defer { snapshot.close() }
        let rowCounts = try await Blocking.run { isCancelled in
            do {
                let rowCounts = try snapshot.rowCounts(isCancelled: isCancelled)
                try snapshot.copy(to: path, isCancelled: isCancelled)
                if isCancelled() { throw CancellationError() }
                // Else only the umask decides who may read it.
                _ = chmod(path, 0o640)
                return rowCounts
            } catch {
                DiskFile.removeScratch(path)
                // Whatever breaking off looks like from below.
                if isCancelled() { throw CancellationError() }
                if case DatabaseError.sqlite(let code, let message, _) = error, [.corrupt, .notADatabase].contains(code.primary) {
                    throw BackupError.damaged([message])
                }
                throw error
            }
        }
        return (snapshot.time, snapshot.position, rowCounts)
    }

    private func finish(
        _ partial: PartialBackup,
        _ time: Timestamp,
        _ position: ArchivePosition?,
        _ rowCounts: [String: Int64],
        _ isCancelled: () -> Bool
    ) throws -> Backup {
        let check = try verified(partial.database, rowCounts)
        if compresses {
            try Gzip.compress(partial.database, to: partial.compressed, isCancelled: isCancelled)
            do {
                try Gzip.compare(partial.compressed, with: partial.database, isCancelled: isCancelled)
            } catch let error as GzipError {
                throw BackupError.notCompressed(reason: "\(error)")
            }
        }
        let file = compresses ? partial.compressed : partial.database
        let databaseSHA256 = try DiskFile.sha256(of: partial.database)
        let manifest = BackupManifest(
            product: product,
            version: version,
            file: try BackupName.free(in: folder, product: product, time: time, isCompressed: compresses),
            takenAt: time,
            bytes: DiskFile.size(of: partial.database) ?? 0,
            fileBytes: DiskFile.size(of: file) ?? 0,
            sha256: try compresses ? DiskFile.sha256(of: file) : databaseSHA256,
            databaseSHA256: databaseSHA256,
            compression: compresses ? .gzip : .none,
            rowCounts: rowCounts,
            brokenReferences: check.brokenReferences,
            pageSize: try Self.pageSize(of: partial.database),
            position: position,
            sqliteVersion: SQLiteLibrary.version
        )
        if isCancelled() { throw CancellationError() }
        return try partial.publish(file, manifest)
    }

    private func verified(_ path: String, _ rowCounts: [String: Int64]) throws -> FileCheck {
        let check = try FileCheck(path: path, isFull: false)
        guard check.damage.isEmpty else { throw BackupError.damaged(check.damage) }
        for table in Set(rowCounts.keys).union(check.rowCounts.keys).sorted() where rowCounts[table] != check.rowCounts[table] {
            throw BackupError.rowsDiffer(table: table, wanted: rowCounts[table], found: check.rowCounts[table])
        }
        return check
    }

    /// Source: the database file format, §1.3.2 (<https://www.sqlite.org/fileformat2.html#page_size>).
    private static func pageSize(of path: String) throws -> Int64 {
        let start = try DiskFile.start(of: path, count: 18)
        guard start.count == 18 else { throw BackupError.damaged(["the file has \(start.count) bytes"]) }
        let size = Int64(start[16]) << 8 | Int64(start[17])
        return size == 1 ? 65_536 : size
    }
}
