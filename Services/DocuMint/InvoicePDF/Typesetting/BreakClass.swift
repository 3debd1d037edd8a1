internal import CHarfBuzz

/// What a character means for the end of a line; a small part of UAX #14.
enum BreakClass: UInt8 {
    /// A line may end after it, and it may hang out of it.
    case space
    /// No line ends before or after it.
    case glue
    /// A line may end after it, before a letter.
    case hyphen
    case letter
    /// Han, kana and what goes with them: a line may end before and after it.
    case ideograph
    /// No line begins with it: closing brackets, full stops, small kana (JIS X 4051 and its relatives).
    case closing
    /// No line ends with it: opening brackets, signs before an amount.
    case opening
    /// Belongs to the character before it.
    case mark
    /// A vowel of Thai or Lao that is written before its consonant.
    case leadingVowel
    case other

    init(_ scalar: Unicode.Scalar) {
        switch scalar {
        case " ": self = .space
        case "a"..."z", "A"..."Z": self = .letter
        case "-": self = .hyphen
        case "!", ")", ",", ".", ":", ";", "?", "]", "}", "%": self = .closing
        case "(", "[", "{", "$": self = .opening
        case "\0"..."\u{7F}": self = .other
        case "\u{A0}", "\u{202F}", "\u{2007}", "\u{2011}", "\u{F0B}": self = .glue
        case "\u{2010}", "\u{2013}", "\u{2014}": self = .hyphen
        default: self = Self.other(scalar)
        }
    }

    private static func other(_ scalar: Unicode.Scalar) -> BreakClass {
        switch scalar {
        case "\u{E40}"..."\u{E44}", "\u{EC0}"..."\u{EC4}": return .leadingVowel
        case "\u{E30}", "\u{E32}", "\u{E33}", "\u{E45}", "\u{E46}", "\u{E2F}", "\u{EB0}", "\u{EB2}", "\u{EB3}", "\u{EC6}": return .closing
        default: break
        }
        if InvisibleCharacter(scalar) == .joiner { return .mark }
        if scalar.value >= 0x2E80, let japanese = eastAsian(scalar) { return japanese }
        switch hb_unicode_general_category(hb_unicode_funcs_get_default(), scalar.value) {
        case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK, HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK,
            HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
            return .mark
        case HB_UNICODE_GENERAL_CATEGORY_OPEN_PUNCTUATION, HB_UNICODE_GENERAL_CATEGORY_INITIAL_PUNCTUATION,
            HB_UNICODE_GENERAL_CATEGORY_CURRENCY_SYMBOL:
            return .opening
        case HB_UNICODE_GENERAL_CATEGORY_CLOSE_PUNCTUATION, HB_UNICODE_GENERAL_CATEGORY_FINAL_PUNCTUATION,
            HB_UNICODE_GENERAL_CATEGORY_OTHER_PUNCTUATION:
            return .closing
        case HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR:
            return .space
        case HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER, HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER,
            HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER, HB_UNICODE_GENERAL_CATEGORY_MODIFIER_LETTER,
            HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER:
            return .letter
        default:
            return .other
        }
    }

    private static func eastAsian(_ scalar: Unicode.Scalar) -> BreakClass? {
        switch scalar {
        case "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ゎ", "ゕ", "ゖ": return .closing
        case "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ", "ヮ", "ヵ", "ヶ": return .closing
        case "\u{31F0}"..."\u{31FF}", "\u{FF67}"..."\u{FF70}", "\u{FF9E}", "\u{FF9F}": return .closing
        case "ー", "々", "〻", "ゝ", "ゞ", "ヽ", "ヾ", "〜", "゛", "゜", "゠", "％": return .closing
        default: break
        }
        switch hb_unicode_script(hb_unicode_funcs_get_default(), scalar.value) {
        case HB_SCRIPT_HAN, HB_SCRIPT_HIRAGANA, HB_SCRIPT_KATAKANA, HB_SCRIPT_BOPOMOFO, HB_SCRIPT_YI, HB_SCRIPT_TANGUT: return .ideograph
        default: return nil
        }
    }
}
