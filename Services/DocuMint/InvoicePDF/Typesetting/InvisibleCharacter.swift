/// A character without a glyph that says how those around it are set.
enum InvisibleCharacter {
    /// Orders (UAX #9 §2): marks, embeddings, overrides, isolates.
    case direction
    /// Joins or parts letters, or selects one of their forms; shaping needs it.
    case joiner
    /// A line may end here (UAX #14, class ZW).
    case breakOpportunity
    /// No line may end here (class WJ).
    case noBreak
    /// A line may end here, with a hyphen (U+00AD).
    case softHyphen

    init?(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\0"..."\u{AC}": return nil
        case "\u{AD}": self = .softHyphen
        case "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": self = .direction
        case "\u{200C}", "\u{200D}", "\u{180B}"..."\u{180D}": self = .joiner
        case "\u{200B}": self = .breakOpportunity
        case "\u{2060}", "\u{FEFF}": self = .noBreak
        default: return nil
        }
    }
}
