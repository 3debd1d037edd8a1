/// The clusters of a run in the order in which they are read: glyphs that stand together for some characters.
struct GlyphClusters: Sequence, IteratorProtocol {
    private let run: GlyphRun
    private var rest: Range<Int>

    init(of run: GlyphRun) {
        self.run = run
        rest = run.glyphs.indices
    }

    mutating func next() -> Range<Int>? {
        guard !rest.isEmpty else { return nil }
        if run.isRightToLeft {
            var start = rest.upperBound - 1
            while start > rest.lowerBound, run.glyphs[start].textCount == 0 { start -= 1 }
            defer { rest = rest.lowerBound..<start }
            return start..<rest.upperBound
        }
        var end = rest.lowerBound + 1
        while end < rest.upperBound, run.glyphs[end].textCount == 0 { end += 1 }
        defer { rest = end..<rest.upperBound }
        return rest.lowerBound..<end
    }
}
