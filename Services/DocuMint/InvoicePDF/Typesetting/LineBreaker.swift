/// Breaks shaped text into lines, first fit, in time proportional to its length.
struct LineBreaker {
    /// In font units.
    let width: Double

    /// The glyphs of each line. A line ends after a space or after a hyphen before a letter; a word wider than the line is broken
    /// where it must be. Spaces at the end of a line may stand out of it and are not part of it.
    func lines(of text: TextLine) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = text.glyphs.startIndex
        while start < text.glyphs.endIndex {
            let end = endOfLine(from: start, in: text)
            lines.append(trimmed(start..<end, in: text))
            start = end
        }
        return lines.isEmpty ? [text.glyphs.indices] : lines
    }

    /// How many characters of a text fit on one line, without regard to words.
    func firstLine(of text: TextLine) -> Int {
        let end = endOfLine(from: text.glyphs.startIndex, in: text, breaksWords: true)
        return end < text.glyphs.endIndex ? Int(text.glyphs[end].textStart) : text.scalars.count
    }

    private func endOfLine(from start: Int, in text: TextLine, breaksWords: Bool = false) -> Int {
        var used = 0.0
        var opportunity: Int?
        for index in start..<text.glyphs.endIndex {
            if !breaksWords, index > start, isOpportunity(before: index, in: text) { opportunity = index }
            used += Double(text.glyphs[index].advance)
            if used > width, breaksWords || !isSpace(text.glyphs[index], in: text) {
                return opportunity ?? breakInsideWord(before: index, after: start, in: text)
            }
        }
        return text.glyphs.endIndex
    }

    /// Moves an unavoidable break off the marks that belong to the glyph before them; always takes at least one glyph.
    private func breakInsideWord(before index: Int, after start: Int, in text: TextLine) -> Int {
        var end = index
        while end > start + 1, text.glyphs[end].continuesCluster { end -= 1 }
        return max(end, start + 1)
    }

    private func isOpportunity(before index: Int, in text: TextLine) -> Bool {
        let previous = text.glyphs[index - 1]
        if isSpace(previous, in: text) { return !isSpace(text.glyphs[index], in: text) }
        let isHyphen = text.text(of: previous).last.map { ["-", "‐", "–", "—"].contains($0) } ?? false
        return isHyphen && text.text(of: text.glyphs[index]).first?.properties.isAlphabetic ?? false
    }

    private func isSpace(_ glyph: Glyph, in text: TextLine) -> Bool {
        text.text(of: glyph).first == " "
    }

    private func trimmed(_ range: Range<Int>, in text: TextLine) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, isSpace(text.glyphs[end - 1], in: text) { end -= 1 }
        return range.lowerBound..<end
    }
}
