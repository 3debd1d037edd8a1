extension ContentStream {
    /// Shows a line. Clusters whose text does not follow from the map of their glyphs carry it with them (§14.9.4).
    mutating func show(_ line: TextLine, in font: EmbeddedFont) {
        var start = line.glyphs.startIndex
        var index = start
        while index < line.glyphs.endIndex {
            let end = endOfCluster(at: index, in: line)
            let text = line.text(of: line.glyphs[index])
            if end - index > 1 || !text.elementsEqual(font.usage.text(of: line.glyphs[index].id)) {
                show(line.glyphs[start..<index], of: line.style, in: font)
                append("/Span << /ActualText \(PDFText.string(text)) >> BDC\n")
                show(line.glyphs[index..<end], of: line.style, in: font)
                append("EMC\n")
                start = end
            }
            index = end
        }
        show(line.glyphs[start...], of: line.style, in: font)
    }

    private func endOfCluster(at index: Int, in line: TextLine) -> Int {
        var end = index + 1
        while end < line.glyphs.endIndex, line.glyphs[end].textCount == 0 { end += 1 }
        return end
    }

    /// Shows glyphs where HarfBuzz put them: kerning and offsets as adjustments in the array of TJ (§9.4.3), heights as text rise
    /// (§9.3.7).
    private mutating func show(_ glyphs: ArraySlice<Glyph>, of style: TextStyle, in font: EmbeddedFont) {
        guard let first = glyphs.first else { return }
        var rise: Int32 = 0
        var adjustment = 0
        setRise(first.yOffset, from: &rise, style, font)
        append("[<")
        for glyph in glyphs {
            if glyph.yOffset != rise {
                append(">] TJ\n")
                setRise(glyph.yOffset, from: &rise, style, font)
                append("[<")
            }
            adjustment -= Int(glyph.xOffset)
            if adjustment != 0 { append(">\(font.thousandths(adjustment))<") }
            let code = font.subset.glyph(for: glyph.id)
            append(code)
            adjustment = font.subset.advances[Int(code)] - Int(glyph.advance) + Int(glyph.xOffset)
        }
        append(adjustment == 0 ? ">] TJ\n" : ">\(font.thousandths(adjustment))] TJ\n")
        setRise(0, from: &rise, style, font)
    }

    private mutating func setRise(_ wanted: Int32, from rise: inout Int32, _ style: TextStyle, _ font: EmbeddedFont) {
        guard wanted != rise else { return }
        rise = wanted
        append("\(PDFText.number(Double(wanted) * style.size / Double(font.face.metrics.unitsPerEm))) Ts\n")
    }
}
