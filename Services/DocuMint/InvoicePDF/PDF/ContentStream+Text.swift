extension ContentStream {
    /// Shows a line as one text object. Glyphs stand in the stream in the order in which they are read, wherever they are on the page
    /// (ISO 32000-1 §14.8.2.3): a run from right to left moves backwards.
    mutating func show(_ line: TextLine, x: Double, y: Double) {
        fill(with: line.style.ink)
        append("BT\n")
        var start = (x: 0.0, y: 0.0)
        for (run, offset) in line.runsAsRead {
            guard let font = fonts[run.font] else { continue }
            select(font, size: line.style.size)
            bytes.append(reals: x + offset - start.x, y - start.y)
            append(" Td\n")
            start = (x + offset, y)
            show(run, of: line, in: font)
        }
        append("ET\n")
    }

    /// Clusters whose text does not follow from the map of their glyphs carry it with them (§14.9.4).
    private mutating func show(_ run: GlyphRun, of line: TextLine, in font: EmbeddedFont) {
        var shower = GlyphShower(run, in: font, size: line.style.size)
        for cluster in GlyphClusters(of: run) {
            let first = run.glyphs[cluster.lowerBound]
            if cluster.count == 1, font.usage.isText(of: first, in: line) {
                shower.show(cluster, to: &bytes)
            } else {
                shower.close(&bytes)
                append("/Span << /ActualText ")
                bytes.append(text: line.text(of: first))
                append(" >> BDC\n")
                shower.show(cluster, to: &bytes)
                shower.close(&bytes)
                append("EMC\n")
            }
        }
        shower.finish(&bytes)
    }
}

extension TextLine {
    /// The runs in the order in which they are read, each with its distance in points from the left end of the line.
    fileprivate var runsAsRead: [(run: GlyphRun, offset: Double)] {
        if runs.count == 1 { return runs[0].glyphs.isEmpty ? [] : [(runs[0], 0)] }
        var offset = 0.0
        let runs = self.runs.map { run in
            defer { offset += run.width(size: style.size) }
            return (run: run, offset: offset)
        }.filter { !$0.run.glyphs.isEmpty }
        guard runs.contains(where: { $0.run.isRightToLeft }) else { return runs }
        return runs.sorted { $0.run.textStart < $1.run.textStart }
    }
}

extension GlyphRun {
    /// Where its characters begin in the text of the line.
    fileprivate var textStart: Int32 {
        (isRightToLeft ? glyphs.last : glyphs.first)?.textStart ?? 0
    }
}
