/// The fonts of a document, in the order in which its text first shows them, whatever was opened before.
struct EmbeddedFonts {
    private(set) var all: [EmbeddedFont] = []
    /// There are so few that looking through them is faster than a dictionary.
    private var identifiers: [FontID] = []

    /// - Throws: ``InvoiceError/fontUnusable(path:)`` when a font cannot be reduced to the glyphs of the invoice.
    init(of invoice: LaidOutInvoice, from fonts: FontSet) throws(InvoiceError) {
        var usages: [GlyphUsage] = []
        for page in invoice.pages {
            for (_, row) in page.rows {
                for mark in row.marks {
                    guard case .text(let line, _, _) = mark.content else { continue }
                    add(line, to: &usages, from: fonts)
                }
            }
        }
        for (index, usage) in usages.enumerated() {
            all.append(try EmbeddedFont(usage.face, resourceName: "F\(index + 1)", usage: usage, subsets: fonts.subsets))
        }
    }

    private mutating func add(_ line: TextLine, to usages: inout [GlyphUsage], from fonts: FontSet) {
        for run in line.runs where !run.glyphs.isEmpty {
            let index = identifiers.firstIndex(of: run.font) ?? usages.count
            if index == usages.count {
                guard let face = fonts[run.font] else { continue }
                identifiers.append(run.font)
                usages.append(GlyphUsage(of: face))
            }
            usages[index].add(run, of: line)
        }
    }

    /// The font that a run was set in.
    subscript(id: FontID) -> EmbeddedFont? {
        identifiers.firstIndex(of: id).map { all[$0] }
    }
}
