import Cryptography
import Database
import Timekeeping
import POSIX

/// Makes a database file of a backup and of the archive after it, and believes nothing that it has not checked.
struct Rebuilding: Sendable {
    /// What the archive gave.
    struct Result: Sendable {
        let check: FileCheck
        let asOf: Timestamp?
        let replayed: Int
    }

    let base: RestoreBase
    /// A path that does not exist yet.
    let scratch: String

    /// - Parameters:
    ///   - archive: `nil` for the backup alone.
    ///   - moment: the last moment whose commits are wanted; `nil` for all.
    /// - Throws: ``RestoreError``, or `ArchiveError`. What was made of the scratch file by then is for the caller to remove.
    func run(archive: ArchiveReader?, until moment: Timestamp? = nil) throws -> Result {
        try unpack()
        let check = try check(of: scratch)
        try compare(check)
        guard let archive, let manifest = base.manifest, let position = manifest.position else {
            try DiskFile.sync(scratch)
            return Result(check: check, asOf: base.manifest?.takenAt, replayed: 0)
        }
        let replay = try archive.replay(onto: scratch, after: position, until: moment)
        let checkAfter = replay.commits == 0 ? check : try self.check(of: scratch)
        try DiskFile.sync(scratch)
        return Result(check: checkAfter, asOf: replay.lastTime ?? manifest.takenAt, replayed: replay.commits)
    }

    /// The file as stored has the digest of the manifest, and so has what comes out of it: the first finds a changed byte that the second
    /// does not depend on, the second one that was there before the file was stored.
    private func unpack() throws {
        let folder = FilePath.folder(of: scratch)
        if let manifest = base.manifest {
            try expect(manifest.fileBytes, manifest.sha256, of: base.path, "the file")
            // Once more as much for what the archive adds at most: pages that are new, and the journal while they are written.
            try DiskFile.checkRoom(in: folder, for: manifest.bytes)
        }
        do {
            if try isCompressed {
                try Gzip.decompress(base.path, to: scratch)
            } else {
                try DiskFile.copy(base.path, to: scratch)
            }
        } catch let error as GzipError {
            throw RestoreError.damaged(path: base.path, reason: "it cannot be decompressed: \(error)")
        }
        if let manifest = base.manifest {
            try expect(manifest.bytes, manifest.databaseSHA256, of: scratch, "the database in it")
        }
    }

    private var isCompressed: Bool {
        get throws {
            if let manifest = base.manifest { return manifest.compression == .gzip }
            // RFC 1952 §2.3.1: what every gzip file begins with, and no database does.
            return try DiskFile.start(of: base.path, count: 2) == [0x1F, 0x8B]
        }
    }

    private func expect(_ bytes: Int64, _ digest: String, of path: String, _ what: String) throws {
        let found = DiskFile.size(of: path) ?? 0
        guard found == bytes else {
            throw RestoreError.damaged(path: base.path, reason: "\(what) has \(found) bytes, its manifest says \(bytes)")
        }
        guard try DiskFile.sha256(of: path) == digest else {
            throw RestoreError.damaged(path: base.path, reason: "\(what) is not what was backed up: the manifest has another SHA-256")
        }
    }

    private func check(of path: String) throws -> FileCheck {
        let check: FileCheck
        do {
            check = try FileCheck(path: path, isFull: true)
        } catch let error as DatabaseError {
            throw RestoreError.damaged(path: base.path, reason: "the database in it cannot be read: \(error)")
        }
        guard check.damage.isEmpty else {
            throw RestoreError.damaged(
                path: base.path,
                reason: "the database in it is damaged: \(check.damage.prefix(3).joined(separator: "; "))"
            )
        }
        return check
    }

    private func compare(_ check: FileCheck) throws {
        guard let expected = base.manifest?.rowCounts else { return }
        for table in Set(expected.keys).union(check.rowCounts.keys).sorted() where expected[table] != check.rowCounts[table] {
            let (found, wanted) = (check.rowCounts[table].map { "\($0)" } ?? "none", expected[table].map { "\($0)" } ?? "none")
            throw RestoreError.damaged(path: base.path, reason: "table \"\(table)\" has \(found) rows, its manifest says \(wanted)")
        }
    }
}
