/// A font that pages use (ISO 32000-1 §9.5 to §9.10), with its program.
struct InspectedFont {
    let number: Int
    let entries: [String: PDFValue]
    /// Of composite fonts the descendant, of others the font itself.
    let descendant: [String: PDFValue]
    /// The codes that are shown.
    let codes: Set<Int>
    let name: String
    let isEmbedded: Bool
    let program: FontProgram?
    /// What each shown code is mapped to; `nil` without a map.
    let unicode: ToUnicodeReader?
    /// Where CIDs lead: `nil` is the identity.
    private let glyphs: [UInt8]?
    private let widths: [Int: Double]
    private let defaultWidth: Double

    /// Widths to keep of one font, more than it has characters.
    private static let maximumWidths = 200_000

    init(_ entries: [String: PDFValue], number: Int, codes: Set<Int>, in file: PDFFile, budget: inout Int) {
        self.entries = entries
        self.number = number
        self.codes = codes
        let isComposite = entries["Subtype"]?.name == "Type0"
        descendant = isComposite ? file.entries(file.array(entries["DescendantFonts"]).first) : entries
        name = file.resolved(entries["BaseFont"]).name ?? file.resolved(entries["Name"]).name ?? "font \(number)"
        let descriptor = file.entries(descendant["FontDescriptor"])
        let stream = ["FontFile", "FontFile2", "FontFile3"].lazy.compactMap { file.resolved(descriptor[$0]).stream }.first
        isEmbedded = stream != nil || entries["Subtype"]?.name == "Type3"
        program = stream.flatMap { Self.data(of: $0, limit: 16 << 20, in: file, &budget) }.flatMap { FontProgram($0) }
        let map = file.resolved(entries["ToUnicode"]).stream
        unicode = map.flatMap { Self.data(of: $0, limit: 2 << 20, in: file, &budget) }.map { ToUnicodeReader($0) }
        glyphs = file.resolved(descendant["CIDToGIDMap"]).stream.flatMap { file.data(of: $0, limit: 1 << 17) }
        widths = Self.widths(descendant["W"], in: file)
        defaultWidth = file.resolved(descendant["DW"]).number ?? 1_000
    }

    private static func data(of stream: PDFStream, limit: Int, in file: PDFFile, _ budget: inout Int) -> [UInt8]? {
        guard budget > 0 else { return nil }
        let data = file.data(of: stream, limit: min(limit, budget))
        budget -= data?.count ?? limit
        return data
    }

    var isComposite: Bool { entries["Subtype"]?.name == "Type0" }
    var isType3: Bool { entries["Subtype"]?.name == "Type3" }

    /// Whether codes are CIDs.
    func hasIdentityEncoding(in file: PDFFile) -> Bool {
        isComposite && ["Identity-H", "Identity-V"].contains(file.resolved(entries["Encoding"]).name)
    }

    /// The glyph that a CID shows in a TrueType program.
    func glyph(_ cid: Int) -> Int {
        guard let glyphs else { return cid }
        guard cid >= 0, cid * 2 + 1 < glyphs.count else { return 0 }
        return Int(glyphs[cid * 2]) << 8 | Int(glyphs[cid * 2 + 1])
    }

    /// The width of a CID, in thousandths of an em.
    func width(_ cid: Int) -> Double { widths[cid] ?? defaultWidth }

    private static func widths(_ value: PDFValue?, in file: PDFFile) -> [Int: Double] {
        var widths: [Int: Double] = [:]
        let values = file.array(value)
        var index = 0
        var budget = maximumWidths
        while index + 1 < values.count, budget > 0 {
            guard let first = file.resolved(values[index]).integer, (0...65_535).contains(first) else { break }
            if let list = file.resolved(values[index + 1]).array {
                for (place, width) in list.prefix(65_536).enumerated() { widths[first + place] = file.resolved(width).number }
                budget -= list.count + 1
                index += 2
            } else if index + 2 < values.count, let last = file.resolved(values[index + 1]).integer, (first...65_535).contains(last) {
                let width = file.resolved(values[index + 2]).number
                for cid in first...last { widths[cid] = width }
                budget -= last - first + 1
                index += 3
            } else {
                break
            }
        }
        return widths
    }
}
