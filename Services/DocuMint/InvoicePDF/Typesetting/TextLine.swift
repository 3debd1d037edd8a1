/// A shaped text on one line.
struct TextLine: Sendable {
    let style: TextStyle
    /// The text that the glyphs refer to; may be longer than the line.
    let scalars: [Unicode.Scalar]
    /// From left to right, as they stand on the page.
    let runs: [GlyphRun]
    /// In points.
    let width: Double

    init(style: TextStyle, scalars: [Unicode.Scalar], runs: [GlyphRun]) {
        self.style = style
        self.scalars = scalars
        self.runs = runs
        width = runs.reduce(0) { $0 + $1.width(size: style.size) }
    }

    /// Whether nothing is to be seen.
    var isEmpty: Bool { runs.allSatisfy { $0.glyphs.isEmpty } }

    /// The width in points of what stands for the characters from `index` to the end.
    func width(from index: Int) -> Double {
        runs.reduce(0) { width, run in
            width + Double(run.glyphs.reduce(0) { $1.textStart < index ? $0 : $0 + Int($1.advance) }) * run.pointsPerUnit(size: style.size)
        }
    }

    /// The characters that a glyph stands for.
    func text(of glyph: Glyph) -> ArraySlice<Unicode.Scalar> {
        scalars[Int(glyph.textStart)..<Int(glyph.textStart + glyph.textCount)]
    }
}

/// Glyphs of one font in one direction.
struct GlyphRun: Sendable {
    let font: FontID
    let unitsPerEm: Int
    /// Whether its characters are read from right to left.
    let isRightToLeft: Bool
    /// From left to right, as they stand on the page, whatever the direction of reading.
    let glyphs: ArraySlice<Glyph>

    /// In points.
    func width(size: Double) -> Double {
        Double(glyphs.reduce(0) { $0 + Int($1.advance) }) * pointsPerUnit(size: size)
    }

    func pointsPerUnit(size: Double) -> Double { size / Double(unitsPerEm) }
}
