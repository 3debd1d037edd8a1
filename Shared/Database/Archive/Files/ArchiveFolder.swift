import Glibc
import POSIX

/// The names in an archive's folder.
///
///     .lock               held by whoever writes
///     current             the generation that is written to
///     checkpoint          what the database file looked like after the last checkpoint (CheckpointNote)
///     times               when the commits were made that are not archived yet (CommitTimes)
///     <generation>/index  when the commits of closed segments were made (SegmentIndex)
///     <generation>/<first commit, 16 digits>.segment[.gz]
struct ArchiveFolder: Sendable {
    /// A segment by its name.
    struct Entry: Sendable, Equatable {
        let generation: Generation
        let firstSequence: Int64
        let isCompressed: Bool
        let path: String
    }

    let path: String

    var lockPath: String { path + "/.lock" }
    var currentPath: String { path + "/current" }
    var checkpointPath: String { path + "/checkpoint" }
    var timesPath: String { path + "/times" }

    func path(of generation: Generation) -> String { "\(path)/\(generation.text)" }

    func indexPath(of generation: Generation) -> String { path(of: generation) + "/index" }

    /// Where a segment that begins with this commit belongs.
    func segmentPath(of generation: Generation, firstSequence: Int64) -> String {
        let digits = String(firstSequence)
        return "\(path(of: generation))/\(String(repeating: "0", count: max(0, 16 - digits.utf8.count)))\(digits).segment"
    }

    /// The generation that is written to; `nil` if none is.
    func current() throws(ArchiveError) -> Generation? {
        guard let file = try RawFile.existing(currentPath) else { return nil }
        let bytes = try file.bytes(at: 0, count: 64)
        return Generation(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }

    /// All generations that have a folder, in no particular order. None where there is no archive.
    func generations() throws(ArchiveError) -> [Generation] { try names(in: path).compactMap { Generation($0) } }

    /// The segments of a generation in order. One that is there twice, because its compression did not get to its end, counts once.
    func segments(of generation: Generation) throws(ArchiveError) -> [Entry] {
        var entries: [Int64: Entry] = [:]
        for name in try names(in: path(of: generation)) {
            let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].utf8.count >= 16, let first = Int64(parts[0]), first > 0 else { continue }
            guard parts[1] == "segment" || parts[1] == "segment.gz" else { continue }
            let isCompressed = parts[1] == "segment.gz"
            if let other = entries[first], !other.isCompressed { continue }
            let path = "\(path(of: generation))/\(name)"
            entries[first] = Entry(generation: generation, firstSequence: first, isCompressed: isCompressed, path: path)
        }
        return entries.values.sorted { $0.firstSequence < $1.firstSequence }
    }

    func exists(_ generation: Generation) -> Bool { access(path(of: generation), F_OK) == 0 }

    /// The names in a folder; none if it does not exist.
    private func names(in folder: String) throws(ArchiveError) -> [String] {
        do throws(SystemError) {
            return try FolderListing.names(in: folder)
        } catch {
            guard error.number == ENOENT else { throw .failed(what: "look into", path: folder, reason: "\(error)") }
            return []
        }
    }
}

// MARK: For whoever writes

extension ArchiveFolder {
    /// Makes the folder, and those it is in, unless they are there.
    func create() throws(ArchiveError) { try Self.create(path) }

    func create(_ generation: Generation) throws(ArchiveError) {
        try Self.create(path(of: generation))
        try Self.sync(path)
    }

    /// What is written to from now on.
    func setCurrent(_ generation: Generation) throws(ArchiveError) {
        try Self.replace(currentPath, with: Array("\(generation.text)\n".utf8))
        try Self.sync(path)
    }

    /// Removes segments that somebody who was killed had not finished.
    func removeDrafts(of generation: Generation) throws(ArchiveError) {
        for name in try names(in: path(of: generation)) where name.hasSuffix(".segment.new") {
            unlink("\(path(of: generation))/\(name)")
        }
    }

    /// Writes a small file, whole or not at all, in the place of one that may be there.
    static func replace(_ path: String, with bytes: [UInt8]) throws(ArchiveError) {
        let draft = try RawFile(path + ".new", O_WRONLY | O_CREAT | O_TRUNC)
        try draft.write(bytes, at: 0)
        try draft.sync()
        guard rename(draft.path, path) == 0 else { throw .last("replace", path) }
    }

    /// Returns when the names in a folder are on the disk.
    static func sync(_ folder: String) throws(ArchiveError) { try RawFile(folder, O_RDONLY | O_DIRECTORY).sync() }

    private static func create(_ folder: String) throws(ArchiveError) {
        var path = ""
        for component in folder.split(separator: "/", omittingEmptySubsequences: false) {
            path += component
            defer { path += "/" }
            if path.isEmpty || mkdir(path, 0o750) == 0 { continue }
            let failure = errno
            var status = stat()
            // A parent that exists but may not be written to is no fault by itself.
            if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { continue }
            throw .failed(what: "make the folder", path: path, reason: SystemError.text(failure))
        }
    }
}
