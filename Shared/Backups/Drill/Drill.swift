import Cryptography
import Database
import Glibc
import HTTPCore
public import Timekeeping
import POSIX

/// Restores the newest backup and all of the archive to a scratch place, checks what comes out, and throws it away: a backup that was never
/// restored is a hope. Touches no live file, so it may run beside a service.
public struct Drill: Sendable {
    private let folder: BackupFolder
    private let product: String
    private let now: @Sendable () -> Timestamp

    /// - Parameters:
    ///   - folder: whose newest backup to take.
    ///   - product: whose backup it has to be.
    ///   - now: the wall clock.
    public init(folder: BackupFolder, product: String, now: @escaping @Sendable () -> Timestamp = { .now }) {
        self.folder = folder
        self.product = product
        self.now = now
    }

    /// Where the last report is.
    static func reportPath(in folder: BackupFolder) -> String { folder.path + "/drill.json" }

    /// Drills, and writes the report to `drill.json` in the folder. Blocks; constant memory.
    ///
    /// - Throws: ``RestoreError`` if no drill could be made: another one runs, or the report cannot be written. What is wrong with the backup
    ///   is in the report.
    public func run() throws -> DrillReport {
        let lock = try takeLock()
        // The file stays: see ProcessLock.
        defer { FileLock.release(lock) }
        DiskFile.removeLeftovers(in: folder.path, prefix: ".drill-")
        let (time, start) = (now(), ContinuousClock.now)
        let attempt = Result { try build() }
        let backup = (try? newestBackup())?.path
        let report: DrillReport
        switch attempt {
        case .success(let (base, result)):
            report = DrillReport(
                time: time,
                backup: base.path,
                asOf: result.asOf,
                replayed: result.replayed,
                duration: ContinuousClock.now - start,
                error: nil,
                lastSuccess: time
            )
        case .failure(let error):
            report = DrillReport(
                time: time,
                backup: backup,
                asOf: nil,
                replayed: 0,
                duration: ContinuousClock.now - start,
                error: "\(error)",
                lastSuccess: lastSuccess
            )
        }
        try DiskFile.replace(Self.reportPath(in: folder), with: report.json.serialized() + "\n")
        return report
    }

    private func build() throws -> (RestoreBase, Rebuilding.Result) {
        do {
            return try buildOnce()
        } catch is ArchiveError {
            // Segments are compressed and deleted while a service runs: one may have got another name under our eyes. Not twice.
            return try buildOnce()
        } catch RestoreError.failed {
            // So may a backup have been thinned out.
            return try buildOnce()
        }
    }

    private func buildOnce() throws -> (RestoreBase, Rebuilding.Result) {
        guard let newest = try newestBackup() else { throw RestoreError.noBackup(folder: folder.path) }
        if let path = try folder.unreadable(after: newest, of: product).last {
            throw RestoreError.damaged(path: path, reason: "it is the newest backup, and its manifest cannot be read")
        }
        let base = RestoreBase(newest)
        try base.check(isOf: product)
        let scratch = "\(folder.path)/.drill-\(try RandomToken.base62(count: 12))"
        defer { DiskFile.removeScratch(scratch) }
        let archive = newest.manifest.position == nil ? nil : folder.archive(scratch: scratch)
        return (base, try Rebuilding(base: base, scratch: scratch).run(archive: archive))
    }

    /// The one that was made last, whatever a wrong clock wrote into an older one.
    private func newestBackup() throws -> Backup? { try folder.newest(asOf: now())?.backup ?? folder.backups().last }

    /// What the report says that is there already.
    private var lastSuccess: Timestamp? {
        guard let text = try? DiskFile.text(of: Self.reportPath(in: folder)), let report = try? JSONParser.parse(text) else { return nil }
        return report["last_success"]?.stringValue.flatMap { Timestamp(rfc3339: $0) }
    }

    private func takeLock() throws(RestoreError) -> Int32 {
        let path = folder.path + "/.drill.lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else {
            guard errno != ENOENT else { throw .noBackup(folder: folder.path) }
            throw .failed(what: "open the lock", path: path, reason: DiskFile.reason())
        }
        guard FileLock.take(descriptor) else {
            close(descriptor)
            throw .busy(folder: folder.path)
        }
        return descriptor
    }
}
