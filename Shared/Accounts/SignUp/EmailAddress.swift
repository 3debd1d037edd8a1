import HTTPCore

/// An e-mail address that mail can be sent to.
public struct EmailAddress: Sendable, Equatable {
    /// As its owner writes it, without white space around it.
    public let text: String
    /// As it is compared: in lower case. Two addresses with the same key are the same address.
    public let key: String

    /// Trims and checks. Not all of RFC 5322 (comments, quoted local parts): what mail providers give out, which is what a person types.
    ///
    /// `nil` for anything else, above all for more than 254 bytes, or 1 000 with the white space.
    public init?(_ input: String) {
        // First, because text from outside may be of any length.
        guard input.utf8.count <= 1_000 else { return nil }
        let text = Self.trimmed(input)
        // RFC 5321 §4.5.3.1: 64 octets before the @, 254 in all.
        guard text.utf8.count <= 254 else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isLocalPart(parts[0]), Self.isDomain(parts[1]) else { return nil }
        self.text = text
        key = text.lowercased()
    }

    private static func trimmed(_ input: String) -> String {
        let scalars = input.unicodeScalars.drop { $0.properties.isWhitespace }
        guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(scalars[...last])
    }

    private static func isLocalPart(_ part: Substring) -> Bool {
        let isDotted = !part.hasPrefix(".") && !part.hasSuffix(".") && !part.contains("..")
        return !part.isEmpty && part.utf8.count <= 64 && isDotted && part.unicodeScalars.allSatisfy(isAllowed)
    }

    private static func isDomain(_ part: Substring) -> Bool {
        let labels = part.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" }
            }
    }

    /// Letters of any script (RFC 6531), digits, and the signs of RFC 5322 §3.2.3.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || ".!#$%&'*+/=?^_`{|}~-".unicodeScalars.contains(scalar)
    }
}

extension EmailAddress {
    /// The address that somebody signs up with.
    ///
    /// - Parameter input: anything but an address, an empty text included, is a malformed one.
    /// - Throws: `Problem` `invalid_email` (400)
    init(signingUp input: String) throws {
        guard let address = EmailAddress(input) else {
            throw Problem(.invalidEmail, "\"email\" must be an address that mail can be sent to, such as \"you@example.com\".")
        }
        self = address
    }
}
