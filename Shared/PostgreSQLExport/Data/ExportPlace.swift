import Glibc
import POSIX

/// Where files of an export may go: to a new name, or in the place of an empty file or an earlier export.
enum ExportPlace {
    /// How each file that an export makes begins, by its name: only a file that begins so is replaced.
    static func files(of path: String) -> [(path: String, beginning: String)] {
        [(path, LoadScript.firstWords), (DumpManifest.path(besideFileAt: path), DumpManifest.firstWords)].flatMap { file, beginning in
            [(file, beginning), (file + ExportFile.draftSuffix, beginning)]
        }
    }

    /// The path without symbolic links: what they lead to is replaced, not they.
    static func resolve(_ path: String) throws -> String {
        if let real = real(path) { return real }
        guard errno == ENOENT else { throw FileFault.make(path, "cannot be looked at") }
        var status = stat()
        guard lstat(path, &status) != 0 else {
            throw PostgreSQLExportError.file(path: path, reason: "this is a link to a file that is not there; name the file itself")
        }
        let folder = FilePath.folder(of: path)
        guard let real = real(folder) else { throw FileFault.make(folder, "cannot be looked at") }
        return "\(real == "/" ? "" : real)/\(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])"
    }

    /// Whether two paths without symbolic links are one file, also by two hard links.
    static func isSame(_ path: String, _ other: String) -> Bool {
        var one = stat()
        var two = stat()
        guard lstat(path, &one) == 0, lstat(other, &two) == 0 else { return path == other }
        return one.st_dev == two.st_dev && one.st_ino == two.st_ino
    }

    /// - Throws: ``PostgreSQLExportError/file(path:reason:)`` if there is something that is not ours to replace.
    static func check(_ path: String, beginning: String) throws {
        // Nonblocking: a pipe would wait for its writer.
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        if descriptor < 0, errno == ENOENT { return }
        guard descriptor >= 0 else { throw FileFault.make(path, "cannot be opened") }
        defer { close(descriptor) }
        try check(descriptor, path, beginning: beginning)
    }

    /// The same for an open file.
    static func check(_ descriptor: Int32, _ path: String, beginning: String) throws {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw PostgreSQLExportError.file(path: path, reason: "this is no regular file; name a file, or - for standard output")
        }
        var start = [UInt8](repeating: 0, count: beginning.utf8.count)
        let count = pread(descriptor, &start, start.count, 0)
        guard count >= 0 else { throw FileFault.make(path, "cannot be read") }
        guard count == 0 || start.elementsEqual(beginning.utf8) else {
            throw PostgreSQLExportError.file(
                path: path,
                reason: "this is another file than an export, and stays as it is. Name another file, or delete this one."
            )
        }
    }

    /// `nil` with `errno` if it does not exist or cannot be looked at.
    private static func real(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}

extension PostgreSQLExporter {
    /// Finds out, before anything is done, whether an export to a file would replace something else than an earlier export.
    ///
    /// - Parameters:
    ///   - path: where the export is to go.
    ///   - others: files that must stay, whatever is in them. They need not exist.
    /// - Throws: ``PostgreSQLExportError/file(path:reason:)``
    public static func checkPlace(_ path: String, sparing others: [String]) throws {
        let spared = others.map { (try? ExportPlace.resolve($0)) ?? $0 }
        for file in ExportPlace.files(of: try ExportPlace.resolve(path)) {
            guard !spared.contains(where: { ExportPlace.isSame($0, file.path) }) else {
                throw PostgreSQLExportError.file(path: file.path, reason: "this belongs to the data that is exported. Name another file.")
            }
            try ExportPlace.check(file.path, beginning: file.beginning)
        }
    }
}
