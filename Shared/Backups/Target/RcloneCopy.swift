/// Copies to wherever rclone can (<https://rclone.org>): S3 and what is compatible with it, SFTP, and so on. Its remotes and their secrets
/// are in its own configuration, or in its environment variables.
struct RcloneCopy: Sendable {
    let folder: BackupFolder
    let remote: String
    /// The program, looked up in `PATH`.
    var program = "rclone"

    /// Copies the archive, then the backups, and last their manifests, so that whatever has one there is whole. What cannot be copied keeps
    /// nothing else away.
    ///
    /// - Throws: ``BackupError/target(_:reason:)`` for the first that failed, with rclone's last words; `CancellationError`.
    func run(isCancelled: () -> Bool) throws {
        var failure = FirstFailure()
        // Looked for before the files are copied: one that is made meanwhile would have none there.
        var backups = try folder.backups().filter { backup in try failure.attempt { try backup.checkSize(for: .rclone(remote)) } }
        // The one kind of file that becomes longer.
        try failure.attempt { try copy(["/archive/*/\(ArchiveUpkeep.index)"], isImmutable: false, isCancelled) }
        try failure.attempt { try copy(["/archive/*/*.segment.gz"], isCancelled) }
        let areThere = try failure.attempt { try copy(backups.map { Self.pattern($0.path) }, isCancelled) }
        if !areThere {
            var sizes: [Substring: Int64] = [:]
            try failure.attempt { sizes = try self.sizes(isCancelled) }
            backups = backups.filter { sizes[DiskFile.name(of: $0.path)[...]] == $0.manifest.fileBytes }
        }
        try failure.attempt { try copy(backups.map { Self.pattern($0.manifestPath) }, isCancelled) }
        try failure.end()
    }

    /// - Parameter isImmutable: whoever changes a copy there, or a file here, is then noticed, not followed.
    private func copy(_ patterns: [String], isImmutable: Bool = true, _ isCancelled: () -> Bool) throws {
        guard !patterns.isEmpty else { return }
        // Hidden files are unfinished.
        let filters = (["- .*"] + patterns.map { "+ " + $0 } + ["- *"]).flatMap { ["--filter", $0] }
        _ = try call(["copy", "--quiet"] + (isImmutable ? ["--immutable"] : []) + filters + ["--", folder.path, remote], isCancelled)
    }

    /// What is there already, by name, in bytes.
    private func sizes(_ isCancelled: () -> Bool) throws -> [Substring: Int64] {
        let list = try call(["lsf", "--quiet", "--files-only", "--format", "sp", "--", remote], isCancelled)
        let files = list.split(separator: "\n").compactMap { line -> (Substring, Int64)? in
            let parts = line.split(separator: ";", maxSplits: 1)
            return parts.count == 2 ? Int64(parts[0]).map { (parts[1], $0) } : nil
        }
        return Dictionary(files) { first, _ in first }
    }

    /// - Returns: what rclone wrote.
    private func call(_ arguments: [String], _ isCancelled: () -> Bool) throws -> String {
        let result: ToolProcess.Result
        do {
            result = try ToolProcess.run(program, arguments, isCancelled: isCancelled)
        } catch ToolProcess.Failure.notFound {
            throw BackupError.target(
                remote,
                reason: """
                    \(program) is not installed. Install it (apt-get install rclone), or set BACKUP_TARGET to the path of a folder.
                    """
            )
        } catch ToolProcess.Failure.notStarted(let reason) {
            throw BackupError.target(remote, reason: "\(program) cannot be started: \(reason)")
        }
        guard result.status == 0 else {
            throw BackupError.target(remote, reason: "\(program) ended with status \(result.status): \(result.lastWords)")
        }
        return result.output
    }

    /// A file in the folder as a pattern of rclone, in which some signs mean something (<https://rclone.org/filtering/>).
    private static func pattern(_ path: String) -> String {
        "/" + DiskFile.name(of: path).map { "*?[]{}\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    }
}
