/// Which glyphs of one font a document shows, and the text that each stands for.
struct GlyphUsage {
    let face: FontFace
    /// The text of a glyph is that of its first use; uses with another text are marked in the content (``ContentStream``).
    /// Indexed by the upper and the lower half of the number of a glyph; empty for those that are not shown.
    private var texts = [[[Unicode.Scalar]]](repeating: [], count: 256)
    /// Glyphs that were only seen as part of a cluster, whose characters do not say which of them each glyph is.
    private var guessed: Set<GlyphID> = []

    init(of face: FontFace) {
        self.face = face
    }

    /// The glyphs, in ascending order.
    var glyphs: [GlyphID] {
        texts.indices.flatMap { upper in
            texts[upper].indices.filter { !texts[upper][$0].isEmpty }.map { GlyphID(upper << 8 | $0) }
        }
    }

    mutating func add(_ run: GlyphRun, of line: TextLine) {
        for cluster in GlyphClusters(of: run) {
            let first = run.glyphs[cluster.lowerBound]
            if cluster.count > 1 {
                addCluster(run.glyphs[cluster], line.text(of: first))
            } else if !guessed.isEmpty || !hasText(first.id) {
                add(first.id, line.text(of: first))
            }
        }
    }

    func text(of glyph: GlyphID) -> [Unicode.Scalar] {
        let row = texts[Int(glyph >> 8)]
        return row.isEmpty ? [] : row[Int(glyph & 0xFF)]
    }

    /// Whether what a glyph stands for in a line is its text.
    func isText(of glyph: Glyph, in line: TextLine) -> Bool {
        let (upper, lower) = (Int(glyph.id >> 8), Int(glyph.id & 0xFF))
        guard !texts[upper].isEmpty, texts[upper][lower].count == Int(glyph.textCount) else { return false }
        let start = Int(glyph.textStart)
        return texts[upper][lower].indices.allSatisfy { texts[upper][lower][$0] == line.scalars[start + $0] }
    }

    private func hasText(_ glyph: GlyphID) -> Bool {
        let (upper, lower) = (Int(glyph >> 8), Int(glyph & 0xFF))
        return !texts[upper].isEmpty && !texts[upper][lower].isEmpty
    }

    private mutating func add(_ glyph: GlyphID, _ text: ArraySlice<Unicode.Scalar>) {
        let (upper, lower) = (Int(glyph >> 8), Int(glyph & 0xFF))
        if texts[upper].isEmpty { texts[upper] = [[Unicode.Scalar]](repeating: [], count: 256) }
        if texts[upper][lower].isEmpty || (!guessed.isEmpty && guessed.remove(glyph) != nil) { texts[upper][lower] = Array(text) }
    }

    /// Every glyph has a text (ISO 14289-1 §7.21.7): here the character it has in the font, else one that is left, else none to be seen.
    private mutating func addCluster(_ glyphs: ArraySlice<Glyph>, _ text: ArraySlice<Unicode.Scalar>) {
        var rest = Array(text)
        var others: [GlyphID] = []
        for glyph in glyphs {
            if let index = rest.firstIndex(where: { face.glyph(for: $0) == glyph.id }) {
                guess(glyph.id, rest.remove(at: index))
            } else {
                others.append(glyph.id)
            }
        }
        for glyph in others { guess(glyph, rest.isEmpty ? "\u{200B}" : rest.removeFirst()) }
    }

    private mutating func guess(_ glyph: GlyphID, _ character: Unicode.Scalar) {
        guard !hasText(glyph) else { return }
        add(glyph, [character])
        guessed.insert(glyph)
    }
}
