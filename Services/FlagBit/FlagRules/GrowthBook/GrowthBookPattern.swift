/// Regular expressions that find given texts and nothing else, in JavaScript and in Python, with no flag.
///
/// Clients ignore case by rules of their own (to Python, `i` is `ı`, too), so ignoring it is written out: `[aA]`.
enum GrowthBookPattern {
    enum Place { case whole, anywhere, start, end }

    /// The tests that hold for a text with one of `texts` at that place; none if there are no texts.
    static func tests(_ texts: [String], _ place: Place, ignoringCase: Bool) -> [[String: FlagValue]] {
        guard !texts.isEmpty else { return [] }
        let alternatives = texts.map { text in
            text.unicodeScalars.map { scalar in ignoringCase ? anyCase(of: scalar) : escaped(scalar) }.joined()
        }
        let pattern = alternatives.count == 1 ? alternatives[0] : "(?:" + alternatives.joined(separator: "|") + ")"
        let isAtStart = place == .whole || place == .start
        let isAtEnd = place == .whole || place == .end
        // To Python, `$` is also before a line break at the end.
        return [["$regex": .string((isAtStart ? "^" : "") + pattern + (isAtEnd ? #"(?![\s\S])"# : ""))]]
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        #"\^$.|?*+()[]{}"#.unicodeScalars.contains(scalar) ? #"\"# + String(scalar) : String(scalar)
    }

    private static func anyCase(of scalar: Unicode.Scalar) -> String {
        guard let same = cases[folded(scalar)] else { return escaped(scalar) }
        // Not a class: to JavaScript, a scalar beyond U+FFFF is two characters.
        return "(?:" + same.map(escaped).joined(separator: "|") + ")"
    }

    /// By case folding, all scalars with it, where there are several.
    private static let cases: [[Unicode.Scalar]: [Unicode.Scalar]] = {
        // No letter beyond has case.
        let scalars = (0...0x1FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
        return Dictionary(grouping: scalars, by: folded).filter { $1.count > 1 }
    }()

    private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        Array(CaseFolding.fold(String(scalar)).unicodeScalars)
    }
}
