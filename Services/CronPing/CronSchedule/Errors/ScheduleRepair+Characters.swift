extension ScheduleRepair {
    /// The text with what word processors, spreadsheets and input methods put in turned back into ASCII, and without quotes around it;
    /// nil when there is nothing of that.
    func plain(_ text: String) -> String? {
        var plain = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{A0}", "\u{1680}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{205F}", "\u{3000}", "\n", "\r", "\u{B}", "\u{C}", "\u{85}",
                "\u{2028}", "\u{2029}":
                plain.append(" ")
            case "\u{2010}"..."\u{2015}", "\u{2212}": plain.append("-")
            case "\u{2044}", "\u{2215}": plain.append("/")
            case "\u{204E}", "\u{2217}", "\u{2731}": plain.append("*")
            // Quotes, and marks that nobody sees.
            case "\u{2018}"..."\u{201F}", "\u{AB}", "\u{BB}", "\"", "'", "`", "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FEFF}": break
            // Full width.
            case "\u{FF01}"..."\u{FF5E}": plain.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            default:
                if !scalar.isASCII, scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
                    plain += String(Int(value))
                } else {
                    plain.unicodeScalars.append(scalar)
                }
            }
        }
        return plain == text ? nil : plain
    }

    /// The text without blanks beside commas and around a single hyphen (`MON, WED`, `9 - 17`); nil when there are none.
    func joined(_ text: String) -> String? {
        let words = words(text)
        var joined = ""
        for word in words {
            let sticks = joined.isEmpty || word.first == "," || word == "-" || joined.last == "," || joined.last == "-"
            joined += sticks ? word : " " + word
        }
        return joined.utf8.count == words.reduce(-1) { $0 + $1.utf8.count + 1 } ? nil : joined
    }
}
