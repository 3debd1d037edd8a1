/// One line of the log while it is written.
///
/// Whatever stands in a value, it stays inside its value and its line: in text, values with anything but printable ASCII are quoted and escaped; in JSON, all are.
struct LogLine {
    private(set) var bytes: [UInt8] = []
    private let format: LogFormat

    /// A line with the time, which is now.
    init(_ format: LogFormat, level: String, message: String) {
        self.format = format
        bytes.reserveCapacity(320)
        switch format {
        case .text:
            LogClock.appendNow(to: &bytes)
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: level.utf8)
            bytes.append(UInt8(ascii: " "))
            LogEscaping.append(message, to: &bytes, asJSON: false)
        case .json:
            bytes.append(contentsOf: "{\"time\":\"".utf8)
            LogClock.appendNow(to: &bytes)
            bytes.append(UInt8(ascii: "\""))
            add("level", level)
            add("message", message)
        }
    }

    /// Adds a text.
    mutating func add(_ key: String, _ value: String) {
        addKey(key)
        switch format {
        case .text:
            if LogEscaping.isPlain(value) {
                bytes.append(contentsOf: value.utf8)
            } else {
                appendQuoted(value)
            }
        case .json: appendQuoted(value)
        }
    }

    /// Adds a number.
    mutating func add(_ key: String, _ value: Int) {
        addKey(key)
        append(UInt64(value.magnitude), isNegative: value < 0)
    }

    /// Adds a duration in milliseconds with three decimals.
    mutating func add(_ key: String, milliseconds nanoseconds: Int64) {
        addKey(key)
        let microseconds = UInt64(max(0, nanoseconds)) / 1000
        append(microseconds / 1000, isNegative: false)
        bytes.append(UInt8(ascii: "."))
        for divisor in [100, 10, 1] as [UInt64] { bytes.append(UInt8(ascii: "0") + UInt8(microseconds % 1000 / divisor % 10)) }
    }

    /// Ends the line.
    mutating func end() {
        if format == .json { bytes.append(UInt8(ascii: "}")) }
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func addKey(_ key: String) {
        switch format {
        case .text:
            bytes.append(UInt8(ascii: " "))
            if LogEscaping.isPlain(key) {
                bytes.append(contentsOf: key.utf8)
            } else {
                LogEscaping.append(key, to: &bytes, asJSON: false)
            }
            bytes.append(UInt8(ascii: "="))
        case .json:
            bytes.append(UInt8(ascii: ","))
            appendQuoted(key)
            bytes.append(UInt8(ascii: ":"))
        }
    }

    private mutating func appendQuoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if LogEscaping.isPlain(text) {
            bytes.append(contentsOf: text.utf8)
        } else {
            LogEscaping.append(text, to: &bytes, asJSON: true)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(_ number: UInt64, isNegative: Bool) {
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        if number >= 10 { append(number / 10, isNegative: false) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
