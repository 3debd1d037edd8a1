import Testing

@testable import InvoicePDF

@Suite("The order of characters")
struct BidiTests {
    @Test("on a line is that of UAX #9")
    func order() {
        let table: [(String, Bool, String)] = [
            ("abc", false, "abc"), ("abc אבג 123", false, "abc 123 גבא"), ("אבג 123 abc", false, "abc 123 גבא"),
            ("אבג (abc) דה", false, "הד )abc( גבא"), ("a(אב)c", false, "a(בא)c"), ("אב, גד", false, "דג ,בא"),
            ("א 1,234.50 ב", false, "ב 1,234.50 א"), ("سلام 12-34", false, "34-12 مالس"), ("سلام 2025/01/31", false, "2025/01/31 مالس"),
            ("a \u{2067}ב 1\u{2069} c", false, "a 1 ב c"), ("\u{202E}abc\u{202C} d", false, "cba d"),
            ("a\u{200F}!", false, "a!"), ("\u{200F}1 a", false, "a 1"), ("אב \u{202A}a (b", false, "a (b בא"),
        ]
        for (text, isRightToLeft, expected) in table {
            #expect(shown(text, isRightToLeft) == expected, "\(text.debugDescription)")
        }
    }

    @Test("follows the first letter of a text, and the document only where there are neither letters nor digits")
    func baseDirection() {
        let table: [(String, String)] = [
            ("DE02 1203 0000", "DE02 1203 0000"), ("+49 30 1234-5", "+49 30 1234-5"), ("12 Main St, Building C", "12 Main St, Building C"),
            ("-5.00", "-5.00"), ("50%", "50%"), ("12 רחוב", "בוחר 12"), ("!א", "א!"), ("abc!", "abc!"),
        ]
        for (text, expected) in table {
            #expect(shown(text, true) == expected, "\(text)")
        }
        #expect(shown("\u{2067}\u{2069}…!", true) == "!…")
    }

    @Test("is kept on each of several lines")
    func lines() throws {
        let typesetter = Typesetter(fonts: try FontSet(opening: .notoSans))
        let style = TextStyle(size: 10)
        let width = typesetter.line("אבגד הוזח", style).width + 0.1
        let lines = typesetter.lines("אבגד הוזח ab טיכל", style, width: width)
        #expect(lines.map(visual) == ["חזוה דגבא", "לכיט ab"])
        #expect(lines.allSatisfy { $0.width <= width })
    }

    @Test("mirrors brackets that are read from right to left")
    func mirroring() throws {
        let typesetter = Typesetter(fonts: try FontSet(opening: .notoSans))
        let style = TextStyle(size: 10)
        let plain = typesetter.line("a(", style).runs.flatMap(\.glyphs).last
        let mirrored = typesetter.line("א)א", style).runs.flatMap(\.glyphs)
        #expect(mirrored.contains { $0.id == plain?.id })
    }

    @Test("survives every flood of direction marks, in time and memory")
    func floods() throws {
        let typesetter = Typesetter(fonts: try FontSet(opening: .notoSans))
        let marks = ["\u{202E}", "\u{202B}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{202C}", "\u{200F}"]
        let floods =
            marks.map { String(repeating: $0, count: 20_000) } + [
                String(repeating: "\u{2067}a\u{2066}א", count: 8_000), String(repeating: "(א[", count: 10_000) + "])",
                String(repeating: "\u{202E}a\u{202D}1", count: 8_000), String(repeating: "א\u{2068}1\u{2069}a", count: 8_000),
            ]
        for flood in floods {
            for line in typesetter.lines("א" + flood + "abc", TextStyle(size: 10), width: 200) {
                #expect(line.width <= 200)
                #expect(line.runs.allSatisfy { run in run.glyphs.allSatisfy { line.text(of: $0).allSatisfy { $0.value < 0x2000 } } })
            }
        }
        #expect(typesetter.missing.isEmpty)
    }

    private func shown(_ text: String, _ isRightToLeft: Bool) -> String {
        guard let fonts = try? FontSet(opening: .notoSans) else { return "" }
        return visual(Typesetter(fonts: fonts, isRightToLeft: isRightToLeft).line(text, TextStyle(size: 10)))
    }

    /// The characters from left to right.
    private func visual(_ line: TextLine) -> String {
        String(
            String.UnicodeScalarView(
                line.runs.flatMap { run in
                    run.glyphs.flatMap { run.isRightToLeft ? Array(line.text(of: $0).reversed()) : Array(line.text(of: $0)) }
                }
            )
        )
    }
}
