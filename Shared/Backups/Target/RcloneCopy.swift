/// Copies to wherever rclone can (<https://rclone.org>): S3 and what is compatible with it, SFTP, and so on. Its remotes and their secrets
/// are in its own configuration, or in its environment variables.
struct RcloneCopy: Sendable {
    let folder: BackupFolder
    let remote: String
    /// The program, looked up in `PATH`.
    var program = "rclone"

    /// What is copied one after the other: manifests last, so that whatever has one there is whole. Hidden files are unfinished.
    private static let steps = [
        // The one kind of file that becomes longer.
        Step(files: ["/archive/*/\(ArchiveUpkeep.index)"], isImmutable: false),
        Step(files: ["/archive/*/*.segment.gz"]),
        Step(files: ["/*.db", "/*.db.gz"]),
        Step(files: ["/*.db.json", "/*.db.gz.json"]),
    ]

    private struct Step {
        let files: [String]
        /// Whoever changes a copy there, or a file here, is then noticed, not followed.
        var isImmutable = true

        var arguments: [String] {
            let filters = ["- .*"] + files.map { "+ " + $0 } + ["- *"]
            return (isImmutable ? ["--immutable"] : []) + filters.flatMap { ["--filter", $0] }
        }
    }

    /// - Throws: ``BackupError/target(_:reason:)`` with rclone's last words; `CancellationError`.
    func run(isCancelled: () -> Bool) throws {
        for step in Self.steps {
            let result: ToolProcess.Result
            do {
                result = try ToolProcess.run(program, arguments(step), isCancelled: isCancelled)
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
        }
    }

    private func arguments(_ step: Step) -> [String] { ["copy", "--quiet"] + step.arguments + ["--", folder.path, remote] }
}
