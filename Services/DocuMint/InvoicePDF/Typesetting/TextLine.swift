/// A shaped text on one line.
struct TextLine: Sendable {
    let style: TextStyle
    /// The text that the glyphs refer to; may be longer than the line.
    let scalars: [Unicode.Scalar]
    let glyphs: ArraySlice<Glyph>
    /// In points.
    let width: Double
    private let pointsPerUnit: Double

    init(style: TextStyle, scalars: [Unicode.Scalar], glyphs: ArraySlice<Glyph>, unitsPerEm: Int) {
        self.style = style
        self.scalars = scalars
        self.glyphs = glyphs
        pointsPerUnit = style.size / Double(unitsPerEm)
        width = Double(glyphs.reduce(0) { $0 + Int($1.advance) }) * pointsPerUnit
    }

    /// The width in points of the characters from `index` to the end.
    func width(from index: Int) -> Double {
        Double(glyphs.reduce(0) { $1.textStart < index ? $0 : $0 + Int($1.advance) }) * pointsPerUnit
    }

    /// The characters that a glyph stands for.
    func text(of glyph: Glyph) -> ArraySlice<Unicode.Scalar> {
        scalars[Int(glyph.textStart)..<Int(glyph.textStart + glyph.textCount)]
    }
}
