/// The picture of how a monitor stands, in SVG: its name, and beside it the status in a word and a colour of its own.
struct StatusBadge: Sendable {
    let name: String
    let status: MonitorStatus

    /// Longer names are cut, in characters.
    private static let nameLength = 40
    /// On either side of a text, in pixels.
    private static let padding = 6

    /// Attributes of shapes and texts only, because nothing else is allowed by the `Content-Security-Policy` of our answers.
    var svg: String {
        let name = name.count > Self.nameLength ? String(name.prefix(Self.nameLength)) + "…" : name
        let title = "\(name): \(status.rawValue)".escapedForXML
        let (left, right) = (Self.width(of: name), Self.width(of: status.rawValue))
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(left + right)" height="20" role="img" aria-label="\(title)">\
            <title>\(title)</title>\
            <rect width="\(left)" height="20" fill="#333333"/>\
            <rect x="\(left)" width="\(right)" height="20" fill="\(status.color)"/>\
            <g fill="#ffffff" font-family="Verdana,'DejaVu Sans',sans-serif" font-size="11">\
            \(Self.text(name, from: 0, width: left))\(Self.text(status.rawValue, from: left, width: right))\
            </g></svg>
            """
    }

    /// A text that fills its field, whatever font the reader has.
    private static func text(_ text: String, from x: Int, width: Int) -> String {
        let length = width - 2 * padding
        return "<text x=\"\(x + padding)\" y=\"14\" textLength=\"\(length)\" lengthAdjust=\"spacingAndGlyphs\">\(text.escapedForXML)</text>"
    }

    /// What a text takes, more or less: Chinese, Japanese and Korean take more.
    private static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(2 * padding) { $0 + ($1.value < 0x1100 ? 7 : 11) }
    }
}

extension MonitorStatus {
    /// Dark enough for white text on it (WCAG 2.2 §1.4.3).
    fileprivate var color: String {
        switch self {
        case .new: "#1565c0"
        case .up: "#2e7d32"
        case .late: "#b45309"
        case .down: "#c62828"
        case .paused: "#616161"
        }
    }
}

extension String {
    /// As it stands in a text or an attribute of XML 1.0, which has no place for U+FFFE and U+FFFF (§2.2).
    fileprivate var escapedForXML: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
