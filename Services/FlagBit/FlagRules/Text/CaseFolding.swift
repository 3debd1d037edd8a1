/// Text without regard to case: Unicode's simple case folding (CaseFolding.txt, statuses C and S), one scalar for one.
///
/// So "STRASSE" is not "straße", but "ſ" is "s" and the Kelvin sign is "k"; the Turkish "ı" and "İ" are letters of their own. Regular
/// expressions ignore case by the same foldings. Source: <https://www.unicode.org/reports/tr44/#CaseFolding.txt>.
enum CaseFolding {
    /// The text with every scalar replaced by its folding.
    static func fold(_ text: String) -> String {
        var hasUppercase = false
        for byte in text.utf8 {
            guard byte < 0x80 else { return foldBeyondASCII(text) }
            if isUppercase(byte) { hasUppercase = true }
        }
        guard hasUppercase else { return text }
        return String(decoding: text.utf8.lazy.map { isUppercase($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private static func isUppercase(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func foldBeyondASCII(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { folded.append(fold(scalar)) }
        return String(folded)
    }

    /// The folding of one scalar.
    ///
    /// Swift knows only foldings to several scalars. The lowercase of the uppercase is the simple folding, but for the exceptions here.
    static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: return Unicode.Scalar(UInt8(scalar.value) | 0x20)
        case 0..<0x80: return scalar
        // The dotless i has the uppercase of another letter.
        case 0x131: return scalar
        // These differ only in how they are encoded, which has no uppercase to show it.
        case 0x1FD3: return "\u{390}"
        case 0x1FE3: return "\u{3B0}"
        case 0xFB05: return "\u{FB06}"
        // Cherokee got its lowercase later, and folds to what was there before.
        case 0x13A0...0x13FD, 0xAB70...0xABBF: return single(scalar.properties.uppercaseMapping) ?? scalar
        default:
            guard scalar.properties.isCased else { return scalar }
            let uppercase = single(scalar.properties.uppercaseMapping) ?? scalar
            return single(uppercase.properties.lowercaseMapping) ?? uppercase
        }
    }

    private static func single(_ text: String) -> Unicode.Scalar? {
        let scalars = text.unicodeScalars
        return scalars.count == 1 ? scalars.first : nil
    }
}

extension CaseFolding {
    /// A scalar and another one with the same folding.
    struct Pair: Sendable {
        let scalar: UInt32
        let other: UInt32
    }

    /// All of them, by `scalar`. Made when first used, within about 10 ms.
    static let pairs: [Pair] = {
        var scalars: [UInt32: [UInt32]] = [:]
        // Only planes 0 and 1 have letters with case.
        for value in UInt32(0)..<0x20000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let folding = fold(scalar).value
            if folding != value { scalars[folding, default: [folding]].append(value) }
        }
        return scalars.values.flatMap { alike in
            alike.flatMap { scalar in alike.filter { $0 != scalar }.map { Pair(scalar: scalar, other: $0) } }
        }.sorted { ($0.scalar, $0.other) < ($1.scalar, $1.other) }
    }()
}
