extension String {
    /// One line without characters that XML 1.0 (§2.2) forbids; white space is collapsed.
    var cleaned: String {
        if isClean { return self }
        return words(separatedBy: \.properties.isWhitespace).joined(separator: " ")
    }

    /// The same for texts of several lines, which stay lines; empty ones at the ends go.
    var cleanedLines: String {
        if isClean { return self }
        var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0).cleaned }
        while lines.last == "" { lines.removeLast() }
        return lines.drop { $0.isEmpty }.joined(separator: "\n")
    }

    /// Without white space: how account numbers and tax identifiers are written in data.
    var compact: String {
        if isClean, !utf8.contains(UInt8(ascii: " ")) { return self }
        return words(separatedBy: \.properties.isWhitespace).joined()
    }

    /// Whether nothing is to be done: no white space but single spaces within, no control characters.
    private var isClean: Bool {
        var previous: UInt32 = 0x20
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x20: if previous == 0x20 { return false }
            case 0x21...0x7E, 0xA1...0x167F, 0x1681...0x1FFF, 0x2030...0x205E, 0x3001...0xFFFD, 0x10000...0x10FFFF: break
            default: return false
            }
            previous = scalar.value
        }
        return previous != 0x20 || isEmpty
    }

    private func words(separatedBy isSeparator: (Unicode.Scalar) -> Bool) -> [String] {
        unicodeScalars.split(whereSeparator: isSeparator).compactMap { word in
            let word = String(String.UnicodeScalarView(word.filter(\.isAllowedInXML)))
            return word.isEmpty ? nil : word
        }
    }
}

extension Unicode.Scalar {
    /// Whether a document of XML 1.0 may have the character (§2.2, production 2).
    var isAllowedInXML: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
