/// The families that texts are set in: one for what most invoices are written in, and more for what it lacks.
struct FontFamily: Sendable, Hashable {
    let number: Int

    /// Latin, Greek, Cyrillic, digits, punctuation.
    static let base = FontFamily(number: 0)

    // The fonts of one collection, which share their outlines; they differ in the forms of Han characters.
    static let japanese = FontFamily(number: 1)
    static let korean = FontFamily(number: 2)
    static let simplifiedChinese = FontFamily(number: 3)
    static let traditionalChinese = FontFamily(number: 4)
    static let hongKong = FontFamily(number: 5)

    private static let firstOfScript = 6

    /// The families that have the characters of one script.
    static func families(for script: FontTag) -> [FontFamily] { byScript[script.value] ?? [] }

    /// Signs that belong to no script.
    static let symbols = ["Symbols", "Symbols2", "Math"].map(named)

    static let count = firstOfScript + names.count

    /// The file in the folders of Noto; `nil` for ``base``.
    func file(_ weight: FontWeight, in fonts: InvoiceFonts) -> FontFile? {
        let style = weight == .bold ? "Bold" : "Regular"
        guard number > 0 else { return weight == .bold ? fonts.bold : fonts.regular }
        guard number < Self.firstOfScript else {
            let name = Self.names[number - Self.firstOfScript]
            return fonts.scriptFolder.map { FontFile(path: "\($0)/Noto\(name)-\(style).ttf") }
        }
        return fonts.cjkFolder.map { FontFile(path: "\($0)/NotoSansCJK-\(style).ttc", index: number - 1) }
    }

    private static func named(_ name: String) -> FontFamily {
        FontFamily(number: firstOfScript + (names.firstIndex(of: "Sans\(name)") ?? 0))
    }

    private static let names = scripts.map(\.name)

    private static let byScript: [UInt32: [FontFamily]] = {
        var families: [UInt32: [FontFamily]] = [:]
        for (offset, entry) in scripts.enumerated() {
            for script in entry.scripts { families[script.value, default: []].append(FontFamily(number: firstOfScript + offset)) }
        }
        return families
    }()
}
