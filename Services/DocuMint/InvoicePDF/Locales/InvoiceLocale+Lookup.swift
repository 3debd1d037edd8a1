internal import Synchronization

extension InvoiceLocale {
    /// The tags of all locales, sorted.
    public static let tags: [String] = LocaleTable.all.values.map(\.tag).sorted()

    /// What the tags that are understood begin with: languages of ISO 639, in small letters, sorted.
    public static let languages: [String] = (Array(LocaleTable.all.keys) + aliases.keys).filter { !$0.contains("-") }.sorted()

    /// The locale that fits a BCP 47 tag best: `de-LI` gives `de`, `zh-TW` gives `zh-Hant` (the lookup of RFC 4647 §3.4, after the
    /// aliases of CLDR). Letter case does not matter, `_` stands for `-`. `nil` for a language without words here and for text that
    /// is no tag.
    public init?(tag: String) {
        guard let known = Self.knownTag(for: tag) else { return nil }
        self = Self.made.withLock { made in
            if let locale = made[known] { return locale }
            let locale = Self.make(known)
            made[known] = locale
            return locale
        }
    }

    /// Locales are read from their tables once; there are only as many as there are tags.
    private static let made = Mutex<[String: InvoiceLocale]>([:])

    private static func make(_ tag: String) -> InvoiceLocale {
        let subtags = tag.split(separator: "-")
        let tables = (1...subtags.count).compactMap { LocaleTable.all[subtags.prefix($0).joined(separator: "-")] }
        return InvoiceLocale(tag: tables.last?.tag ?? tag, tables: tables)
    }

    /// The key in ``LocaleTable/all`` for a tag: the tag itself without as many of its last subtags as it takes.
    private static func knownTag(for tag: String) -> String? {
        // No tag in use is longer (RFC 5646 §4.4.1).
        guard tag.utf8.count <= 35, tag.utf8.allSatisfy(isTagCharacter) else { return nil }
        var subtags = tag.lowercased().split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard !subtags.contains("") else { return nil }
        while !subtags.isEmpty {
            let candidate = subtags.joined(separator: "-")
            let known = aliases[candidate] ?? candidate
            if LocaleTable.all[known] != nil { return known }
            subtags.removeLast()
        }
        return nil
    }

    private static func isTagCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Languages that have another name here, and countries that write as another place does (CLDR: languageAlias, likelySubtags,
    /// parentLocales).
    private static let aliases = [
        "no": "nb", "nn": "nb", "iw": "he", "in": "id", "mo": "ro",
        "zh-tw": "zh-hant", "zh-hk": "zh-hant-hk", "zh-mo": "zh-hant-hk", "zh-hant-mo": "zh-hant-hk",
        "es-cu": "es-419", "es-do": "es-419", "es-gt": "es-419", "es-hn": "es-419", "es-ni": "es-419",
        "es-pa": "es-419", "es-pr": "es-419", "es-sv": "es-419",
    ]
}
