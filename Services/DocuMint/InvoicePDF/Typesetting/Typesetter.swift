/// Sets texts in lines.
struct Typesetter {
    private let shaper: Shaper

    init(fonts: FontSet) {
        shaper = Shaper(fonts: fonts)
    }

    /// Characters that no font has, so far.
    var missing: Set<Unicode.Scalar> { shaper.missing }

    /// The text on one line, however wide.
    func line(_ text: String, _ style: TextStyle) -> TextLine {
        line(PrintableText(text).singleLine, style)
    }

    /// The text on one line of at most `width` points, cut with an ellipsis where it would be wider.
    func line(_ text: String, _ style: TextStyle, cutTo width: Double) -> TextLine {
        let whole = line(text, style)
        guard whole.width > width else { return whole }
        let room = width - line("…", style).width
        let kept = LineBreaker(width: room * unitsPerPoint(style)).firstLine(of: whole)
        return line(Array(whole.scalars[..<kept]) + ["…"], style)
    }

    /// The text in lines of at most `width` points. Newlines are kept; words wider than a line are broken.
    func lines(_ text: String, _ style: TextStyle, width: Double) -> [TextLine] {
        PrintableText(text).lines.flatMap { scalars in
            let whole = line(scalars, style)
            return LineBreaker(width: width * unitsPerPoint(style)).lines(of: whole).map { range in
                line(scalars, style, whole.glyphs[range])
            }
        }
    }

    private func line(_ scalars: [Unicode.Scalar], _ style: TextStyle) -> TextLine {
        line(scalars, style, shaper.shape(scalars, weight: style.weight)[...])
    }

    private func line(_ scalars: [Unicode.Scalar], _ style: TextStyle, _ glyphs: ArraySlice<Glyph>) -> TextLine {
        TextLine(style: style, scalars: scalars, glyphs: glyphs, unitsPerEm: shaper.unitsPerEm(of: style.weight))
    }

    private func unitsPerPoint(_ style: TextStyle) -> Double {
        Double(shaper.unitsPerEm(of: style.weight)) / style.size
    }
}
