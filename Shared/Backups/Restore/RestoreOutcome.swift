public import Timekeeping

/// What was restored, or would be.
public struct RestoreOutcome: Sendable, Equatable {
    /// The backup that it was made of.
    public let backup: String
    /// The file that is live now.
    public let path: String
    /// The state that was restored: the time of the last commit from the archive, else of the backup; `nil` if no manifest says it.
    public let asOf: Timestamp?
    /// How many commits came from the archive.
    public let replayed: Int
    /// Rows per table.
    public let rowCounts: [String: Int64]
    /// Where the old file is; `nil` if there was none, or nothing was replaced.
    public let kept: String?
    /// What a person should know: backups that were passed over, references without a row, an end of the archive.
    public let warnings: [String]
    /// Whether all but the last step was done, and the old file is still the live one.
    public let isDryRun: Bool
}

extension RestoreOutcome {
    /// For people.
    public var text: String {
        ([head, "  from \(backup)" + commits] + rows + warnings.map { "Note: \($0)." } + [next]).joined(separator: "\n")
    }

    private var head: String {
        let state = asOf.map { "as of \($0.rfc3339)" } ?? "of a time that no manifest says"
        return isDryRun ? "\(path) was not touched; it would be restored \(state)" : "\(path) is restored \(state)"
    }

    private var commits: String {
        switch replayed {
        case 0: ""
        case 1: " and 1 commit of the archive"
        default: " and \(replayed) commits of the archive"
        }
    }

    private var rows: [String] {
        let width = rowCounts.keys.map(\.count).max() ?? 0
        return rowCounts.sorted { $0.key < $1.key }.map { table, count in
            "  \(table)\(String(repeating: " ", count: width - table.count))  \(count) \(count == 1 ? "row" : "rows")"
        }
    }

    private var next: String {
        if isDryRun { return "All was verified. Without --dry-run, the live file is replaced." }
        let old = kept.map { "The old file is \($0); delete it when you are sure. " } ?? ""
        return "\(old)Start the service; if it keeps an archive, it makes a new backup first."
    }
}
