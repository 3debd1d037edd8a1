/// Which glyphs of one font a document shows, and the text that each stands for.
struct GlyphUsage {
    /// The text of a glyph is that of its first use; uses with another text are marked in the content (``ContentStream``).
    /// Indexed by glyph; `nil` for glyphs that are not shown.
    private var texts: [[Unicode.Scalar]?] = []

    /// The glyphs, in ascending order.
    var glyphs: [GlyphID] { texts.indices.filter { texts[$0] != nil }.map { GlyphID($0) } }

    mutating func add(_ line: TextLine) {
        for glyph in line.glyphs {
            let index = Int(glyph.id)
            if index >= texts.count { texts += repeatElement(nil, count: index + 1 - texts.count) }
            if texts[index]?.isEmpty ?? true { texts[index] = Array(line.text(of: glyph)) }
        }
    }

    func text(of glyph: GlyphID) -> [Unicode.Scalar] {
        texts.indices.contains(Int(glyph)) ? texts[Int(glyph)] ?? [] : []
    }
}
