import Synchronization
import Timekeeping

/// The time as log lines begin with it, formatted once a second.
enum LogClock {
    private static let second = Mutex((second: Int64.min, text: ""))

    /// Appends the time: `2026-01-31T09:30:00.123Z`.
    static func appendNow(to bytes: inout [UInt8]) {
        let now = Timestamp.now
        let text = second.withLock { cached in
            if cached.second != now.seconds { cached = (now.seconds, String(Timestamp(seconds: now.seconds).rfc3339.dropLast())) }
            return cached.text
        }
        let fraction = UInt8(ascii: "0")
        let milliseconds = Int(now.milliseconds - now.seconds * 1000)
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: "."))
        bytes.append(fraction + UInt8(milliseconds / 100))
        bytes.append(fraction + UInt8(milliseconds / 10 % 10))
        bytes.append(fraction + UInt8(milliseconds % 10))
        bytes.append(UInt8(ascii: "Z"))
    }
}
