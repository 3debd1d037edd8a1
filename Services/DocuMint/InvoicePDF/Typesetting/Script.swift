internal import CHarfBuzz

/// Which script a character belongs to (UAX #24).
enum Script {
    static func of(_ scalar: Unicode.Scalar) -> hb_script_t {
        switch scalar {
        case "a"..."z", "A"..."Z": HB_SCRIPT_LATIN
        case "\0"..."\u{7F}": HB_SCRIPT_COMMON
        default: hb_unicode_script(hb_unicode_funcs_get_default(), scalar.value)
        }
    }

    /// The script whose font has a character that several scripts share, or that is a wide form.
    static func home(of scalar: Unicode.Scalar) -> FontTag? {
        switch scalar.value {
        case 0x600...0x6FF, 0xFD3E...0xFD3F: "Arab"
        case 0x951...0x965, 0x1CD0...0x1CFF, 0xA830...0xA839: "Deva"
        case 0xE3F: "Thai"
        case 0x10FB: "Geor"
        case 0x1802...0x1805: "Mong"
        case 0x16EB...0x16ED: "Runr"
        case 0x1735...0x1736: "Hano"
        case 0x10100...0x1013F: "Linb"
        case 0x2FF0...0x303F, 0x3099...0x30A0, 0x30FB...0x30FC, 0x3190...0x33FF, 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF00...0xFFEF: "Hani"
        default: nil
        }
    }

    static func isEastAsian(_ script: hb_script_t) -> Bool {
        [HB_SCRIPT_HAN, HB_SCRIPT_HIRAGANA, HB_SCRIPT_KATAKANA, HB_SCRIPT_HANGUL, HB_SCRIPT_BOPOMOFO].contains(script)
    }

    /// Whether the base fonts are made for it.
    static func isBase(_ script: hb_script_t) -> Bool {
        [HB_SCRIPT_LATIN, HB_SCRIPT_GREEK, HB_SCRIPT_CYRILLIC, HB_SCRIPT_COMMON, HB_SCRIPT_INHERITED].contains(script)
    }
}
