import Testing

@testable import InvoicePDF

@Suite("Line ends")
struct LineBreakTests {
    private let typesetter: Typesetter
    private let style = TextStyle(size: 10)

    init() throws {
        typesetter = Typesetter(fonts: try FontSet(opening: .notoSans))
    }

    @Test("stand between ideographs, but not before closing nor after opening signs nor before small kana")
    func eastAsian() {
        // Every ideograph is 10 points wide.
        let table: [(String, Double, [String])] = [
            ("日本語日本語", 31, ["日本語", "日本語"]), ("日本語。日本", 31, ["日本", "語。日", "本"]), ("日本「語」日", 31, ["日本", "「語」", "日"]),
            ("ニッポンチャ", 21, ["ニッ", "ポン", "チャ"]), ("データベース", 21, ["デー", "タ", "ベー", "ス"]), ("（（（（", 21, ["（（", "（（"]),
            ("한국어 송장", 31, ["한국어", "송장"]), ("日本ab 語", 31, ["日本", "ab 語"]),
        ]
        for (text, width, expected) in table {
            #expect(texts(text, width) == expected, "\(text)")
        }
    }

    @Test("stand where the text allows them, and not where it forbids them")
    func explicit() {
        let width = typesetter.line("aaaa bbb", style).width
        #expect(texts("aaaa\u{200B}bbbb", width) == ["aaaa", "bbbb"])
        #expect(texts("cc aaa\u{A0}bbb", width) == ["cc", "aaa\u{A0}bbb"])
        #expect(texts("日日日\u{2060}日", 31) == ["日日", "日日"])
        #expect(texts("aaaa\u{AD}bbbb", width) == ["aaaa-", "bbbb"])
        #expect(texts("aa\u{AD}bb", width) == ["aabb"])
    }

    @Test("are inside words only where those are wider than a line, and never inside a letter with its marks")
    func words() {
        let thai = texts(String(repeating: "เกี่ยวกับน้ำ", count: 10), 40)
        #expect(thai.joined() == String(repeating: "เกี่ยวกับน้ำ", count: 10))
        #expect(thai.allSatisfy { line in line.unicodeScalars.first?.properties.generalCategory == .otherLetter && line.last != "เ" })
        let marks = texts(String(repeating: "x\u{304}\u{301}", count: 100), 40)
        #expect(marks.allSatisfy { $0.unicodeScalars.first == "x" })
        let long = texts(String(repeating: "ffi", count: 10_000), 40)
        #expect(long.joined() == String(repeating: "ffi", count: 10_000))
    }

    @Test("do not undo the joining of Arabic letters")
    func arabic() throws {
        let word = String(repeating: "ب", count: 40)
        let lines = typesetter.lines(word, style, width: 50)
        #expect(lines.count > 1)
        let isolated = try #require(typesetter.line("ب", style).runs.first?.glyphs.first?.id)
        #expect(lines.allSatisfy { line in line.runs.allSatisfy { $0.glyphs.allSatisfy { $0.id != isolated } } })
        #expect(lines.allSatisfy { $0.width <= 50 })
    }

    @Test(
        "with an ellipsis are at the end of reading",
        arguments: ["שלום עולם ויותר", "السلام عليكم ورحمة", "日本語の請求書です", "A long company name"]
    )
    func ellipsis(text: String) throws {
        let line = typesetter.line(text, style, cutTo: 45)
        #expect(line.width <= 45)
        let isRightToLeft = line.runs.contains(where: \.isRightToLeft)
        let last = try #require(isRightToLeft ? line.runs.first : line.runs.last)
        let glyph = try #require(isRightToLeft ? last.glyphs.first : last.glyphs.last)
        #expect(Array(line.text(of: glyph)) == ["…"])
        #expect(typesetter.line(text, style, cutTo: 0).runs.flatMap(\.glyphs).count == 1)
    }

    @Test("come in time with hostile texts")
    func hostile() {
        let texts = [
            String(repeating: "a\u{301}", count: 50_000), "a" + String(repeating: "\u{301}", count: 100_000),
            String(repeating: "เ", count: 30_000),
            String(repeating: "a\u{AD}", count: 30_000), String(repeating: "a\u{A0}", count: 30_000), String(repeating: "।", count: 30_000),
            String(repeating: "。", count: 30_000), String(repeating: "אa", count: 20_000), String(repeating: "لا", count: 20_000),
            String(repeating: "क्", count: 20_000), String(repeating: "\u{200D}", count: 90_000) + "x", "\u{378}\u{E000}\u{10FFFD}",
            String(repeating: "\u{1100}\u{1161}\u{11A8}", count: 10_000), String(repeating: "ﷺ", count: 10_000),
        ]
        for text in texts {
            for line in typesetter.lines(text, style, width: 100) {
                #expect(line.width <= 100.001 || line.runs.flatMap(\.glyphs).filter { $0.advance > 0 }.count == 1)
            }
        }
    }

    private func texts(_ text: String, _ width: Double) -> [String] {
        typesetter.lines(text, style, width: width).map { line in
            let glyphs = line.runs.flatMap(\.glyphs).sorted { $0.textStart < $1.textStart }
            return String(String.UnicodeScalarView(glyphs.flatMap(line.text)))
        }
    }
}
