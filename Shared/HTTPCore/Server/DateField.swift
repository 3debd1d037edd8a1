import Synchronization
import Timekeeping

/// The `Date` field, formatted once a second.
enum DateField {
    private static let cached = Mutex((second: Int64.min, line: ""))

    /// The field with its line end.
    static func line() -> String {
        let now = Timestamp.now
        return cached.withLock { cached in
            if cached.second != now.seconds { cached = (now.seconds, "Date: \(now.httpDate)\r\n") }
            return cached.line
        }
    }
}
