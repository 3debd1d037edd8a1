/// A language and the habits of a country: words, and how numbers, money and days are written.
public struct InvoiceLocale: Sendable, Hashable {
    /// The language, with its script or country where it matters: a BCP 47 tag such as `de-CH`.
    public let tag: String
    /// The printed words.
    public var labels: InvoiceLabels
    /// How numbers and money are written.
    private(set) var numbers = NumberFormat()
    /// How days are written.
    private(set) var dates = DateFormat()
    /// The words for units that are not the same in every language, by their codes of UN/ECE Recommendation 20.
    private var units = [
        "C62": "piece", "HUR": "hour", "DAY": "day", "WEE": "week", "MON": "month", "ANN": "year", "LS": "lump sum",
    ]

    /// Whether pages are mirrored: text begins at the right.
    public var isRightToLeft: Bool { ["ar", "he", "fa", "ur"].contains(tag.prefix { $0 != "-" }) }

    /// American English, the default.
    public static let english = InvoiceLocale(tag: "en", tables: [])

    /// English with what the tables say, the last of them having the last word.
    init(tag: String, tables: [LocaleTable]) {
        self.tag = tag
        labels = .english
        for entry in tables.lazy.flatMap(\.entries) {
            let name = String(entry.name)
            if name.hasPrefix("unit.") {
                units[String(name.dropFirst(5))] = entry.value
            } else if !numbers.set(name, to: entry.value), !dates.set(name, to: entry.value) {
                labels[name] = entry.value
            }
        }
    }

    /// The words of another language, and its way to write days (which are words too), with the numbers and money of this locale:
    /// what a Swiss invoice in English needs.
    public func speaking(_ language: InvoiceLocale) -> InvoiceLocale {
        var locale = language
        locale.numbers = numbers
        return locale
    }

    /// What is printed for a unit (BT-130): a word or sign in the singular for the common codes of UN/ECE Recommendations 20 and 21,
    /// any other text as it is.
    public func unitName(code: String) -> String {
        switch code {
        case "H87", "EA", "XPP": units["C62"] ?? code
        default: units[code] ?? Self.signs[code] ?? code
        }
    }

    /// Signs of the SI and of units used with it, which are the same in every language (ISO 80000-1).
    private static let signs = [
        "SEC": "s", "MIN": "min", "MMT": "mm", "CMT": "cm", "MTR": "m", "KMT": "km", "MTK": "m²", "MTQ": "m³", "MLT": "ml",
        "LTR": "l", "MGM": "mg", "GRM": "g", "KGM": "kg", "TNE": "t", "KWH": "kWh", "P1": "%",
    ]
}
