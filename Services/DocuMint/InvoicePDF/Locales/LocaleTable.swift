/// What is special about a language, or about a country against its language: a text of `name = value` lines.
///
/// Hundreds of words are read and corrected more easily as text than as code, and text costs nothing until a request asks for it.
/// Names of words are those of ``InvoiceLabels/names``; `unit.HUR` is the word for a code of UN/ECE Recommendation 20; the others are
/// read by ``InvoiceLocale``. A line that is missing is inherited: by a country from its language, by a language from English.
/// Number formats, month names and signs of currencies are those of CLDR, and so are kept by Tests/VerifyPDF/locales.py.
struct LocaleTable: Sendable {
    let tag: String
    private let text: String

    init(_ tag: String, _ text: String) {
        self.tag = tag
        self.text = text
    }

    /// The names and values, in the order in which they are written.
    var entries: [(name: Substring, value: String)] {
        text.split(separator: "\n").compactMap { line in
            guard let equals = line.firstIndex(of: "=") else { return nil }
            // Values may begin with a no-break space, which is why nothing but the one space is taken away.
            return (line[..<equals].dropLast(), String(line[equals...].dropFirst(2)))
        }
    }

    /// Every table, by its tag in small letters.
    static let all: [String: LocaleTable] = Dictionary(uniqueKeysWithValues: languages.joined().map { ($0.tag.lowercased(), $0) })

    private static let languages = [
        arabic, bulgarian, catalan, chinese, croatian, czech, danish, dutch, english, estonian, finnish, french, german, greek, hebrew,
        hindi, hungarian, icelandic, indonesian, irish, italian, japanese, korean, latvian, lithuanian, maltese, norwegian, polish,
        portuguese, romanian, russian, slovak, slovenian, spanish, swedish, thai, turkish, ukrainian, vietnamese,
    ]
}
