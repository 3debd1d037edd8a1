import Accounts
import FoundationEssentials
import HTTPCore

extension ObjectReader {
    /// A text of one line, which may later stand in subjects and headings. White space around it is dropped.
    func line(_ name: String, required: Bool = false, length: ClosedRange<Int>) -> String? {
        guard let text = string(name, required: required, length: length) else { return nil }
        checkPlain(text, at: path.member(name))
        let trimmed = text.withoutWhiteSpaceAround
        if trimmed.isEmpty { fault(name, .tooShort, "must not be blank") }
        return trimmed
    }

    /// A text that may have several lines.
    func text(_ name: String, length: ClosedRange<Int>) -> String? {
        guard let text = string(name, length: length) else { return nil }
        if text.unicodeScalars.contains(where: { $0.isControl && !"\n\r\t".unicodeScalars.contains($0) }) {
            fault(name, .notAllowed, "must not contain control characters other than line breaks and tabs")
        }
        return text
    }

    /// An address as an account may have it, without the white space around it.
    func emailAddress(_ name: String) -> String? {
        guard let text = string(name, length: 1...1_000) else { return nil }
        let address = EmailAddress(text)
        if address == nil { fault(name, "invalid_email", "must be an e-mail address, such as \"you@example.com\"") }
        return address?.text
    }

    /// An absolute `http` or `https` URL with a host and without a password, of up to 2000 characters.
    func webAddress(_ name: String) -> String? {
        guard let text = string(name, length: 1...2_000) else { return nil }
        let url = URL(string: text, encodingInvalidCharacters: false)
        let isComplete = ["http", "https"].contains(url?.scheme?.lowercased()) && url?.host()?.isEmpty == false
        if !isComplete || url?.user() != nil || !(1...65_535).contains(url?.port ?? 80) {
            fault(name, "invalid_url", "must be a URL such as \"https://example.com/hook\"")
        }
        return text
    }
}

extension String {
    /// By scalars: an accent on a space is not white.
    fileprivate var withoutWhiteSpaceAround: String {
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(scalars[...last])
    }
}

extension Unicode.Scalar {
    /// Whether it is one of C0, DEL and C1.
    var isControl: Bool { properties.generalCategory == .control }
}
