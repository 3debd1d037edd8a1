public import HTTPCore
public import Timekeeping

/// How a drill went.
public struct DrillReport: Sendable, Equatable {
    /// When it began.
    public let time: Timestamp
    /// The backup that was restored; `nil` if there was none to take.
    public let backup: String?
    /// The state that came out: the time of the last commit from the archive, else of the backup.
    public let asOf: Timestamp?
    /// How many commits came from the archive.
    public let replayed: Int
    /// How long it took, and so about how long a restore takes.
    public let duration: Duration
    /// What went wrong; `nil` if nothing did.
    public let error: String?
    /// When the last drill began that went well, this one included; `nil` if none ever did.
    public let lastSuccess: Timestamp?

    /// As it is kept in the folder of backups.
    public var json: JSONValue {
        [
            "time": JSONValue(time),
            "backup": JSONValue(backup),
            "as_of": JSONValue(asOf),
            "commits": .integer(replayed),
            "seconds": JSONValue(JSONNumber(exactly: duration / .seconds(1))),
            "outcome": error == nil ? "ok" : "failed",
            "error": JSONValue(error),
            "last_success": JSONValue(lastSuccess),
        ]
    }

    /// For people.
    public var text: String {
        if let error { return "The drill failed: \(error)" + (lastSuccess.map { "\nThe last one that went well: \($0.rfc3339)" } ?? "") }
        let state = asOf.map { "as of \($0.rfc3339)" } ?? ""
        let seconds = (duration / .seconds(1) * 10).rounded() / 10
        return "The drill went well: \(backup ?? "") with \(replayed) commits of the archive, \(state), in \(seconds) s."
    }
}
