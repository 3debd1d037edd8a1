internal import CHarfBuzz

/// Cuts a paragraph into items.
///
/// Characters that all scripts share (spaces, digits, punctuation, accents) go with what stands before them (UAX #24 §5). A letter and its
/// marks stay in one font.
struct Itemizer {
    private let paragraph: Paragraph
    private let fonts: FontChooser
    private var items: [TextItem] = []
    private var script = HB_SCRIPT_COMMON

    static func items(of paragraph: Paragraph, fonts: FontChooser) -> [TextItem] {
        var itemizer = Itemizer(paragraph: paragraph, fonts: fonts)
        itemizer.run()
        return itemizer.items
    }

    private init(paragraph: Paragraph, fonts: FontChooser) {
        self.paragraph = paragraph
        self.fonts = fonts
    }

    private mutating func run() {
        let scalars = paragraph.scalars
        if paragraph.bidi == nil, scalars.allSatisfy({ $0.value < 0x7F }) { return appendLatin() }
        var start = 0
        while start < scalars.count {
            let end = endOfCluster(from: start)
            let own = Script.of(scalars[start])
            if let face = fonts.face(for: scalars[start..<end], script: own, after: items.last?.face) {
                append(start..<end, own, face)
            } else {
                for index in start..<end {
                    let face = fonts.face(for: scalars[index...index], script: own, after: items.last?.face)
                    append(index..<index + 1, own, face ?? fonts.base)
                }
            }
            start = end
        }
    }

    /// All of it as one item: the base fonts have every printable character of ASCII.
    private mutating func appendLatin() {
        guard !paragraph.scalars.isEmpty else { return }
        let hasLetter = paragraph.scalars.contains { Script.of($0) == HB_SCRIPT_LATIN }
        let script = hasLetter ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON
        items = [TextItem(range: paragraph.scalars.indices, level: 0, script: script, face: fonts.base)]
    }

    private func endOfCluster(from start: Int) -> Int {
        var end = start + 1
        while end < paragraph.scalars.count, paragraph.scalars[end].value >= 0x300, BreakClass(paragraph.scalars[end]) == .mark { end += 1 }
        return end
    }

    private mutating func append(_ range: Range<Int>, _ own: hb_script_t, _ face: FontFace) {
        let isShared = own == HB_SCRIPT_COMMON || own == HB_SCRIPT_INHERITED
        let level = paragraph.bidi?.levels[range.lowerBound] ?? 0
        if !isShared { script = own }
        if let last = items.last, last.level == level, last.face === face,
            isShared || last.script == own || last.script == HB_SCRIPT_COMMON
        {
            items[items.count - 1].range = last.range.lowerBound..<range.upperBound
            if last.script == HB_SCRIPT_COMMON { items[items.count - 1].script = script }
        } else {
            items.append(TextItem(range: range, level: level, script: script, face: face))
        }
    }
}
