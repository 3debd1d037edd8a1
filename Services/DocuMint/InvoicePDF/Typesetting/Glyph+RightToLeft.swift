extension [Glyph] {
    /// The glyphs of a run from right to left, so that none but clusters of one character are left.
    ///
    /// Programs that read a PDF turn such runs around character by character, and would turn a ligature of two around, too. So its first
    /// character goes with the ligature, and each other with a blank glyph at its left edge.
    ///
    /// - Parameter blank: a glyph without outlines.
    func withOneCharacterEach(blank: GlyphID) -> [Glyph] {
        guard contains(where: { $0.textCount > 1 }) else { return self }
        var glyphs: [Glyph] = []
        var start = startIndex
        while start < endIndex {
            var end = start + 1
            while end < endIndex, self[end].textCount == 0 { end += 1 }
            glyphs += Self.withOneCharacterEach(self[start..<end], blank: blank)
            start = end
        }
        return glyphs
    }

    private static func withOneCharacterEach(_ cluster: ArraySlice<Glyph>, blank: GlyphID) -> [Glyph] {
        guard let first = cluster.first, first.textCount > 1 else { return Array(cluster) }
        let textEnd = first.textStart + first.textCount
        let blanks = Swift.max(0, Int(first.textCount) - cluster.count)
        var glyphs = (0..<blanks).map { index in
            let distance = Int32(blanks - index)
            return Glyph(
                id: blank,
                isUnsafeToBreak: true,
                textStart: textEnd - 1 - Int32(index),
                textCount: 1,
                advance: 0,
                xOffset: -distance,
                yOffset: 0
            )
        }
        for (index, glyph) in cluster.enumerated() {
            // The rightmost is read first; what is left over goes with the last character.
            let place = Int32(cluster.count - 1 - index)
            glyphs.append(
                Glyph(
                    id: glyph.id,
                    isUnsafeToBreak: place > 0 || glyph.isUnsafeToBreak,
                    textStart: Swift.min(first.textStart + place, textEnd - 1),
                    textCount: place < first.textCount - 1 || index == 0 ? 1 : 0,
                    advance: glyph.advance,
                    xOffset: glyph.xOffset,
                    yOffset: glyph.yOffset
                )
            )
        }
        return glyphs
    }
}
