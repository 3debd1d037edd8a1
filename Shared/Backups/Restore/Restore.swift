import Cryptography
import Database
public import Timekeeping
import POSIX

/// Puts a backup, or the state of any archived moment, into the place of the live file.
///
/// Everything is verified before anything is replaced: the manifest, the digest of the file, the digest and the integrity of the database
/// in it, its rows. The old file is kept. Ended at any moment, it leaves either the old or the new file, whole.
public struct Restore: Sendable {
    /// The live file, as `DATABASE_PATH` names it. It need not exist.
    public var path: String
    /// Where backups and archive are.
    public var folder: BackupFolder
    /// Whose backups are accepted.
    public var product: String
    /// The tables that tell a file of the product from others: a file without a manifest needs one of them. Default: it needs none.
    public var tables: [String] = []
    /// Whether to do everything but the last step.
    public var isDryRun = false
    /// The wall clock.
    public var now: @Sendable () -> Timestamp = { .now }

    /// A restore that replaces the file.
    public init(path: String, folder: BackupFolder, product: String) {
        self.path = path
        self.folder = folder
        self.product = product
    }

    /// Does it. Blocks; constant memory.
    ///
    /// - Throws: ``RestoreError``; `DatabaseError.inUse` while a service has the file; `ArchiveError` where the archive has a gap or is
    ///   damaged. Then the live file is as it was.
    public func run(_ source: RestoreSource) throws -> RestoreOutcome {
        var warnings = try catchUp(source)
        // From here on no service can start before this is over.
        let claim = try DatabaseFile.claim(path)
        defer { withExtendedLifetime(claim) {} }
        let place = claim.path
        let prefix = ".restore-\(place.dropFirst(FilePath.folder(of: place).count).drop { $0 == "/" })-"
        DiskFile.removeLeftovers(in: FilePath.folder(of: place), prefix: prefix)
        let scratch = "\(FilePath.folder(of: place))/\(prefix)\(try RandomToken.base62(count: 12))"
        defer { DiskFile.removeScratch(scratch) }
        let (base, result) = try build(source, at: scratch, &warnings)
        if !result.check.brokenReferences.isEmpty {
            let broken = result.check.brokenReferences.joined(separator: "; ")
            warnings.append("rows refer to missing ones, as they did when it was backed up: \(broken)")
        }
        let kept = isDryRun ? nil : try Replacement(place: place, time: now()).carryOut(with: scratch) { try claim.foldWAL() }
        return RestoreOutcome(
            backup: base.path,
            path: path,
            asOf: result.asOf,
            replayed: result.replayed,
            rowCounts: result.check.rowCounts,
            kept: kept,
            warnings: warnings,
            isDryRun: isDryRun
        )
    }

    /// Has the archive take in what a killed service left in the write-ahead log: else its last second would be missing, now or when somebody
    /// wants a moment before this restore. Does nothing where there is no archive.
    private func catchUp(_ source: RestoreSource) throws -> [String] {
        guard DiskFile.size(of: path) != nil, !isDryRun || source.usesArchive else { return [] }
        do {
            try DatabaseFile.catchUpArchive(path: path, options: ArchiveOptions(folder: folder.archiveFolder))
            return []
        } catch let error as DatabaseError {
            if case .inUse = error { throw error }
            return ["the last commits of the live file, if any, could not be moved to the archive: \(error)"]
        } catch {
            return ["the last commits of the live file, if any, could not be moved to the archive: \(error)"]
        }
    }

    private func build(
        _ source: RestoreSource,
        at scratch: String,
        _ warnings: inout [String]
    ) throws -> (RestoreBase, Rebuilding.Result) {
        switch source {
        case .file(let file, let needsManifest):
            let base = try RestoreBase(file: file, in: folder, needsManifest: needsManifest)
            try base.check(isOf: product)
            let result = try Rebuilding(base: base, scratch: scratch).run(archive: nil)
            try base.check(isOf: product, tables, in: result.check)
            return (base, result)
        case .latest:
            return try buildLatest(at: scratch, &warnings)
        case .moment(let moment):
            let history = try BackupHistory(folder, scratch: scratch)
            let bases = try history.bases(for: moment, now: now()).map { RestoreBase($0) }
            let built = try build(bases, history.archive, until: moment, at: scratch, &warnings)
            if let end = built.1.asOf, history.isBeyondArchive(moment, of: built.0) {
                warnings.append("the archive ends at \(end.rfc3339); commits after that, if there were any, are lost")
            }
            return built
        }
    }

    private func buildLatest(at scratch: String, _ warnings: inout [String]) throws -> (RestoreBase, Rebuilding.Result) {
        let history = try BackupHistory(folder, scratch: scratch)
        guard let newest = history.backups.last else { throw RestoreError.noBackup(folder: folder.path) }
        let unreadable = try folder.unreadable(after: newest, of: product)
        if let path = unreadable.last {
            guard newest.manifest.position != nil else {
                throw RestoreError.damaged(path: path, reason: "it is the newest backup, and its manifest cannot be read")
            }
            warnings.append("\(path) was passed over: its manifest cannot be read")
        }
        if let beyond = history.firstCommitBeyond(newest) {
            warnings.append("commits from \(beyond.rfc3339) on are in an archive that no backup begins; they are not in the restored file")
        }
        if let position = newest.manifest.position, history.current == nil,
            !history.segments.contains(where: { $0.generation == position.generation })
        {
            warnings.append("commits after the backup, if there were any, are not in this copy of the archive")
        }
        guard let position = newest.manifest.position else {
            let base = RestoreBase(newest)
            try base.check(isOf: product)
            return (base, try Rebuilding(base: base, scratch: scratch).run(archive: nil))
        }
        let bases = history.backups.filter { $0.manifest.position?.generation == position.generation }.reversed()
        return try build(bases.map { RestoreBase($0) }, history.archive, until: nil, at: scratch, &warnings)
    }

    /// From the nearest backup; where that is damaged, from the one before: the archive leads to the same state from each of them.
    private func build(
        _ bases: [RestoreBase],
        _ archive: ArchiveReader,
        until moment: Timestamp?,
        at scratch: String,
        _ warnings: inout [String]
    ) throws -> (RestoreBase, Rebuilding.Result) {
        var first: (any Error)?
        for base in bases {
            try base.check(isOf: product)
            do {
                let result = try Rebuilding(base: base, scratch: scratch).run(archive: archive, until: moment)
                if let first { warnings.append("the nearest backup was passed over: \(first)") }
                return (base, result)
            } catch let error as RestoreError {
                guard case .damaged = error else { throw first ?? error }
                if first == nil { first = error }
                DiskFile.removeScratch(scratch)
            } catch {
                // An archive that does not reach back so far: what is wrong is the nearest backup.
                throw first ?? error
            }
        }
        throw first ?? RestoreError.noBackup(folder: folder.path)
    }
}

extension RestoreSource {
    /// Whether commits of the archive can be a part of it.
    fileprivate var usesArchive: Bool {
        switch self {
        case .file: false
        case .latest, .moment: true
        }
    }
}

extension DiskFile {
    /// Removes an unfinished file, and what SQLite may have put beside it.
    static func removeScratch(_ path: String) {
        for suffix in ["", "-wal", "-journal", "-shm"] { try? remove(path + suffix) }
    }
}
