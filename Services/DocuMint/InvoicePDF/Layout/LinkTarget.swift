/// Where texts lead to that are addresses.
enum LinkTarget {
    /// The URI (RFC 3986) of a web or e-mail address; `nil` for any other text, and for one that would need escapes.
    static func uri(of text: String) -> String? {
        // Most texts are none, and this is seen fastest.
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }) else { return nil }
        guard text.utf8.count <= 2_000, text.utf8.allSatisfy(isPlain) else { return nil }
        let lowercased = text.lowercased()
        if lowercased.hasPrefix("https://") || lowercased.hasPrefix("http://") { return text }
        if lowercased.hasPrefix("www.") { return "https://\(text)" }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isMail = parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(":") && !text.contains("/")
        return isMail ? "mailto:\(text)" : nil
    }

    /// Whether a byte may stand unescaped in a URI and in a PDF string.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}()".utf8.contains(byte)
    }
}
