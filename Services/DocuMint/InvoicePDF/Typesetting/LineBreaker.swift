/// Breaks shaped text into lines, first fit, in time proportional to its length.
struct LineBreaker {
    let text: Paragraph
    /// Of each character, in ems.
    let advances: [Double]
    /// Of the hyphen that is shown where a word ends a line at a soft hyphen, in ems.
    let hyphen: Double

    struct Line {
        /// Where the next line begins.
        let end: Int
        let hasHyphen: Bool
    }

    /// The line from `start` of at most `width` ems. It ends after a space, after a hyphen before a letter, between ideographs, or where
    /// the text says so; a word wider than the line is parted where it must be. Spaces at the end of a line may stand out of it.
    func line(from start: Int, width: Double) -> Line {
        var used = 0.0
        var best: Line?
        for index in start..<advances.count {
            if index > start {
                switch text.opportunity(before: index) {
                case .none: break
                case .allowed: best = Line(end: index, hasHyphen: false)
                case .withHyphen: if used + hyphen <= width { best = Line(end: index, hasHyphen: true) }
                }
            }
            used += advances[index]
            if used > width, !text.isSpace(index) {
                return best ?? Line(end: partingWord(before: index, after: start), hasHyphen: false)
            }
        }
        return Line(end: advances.count, hasHyphen: false)
    }

    /// How many characters fit on one line of `width` ems, without regard to words.
    func prefix(width: Double) -> Int {
        var used = 0.0
        for index in advances.indices {
            used += advances[index]
            if used > width { return partingWord(before: index, after: 0, takesOne: false) }
        }
        return advances.count
    }

    /// The line without the spaces at its end.
    func visible(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, text.isSpace(end - 1) { end -= 1 }
        return range.lowerBound..<end
    }

    /// Moves an unavoidable break to where it hurts less; always takes at least one letter with its marks, if it has to.
    private func partingWord(before index: Int, after start: Int, takesOne: Bool = true) -> Int {
        let near = (max(start, index - 3)..<index + 1).reversed().first { $0 > start && text.shouldPartWord(before: $0) }
        if let near { return near }
        var end = index
        while end > start, !text.mayPartWord(before: end) { end -= 1 }
        guard end == start, takesOne else { return end }
        end = start + 1
        while end < advances.count, !text.mayPartWord(before: end) { end += 1 }
        return end
    }
}
