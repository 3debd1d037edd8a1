internal import CHarfBuzz

/// Turns characters into glyphs. One per document: it owns a HarfBuzz buffer, which only one thread may use.
final class Shaper {
    private let fonts: FontSet
    private let language: TextLanguage
    private let buffer: OpaquePointer?
    /// Characters that the fonts lack, collected over the document so that all can be reported at once.
    private(set) var missing: Set<Unicode.Scalar> = []

    /// Short texts of one line, which repeat: quantities, prices, units.
    private var lines: [ShortText: ShapedParagraph] = [:]

    init(fonts: FontSet, language: TextLanguage) {
        self.fonts = fonts
        self.language = language
        buffer = hb_buffer_create()
    }

    deinit {
        hb_buffer_destroy(buffer)
    }

    /// A text of one line, shaped by `shape` unless it was before.
    func shared(_ text: String, weight: FontWeight, _ shape: () -> ShapedParagraph) -> ShapedParagraph {
        guard text.utf8.count <= ShortText.maximumLength else { return shape() }
        let key = ShortText(text: text, weight: weight)
        if let known = lines[key] { return known }
        let shaped = shape()
        lines[key] = shaped
        return shaped
    }

    /// The glyphs of a paragraph.
    func shape(_ paragraph: Paragraph, weight: FontWeight) -> ShapedParagraph {
        let codepoints = paragraph.scalars.map { $0.value }
        let chooser = FontChooser(fonts: fonts, weight: weight, eastAsian: language.eastAsian(for: paragraph.scalars))
        let items = Itemizer.items(of: paragraph, fonts: chooser).map { item in
            let glyphs = shape(item.range, of: item, codepoints, offset: 0)
            reportMissing(glyphs, of: item, paragraph.scalars)
            return ShapedItem(item: item, glyphs: glyphs)
        }
        return ShapedParagraph(text: paragraph, items: items)
    }

    /// A part of an item, joined to what stands around it all the same.
    func shape(_ range: Range<Int>, of item: TextItem, in paragraph: Paragraph) -> [Glyph] {
        // HarfBuzz looks no further than five characters around.
        let context = (range.lowerBound - 5..<range.upperBound + 5).clamped(to: paragraph.scalars.indices)
        return shape(range, of: item, paragraph.scalars[context].map { $0.value }, offset: context.lowerBound)
    }

    /// - Parameter offset: where `codepoints` begin in the text.
    private func shape(_ range: Range<Int>, of item: TextItem, _ codepoints: [UInt32], offset: Int) -> [Glyph] {
        hb_buffer_clear_contents(buffer)
        hb_buffer_add_codepoints(buffer, codepoints, Int32(codepoints.count), UInt32(range.lowerBound - offset), Int32(range.count))
        hb_buffer_set_direction(buffer, item.isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        let isForeign = item.face.id.family == .base && !Script.isBase(item.script)
        hb_buffer_set_script(buffer, isForeign || item.script == HB_SCRIPT_COMMON ? HB_SCRIPT_LATIN : item.script)
        // Named, because the default is taken from the environment of the process.
        hb_buffer_set_language(buffer, language.value)
        // An accent belongs to the cluster of its letter, so that both are read back as one. Readers of text from right to left
        // turn clusters around, and so need them small.
        hb_buffer_set_cluster_level(
            buffer,
            item.isRightToLeft ? HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS : HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES
        )
        hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES)
        hb_shape(item.face.font, buffer, nil, 0)
        let glyphs = glyphs(endingAt: range.upperBound, item.isRightToLeft, codepoints, offset: offset)
        guard item.isRightToLeft, let blank = item.face.blank else { return glyphs }
        return glyphs.withOneCharacterEach(blank: blank)
    }

    /// What is in the buffer, with the characters that each glyph stands for: clusters ascend from left to right, or descend, and
    /// one ends where the next one of the text begins.
    private func glyphs(endingAt textEnd: Int, _ isRightToLeft: Bool, _ codepoints: [UInt32], offset: Int) -> [Glyph] {
        var length: UInt32 = 0
        let infos = UnsafeBufferPointer(start: hb_buffer_get_glyph_infos(buffer, &length), count: Int(length))
        let positions = UnsafeBufferPointer(start: hb_buffer_get_glyph_positions(buffer, &length), count: Int(length))
        var glyphs: [Glyph] = []
        glyphs.reserveCapacity(infos.count)
        var clusterEnd = textEnd
        for step in infos.indices {
            let index = isRightToLeft ? step : infos.count - 1 - step
            let cluster = infos[index].cluster
            let start = Int(cluster) + offset
            let isFirst = index == 0 || infos[index - 1].cluster != cluster
            let isLast = index == infos.count - 1 || infos[index + 1].cluster != cluster
            let text = Self.withoutJoiners(start..<clusterEnd, codepoints, offset: offset)
            glyphs.append(
                Glyph(
                    id: GlyphID(truncatingIfNeeded: infos[index].codepoint),
                    isUnsafeToBreak: infos[index].mask & HB_GLYPH_FLAG_UNSAFE_TO_BREAK.rawValue != 0,
                    textStart: Int32(text.lowerBound),
                    textCount: isFirst ? Int32(text.count) : 0,
                    advance: positions[index].x_advance,
                    xOffset: positions[index].x_offset,
                    yOffset: positions[index].y_offset
                )
            )
            if isRightToLeft ? isLast : isFirst { clusterEnd = start }
        }
        if !isRightToLeft { glyphs.reverse() }
        return glyphs
    }

    /// What is to be read of a cluster: joiners at its ends have done their work.
    private static func withoutJoiners(_ range: Range<Int>, _ codepoints: [UInt32], offset: Int) -> Range<Int> {
        func isJoiner(_ index: Int) -> Bool { (0x200C...0x200D).contains(codepoints[index - offset]) }
        var (start, end) = (range.lowerBound, range.upperBound)
        while end > start + 1, isJoiner(end - 1) { end -= 1 }
        while start < end - 1, isJoiner(start) { start += 1 }
        return start..<end
    }

    private func reportMissing(_ glyphs: [Glyph], of item: TextItem, _ scalars: [Unicode.Scalar]) {
        for glyph in glyphs where glyph.id == 0 {
            let cluster = scalars[Int(glyph.textStart)...].prefix(max(1, Int(glyph.textCount)))
            let lacking = cluster.filter { InvisibleCharacter($0) == nil && !item.face.has($0) }
            missing.formUnion(lacking.isEmpty ? Array(cluster) : lacking)
        }
    }
}
