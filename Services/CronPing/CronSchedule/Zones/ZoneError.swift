/// Why there is no time zone of a name, or why its data cannot be used.
public struct ZoneError: Error, Hashable, Sendable {
    /// The kinds of failures.
    public enum Problem: String, Hashable, Sendable {
        /// No zone has the name.
        case unknown
        /// The data of the zone is not what RFC 8536 describes.
        case malformed
    }

    /// The kind of failure.
    public let problem: Problem
    /// The name that was asked for.
    public let name: String
    /// One sentence for people, such as `Time zone "Europe/Berln" is unknown (an IANA name like "Europe/Berlin" or "UTC" is accepted)`.
    public let message: String
    /// A zone that was probably meant; nil when nothing is likely.
    public internal(set) var suggestion: String?
}

extension ZoneError: CustomStringConvertible {
    /// Same as ``message``.
    public var description: String { message }
}

extension ZoneError {
    static func unknown(_ name: String, suggestion: String? = nil) -> ZoneError {
        let message = "Time zone \(shown(name)) is unknown (an IANA name like \"America/New_York\" or \"UTC\" is accepted)"
        return ZoneError(problem: .unknown, name: name, message: message, suggestion: suggestion)
    }

    static func malformed(_ name: String, _ reason: String) -> ZoneError {
        ZoneError(problem: .malformed, name: name, message: "The data of time zone \(shown(name)) are damaged: \(reason)")
    }

    /// A name in quotes, cut when it is long, with what cannot be printed as a question mark.
    private static func shown(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars.prefix(60) {
            text.unicodeScalars.append((0x20...0x7E).contains(scalar.value) ? scalar : "?")
        }
        return "\"" + text + (name.unicodeScalars.count > 60 ? "…" : "") + "\""
    }
}
