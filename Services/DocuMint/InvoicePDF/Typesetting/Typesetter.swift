/// Sets texts in lines.
struct Typesetter {
    let shaper: Shaper
    private let isRightToLeft: Bool

    /// - Parameters:
    ///   - isRightToLeft: the direction of texts that have neither letters nor digits.
    ///   - language: a BCP 47 tag, which decides the forms of some letters.
    init(fonts: FontSet, isRightToLeft: Bool = false, language: String = "en") {
        shaper = Shaper(fonts: fonts, language: TextLanguage(language))
        self.isRightToLeft = isRightToLeft
    }

    /// Characters that no font has, so far.
    var missing: Set<Unicode.Scalar> { shaper.missing }

    /// The text on one line, however wide.
    func line(_ text: String, _ style: TextStyle) -> TextLine {
        line(of: shapeLine(text, style), style)
    }

    /// The text on one line of at most `width` points, cut with an ellipsis where it would be wider.
    func line(_ text: String, _ style: TextStyle, cutTo width: Double) -> TextLine {
        let shaped = shapeLine(text, style)
        let whole = line(of: shaped, style)
        guard whole.width > width else { return whole }
        let room = width - line("…", style).width
        let kept = breaker(shaped, style).prefix(width: room / style.size)
        return line(of: shaped, breaker(shaped, style).visible(0..<kept), ending: Ending("…", shaped.text.bidi?.base ?? 0), style)
    }

    /// The text in lines of at most `width` points. Newlines are kept; words wider than a line are broken.
    func lines(_ text: String, _ style: TextStyle, width: Double) -> [TextLine] {
        let paragraphs = PrintableText(text).lines
        return paragraphs.flatMap { scalars in
            let shaped =
                paragraphs.count == 1
                ? shaper.shared(text, weight: style.weight) { shape(scalars, style) } : shape(scalars, style)
            let whole = line(of: shaped, style)
            return whole.width <= width ? [whole] : lines(of: shaped, style, width: width)
        }
    }

    private func lines(of shaped: ShapedParagraph, _ style: TextStyle, width: Double) -> [TextLine] {
        let breaker = breaker(shaped, style)
        var lines: [TextLine] = []
        var start = 0
        while start < shaped.text.scalars.count {
            let (line, end) = line(from: start, of: shaped, breaker, style, width: width)
            lines.append(line)
            start = end
        }
        return lines
    }

    /// One line, and where the next begins. Letters may become wider at the end of a line than they were; then the line is made
    /// shorter.
    private func line(
        from start: Int,
        of shaped: ShapedParagraph,
        _ breaker: LineBreaker,
        _ style: TextStyle,
        width: Double
    ) -> (TextLine, end: Int) {
        var room = width
        while true {
            let end = breaker.line(from: start, width: room / style.size)
            let visible = breaker.visible(start..<end.end)
            let level = shaped.text.bidi?.levels[end.end - 1] ?? 0
            let line = line(of: shaped, visible, ending: end.hasHyphen ? Ending("-", level) : nil, style)
            let excess = line.width - width
            guard excess > 0.001, end.end > start + 1, room > width / 2 else { return (line, end.end) }
            room -= max(excess, width / 100)
        }
    }

    private func shapeLine(_ text: String, _ style: TextStyle) -> ShapedParagraph {
        shaper.shared(text, weight: style.weight) { shape(PrintableText(text).singleLine, style) }
    }

    private func shape(_ scalars: [Unicode.Scalar], _ style: TextStyle) -> ShapedParagraph {
        shaper.shape(Paragraph(scalars, isRightToLeft: isRightToLeft), weight: style.weight)
    }

    private func breaker(_ shaped: ShapedParagraph, _ style: TextStyle) -> LineBreaker {
        LineBreaker(text: shaped.text, advances: shaped.advances, hyphen: line("-", style).width / style.size)
    }
}
