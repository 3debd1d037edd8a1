/// The glyphs of a paragraph, however wide, in the order of reading.
struct ShapedParagraph {
    let text: Paragraph
    let items: [ShapedItem]

    /// The advance of each character in ems; that of a cluster stands at its first character.
    var advances: [Double] {
        var advances = [Double](repeating: 0, count: text.scalars.count)
        for item in items {
            let em = 1 / Double(item.item.face.metrics.unitsPerEm)
            for glyph in item.glyphs { advances[Int(glyph.textStart)] += Double(glyph.advance) * em }
        }
        return advances
    }

    /// The items that a part of the text touches, found without looking at all the others.
    func items(in range: Range<Int>) -> ArraySlice<ShapedItem> {
        guard !range.isEmpty else { return [] }
        let first = items.partitioningIndex { $0.item.range.upperBound > range.lowerBound }
        let end = items.partitioningIndex { $0.item.range.lowerBound >= range.upperBound }
        return items[first..<end]
    }
}

extension Array {
    /// The first index whose element fulfils a condition that all behind it fulfil, too; found by bisection.
    func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
        var lower = 0
        var upper = count
        while lower < upper {
            let middle = (lower + upper) / 2
            if isBehind(self[middle]) { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }
}

/// An item with its glyphs, which stand from left to right.
struct ShapedItem {
    let item: TextItem
    let glyphs: [Glyph]

    /// The glyphs of a part of the text of the item; `nil` when they would look different on a line of their own.
    func glyphs(of range: Range<Int>) -> ArraySlice<Glyph>? {
        guard range != item.range else { return glyphs[...] }
        guard let start = cut(at: range.lowerBound), let end = cut(at: range.upperBound) else { return nil }
        return item.isRightToLeft ? glyphs[end..<start] : glyphs[start..<end]
    }

    /// The place among the glyphs that parts the text before `index` from the rest.
    private func cut(at index: Int) -> Int? {
        let isRightToLeft = item.isRightToLeft
        if index == item.range.lowerBound { return isRightToLeft ? glyphs.endIndex : 0 }
        if index == item.range.upperBound { return isRightToLeft ? 0 : glyphs.endIndex }
        let cut = glyphs.partitioningIndex { isRightToLeft ? $0.textStart < index : $0.textStart >= index }
        let first = isRightToLeft ? cut - 1 : cut
        guard glyphs.indices.contains(first), Int(glyphs[first].textStart) == index, !glyphs[first].isUnsafeToBreak else { return nil }
        return cut
    }
}
