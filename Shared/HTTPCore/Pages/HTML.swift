/// Markup, escaped by construction: texts and the values of attributes may come from anywhere, names only from the source code.
///
///     HTML.element("p", ["See ", .element("a", ["href": code.type], text: code.title), "."])
///
/// It does not know which element may stand in which, nor does it judge the addresses in `href`; ``Page`` allows no scripts, so
/// `javascript:` does nothing there.
public struct HTML: Sendable {
    /// The markup as text.
    public let markup: String

    /// Some markup after another.
    public init(_ parts: [HTML]) {
        markup = parts.map(\.markup).joined()
    }

    /// Takes what is markup already.
    private init(markup: String) {
        self.markup = markup
    }

    /// A text.
    public static func text(_ text: String) -> HTML {
        HTML(markup: escaped(text))
    }

    /// An element with its attributes, in their order, and what is in it.
    ///
    /// - Parameter name: In lowercase. Not `script` or `style`: what is in those is not read as text, so it cannot be escaped.
    public static func element(
        _ name: StaticString,
        _ attributes: KeyValuePairs<StaticString, String> = [:],
        _ children: [HTML] = []
    ) -> HTML {
        let name = name.description
        precondition(!Elements.unescapable.contains(name), "There is no way to write text into this element safely.")
        var markup = "<\(name)"
        for (name, value) in attributes { markup += " \(name.description)=\"\(escaped(value, inAttribute: true))\"" }
        markup += ">"
        guard !Elements.void.contains(name) else {
            precondition(children.isEmpty, "This element cannot have content.")
            return HTML(markup: markup)
        }
        if Elements.swallowLineBreak.contains(name) { markup += "\n" }
        for child in children { markup += child.markup }
        return HTML(markup: markup + "</\(name)>")
    }

    /// An element without attributes.
    public static func element(_ name: StaticString, _ children: [HTML]) -> HTML {
        element(name, [:], children)
    }

    /// An element with nothing but text in it.
    public static func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String) -> HTML {
        element(name, attributes, [.text(text)])
    }

    /// The one style sheet: the only markup that is not made of elements and text.
    static let stylesheet = HTML(markup: "<style>\(Stylesheet.text)</style>")
}

extension HTML: ExpressibleByStringInterpolation {
    /// A text; what is interpolated is escaped like the rest.
    public init(stringLiteral text: String) {
        self = .text(text)
    }
}

extension HTML {
    /// The text with references in place of what would be read as markup (HTML §13.1.2.3, §13.1.4). Attributes stand in double quotes.
    private static func escaped(_ text: String, inAttribute: Bool = false) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\"") where inAttribute: bytes += "&quot;".utf8
            // HTML cannot express NUL, and browsers drop it without a trace.
            case 0: bytes += "\u{FFFD}".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Names of elements that are not written like the others.
    private enum Elements {
        /// They have no content and no end tag (HTML §13.1.2).
        static let void: Set = [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
        ]
        /// A line break after their start tag is not content (HTML §13.1.2.5), so one is written that may go.
        static let swallowLineBreak: Set = ["pre", "textarea"]
        /// What is in them is not read as text with references.
        static let unescapable: Set = ["script", "style"]
    }
}
