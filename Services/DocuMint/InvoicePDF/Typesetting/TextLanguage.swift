internal import CHarfBuzz

/// The language of a document, as far as it decides how characters look.
struct TextLanguage: Sendable {
    /// The family for Chinese, Japanese and Korean; `nil` when the language says nothing about it.
    let eastAsian: FontFamily?
    // HarfBuzz keeps languages for the life of the process, in a list that is safe for threads.
    nonisolated(unsafe) let value: hb_language_t?

    /// - Parameter tag: a BCP 47 tag. Only its language counts, and the kind of Chinese: languages are never forgotten by HarfBuzz.
    init(_ tag: String) {
        let parts = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
        let primary = parts.first.map(String.init) ?? ""
        eastAsian = Self.family(primary, parts.dropFirst())
        let isKnown = (2...3).contains(primary.utf8.count) && primary.utf8.allSatisfy { (0x61...0x7A).contains($0) }
        value = hb_language_from_string(primary == "zh" ? Self.chinese(eastAsian) : isKnown ? primary : "en", -1)
    }

    /// The family for a text, when the language of the document does not decide: kana are Japanese, hangul Korean.
    func eastAsian(for scalars: [Unicode.Scalar]) -> FontFamily {
        if let eastAsian { return eastAsian }
        for scalar in scalars where scalar.value >= 0x1100 {
            switch Script.of(scalar) {
            case HB_SCRIPT_HIRAGANA, HB_SCRIPT_KATAKANA: return .japanese
            case HB_SCRIPT_HANGUL: return .korean
            case HB_SCRIPT_BOPOMOFO: return .traditionalChinese
            default: break
            }
        }
        return .simplifiedChinese
    }

    private static func family(_ primary: String, _ rest: ArraySlice<Substring>) -> FontFamily? {
        switch primary {
        case "ja": .japanese
        case "ko": .korean
        case "zh" where rest.contains("hk") || rest.contains("mo"): .hongKong
        case "zh" where rest.contains("hant") || rest.contains("tw"): .traditionalChinese
        case "zh": .simplifiedChinese
        default: nil
        }
    }

    private static func chinese(_ family: FontFamily?) -> String {
        switch family {
        case .hongKong: "zh-hk"
        case .traditionalChinese: "zh-hant"
        default: "zh-hans"
        }
    }
}
