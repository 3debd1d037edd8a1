extension Typesetter {
    /// A character that is shown at the end of a line, though the text has none there.
    struct Ending {
        let character: Unicode.Scalar
        /// Its embedding level.
        let level: UInt8

        init(_ character: Unicode.Scalar, _ level: UInt8) {
            self.character = character
            self.level = level
        }
    }

    /// A whole paragraph as one line.
    func line(of shaped: ShapedParagraph, _ style: TextStyle) -> TextLine {
        let runs = shaped.items.map { item in GlyphRun(item.item, item.glyphs[...]) }
        return TextLine(style: style, scalars: shaped.text.scalars, runs: ordered(runs, shaped.items.map { $0.item.level }))
    }

    /// A part of a paragraph as one line.
    func line(of shaped: ShapedParagraph, _ range: Range<Int>, ending: Ending?, _ style: TextStyle) -> TextLine {
        var runs: [GlyphRun] = []
        var levels: [UInt8] = []
        for item in shaped.items(in: range) {
            let part = item.item.range.clamped(to: range)
            runs.append(GlyphRun(item.item, item.glyphs(of: part) ?? shaper.shape(part, of: item.item, in: shaped.text)[...]))
            levels.append(item.item.level)
        }
        guard let ending else { return TextLine(style: style, scalars: shaped.text.scalars, runs: ordered(runs, levels)) }
        // Texts of glyphs are counted from the start of the line, so that the ending can have one.
        runs = runs.map { $0.textMoved(by: -range.lowerBound) }
        runs += line(String(ending.character), style).runs.map { $0.textMoved(by: range.count) }
        levels.append(ending.level)
        return TextLine(style: style, scalars: shaped.text.scalars[range] + [ending.character], runs: ordered(runs, levels))
    }

    /// From left to right (UAX #9, rule L2).
    private func ordered(_ runs: [GlyphRun], _ levels: [UInt8]) -> [GlyphRun] {
        guard levels.contains(where: { $0 > 0 }) else { return runs }
        return BidiLevels.visualOrder(of: levels).map { runs[$0] }
    }
}

extension GlyphRun {
    fileprivate init(_ item: TextItem, _ glyphs: ArraySlice<Glyph>) {
        self.init(
            font: item.face.id,
            unitsPerEm: item.face.metrics.unitsPerEm,
            isRightToLeft: item.isRightToLeft,
            glyphs: glyphs
        )
    }

    fileprivate func textMoved(by distance: Int) -> GlyphRun {
        let glyphs = glyphs.map { $0.textMoved(by: Int32(distance)) }
        return GlyphRun(font: font, unitsPerEm: unitsPerEm, isRightToLeft: isRightToLeft, glyphs: glyphs[...])
    }
}

extension Glyph {
    fileprivate func textMoved(by distance: Int32) -> Glyph {
        Glyph(
            id: id,
            isUnsafeToBreak: isUnsafeToBreak,
            textStart: textStart + distance,
            textCount: textCount,
            advance: advance,
            xOffset: xOffset,
            yOffset: yOffset
        )
    }
}
