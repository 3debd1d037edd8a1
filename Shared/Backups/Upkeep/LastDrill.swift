import HTTPCore
import Timekeeping

/// What the last drill left behind in the folder.
struct LastDrill: Sendable, Equatable {
    /// When it began.
    let time: Timestamp
    /// When the last one began that went well.
    let lastSuccess: Timestamp?
    /// What went wrong; `nil` if nothing did.
    let error: String?

    /// `nil` if there was none, or its report cannot be read.
    init?(in folder: BackupFolder) {
        guard let text = try? DiskFile.text(of: Drill.reportPath(in: folder)), let report = try? JSONParser.parse(text),
            let time = report["time"]?.stringValue.flatMap({ Timestamp(rfc3339: $0) })
        else { return nil }
        self.time = time
        lastSuccess = report["last_success"]?.stringValue.flatMap { Timestamp(rfc3339: $0) }
        error = report["error"]?.stringValue
    }
}
