/// How the text of an environment variable is read.
public struct SettingFormat<Value: Sendable>: Sendable {
    /// What is accepted, as the end of a sentence: `a port from 1 to 65535`.
    public let accepts: String
    let parse: @Sendable (String) -> Value?
    let text: @Sendable (Value) -> String

    /// A format.
    ///
    /// - Parameters:
    ///   - accepts: what is accepted, as the end of a sentence.
    ///   - parse: the value of a text, or `nil` for a text that is not accepted.
    ///   - text: how a value is written, for the lists of settings. It must be accepted by `parse`.
    public init(accepts: String, parse: @escaping @Sendable (String) -> Value?, text: @escaping @Sendable (Value) -> String) {
        self.accepts = accepts
        self.parse = parse
        self.text = text
    }
}

extension SettingFormat<String> {
    /// 1–4096 bytes without control characters.
    public static var text: SettingFormat {
        SettingFormat(accepts: "a text without control characters", parse: { isPlain($0) ? $0 : nil }, text: { $0 })
    }

    /// The path of a file.
    static var path: SettingFormat {
        SettingFormat(
            accepts: "the path of a file, such as ./data/app.db",
            parse: { isPlain($0) && $0.last != "/" ? $0 : nil },
            text: { $0 }
        )
    }

    /// The path of a folder. Slashes at the end are dropped.
    public static var folder: SettingFormat {
        SettingFormat(
            accepts: "the path of a folder, such as /var/backups/app",
            parse: { text in
                guard isPlain(text) else { return nil }
                let end = text.lastIndex { $0 != "/" } ?? text.startIndex
                return String(text[...end])
            },
            text: { $0 }
        )
    }

    /// An address of this machine, or a name for one.
    static var host: SettingFormat {
        SettingFormat(accepts: "an IP address or a host name, such as 127.0.0.1 or 0.0.0.0", parse: { isHost($0) ? $0 : nil }, text: { $0 })
    }

    /// Scheme, host and port of an address on the web. A slash at the end is dropped.
    static var origin: SettingFormat {
        SettingFormat(accepts: "an address without a path, such as https://example.com", parse: origin(of:), text: { $0 })
    }

    private static func isPlain(_ text: String) -> Bool {
        (1...4_096).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    private static func isHost(_ text: String) -> Bool {
        (1...255).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch Unicode.Scalar(byte) {
                case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_", ":": true
                default: false
                }
            }
    }

    private static func origin(of text: String) -> String? {
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
            let rest = text.dropFirst(scheme.count)
            let authority = rest.last == "/" ? rest.dropLast() : rest
            let isAuthority = isHost(authority.filter { $0 != "[" && $0 != "]" })
            return isAuthority ? scheme + authority.lowercased() : nil
        }
        return nil
    }
}

extension SettingFormat<Int> {
    /// A whole number in decimal digits.
    public static func integer(in range: ClosedRange<Int>) -> SettingFormat {
        SettingFormat(
            accepts: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            parse: { Int($0).flatMap { range.contains($0) ? $0 : nil } },
            text: { String($0) }
        )
    }

    /// A TCP port.
    public static var port: SettingFormat {
        SettingFormat(
            accepts: "a port from 1 to 65535",
            parse: { Int($0).flatMap { (1...65_535).contains($0) ? $0 : nil } },
            text: { String($0) }
        )
    }
}

extension SettingFormat<Bool> {
    /// Exactly `true` or `false`.
    public static var boolean: SettingFormat {
        SettingFormat(accepts: "true or false", parse: { Bool($0) }, text: { String($0) })
    }
}

extension SettingFormat where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of the cases, by its raw value.
    public static var choice: SettingFormat {
        SettingFormat(
            accepts: "one of " + Value.allCases.map(\.rawValue).joined(separator: ", "),
            parse: { Value(rawValue: $0) },
            text: { $0.rawValue }
        )
    }
}
