import Testing

@testable import InvoicePDF

@Suite("Printable text")
struct PrintableTextTests {
    @Test("ends lines as every system does, and drops what cannot be printed")
    func lines() {
        let table: [(String, [String])] = [
            ("", []), ("\n\n", []), ("a", ["a"]), ("a\nb", ["a", "b"]), ("a\r\nb\rc", ["a", "b", "c"]),
            ("a\u{2028}b\u{85}c", ["a", "b", "c"]),
            ("a\n\n\n\nb", ["a", "", "b"]), ("\na\n", ["a"]), ("a\tb", ["a b"]), ("a  \nb", ["a", "b"]), ("a\0\u{1B}[0m\u{7F}b", ["a[0mb"]),
            ("\u{FE0F}a\u{180E}b\u{1}c", ["abc"]), ("\u{1}", []), ("   ", []), ("\u{202E}\u{200B}\u{2069} ", []),
            ("\u{2067}א\u{2069}\u{200D}", ["\u{2067}א\u{2069}\u{200D}"]),
        ]
        for (text, expected) in table {
            #expect(PrintableText(text).lines.map(string) == expected, "\(text.debugDescription)")
        }
    }

    @Test("keeps thirty combining marks in a row and no more")
    func stackedMarks() {
        let text = "a" + String(repeating: "\u{301}", count: 1_000) + "b\u{301}"
        #expect(PrintableText(text).singleLine.count == 33)
        #expect(PrintableText("क" + String(repeating: "\u{200D}\u{94D}", count: 1_000)).singleLine.count == 31)
    }

    @Test("is a string without anything invisible")
    func properties() {
        #expect(PrintableText("\u{202E}a\u{AD}b\u{200B}c\u{2069}").text == "abc")
    }

    private func string(_ scalars: [Unicode.Scalar]) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}

@Suite("Typesetter")
struct TypesetterTests {
    private let typesetter: Typesetter
    private let style = TextStyle(size: 10)

    init() throws {
        typesetter = Typesetter(fonts: try FontSet(opening: .notoSans))
    }

    @Test("breaks after spaces and hyphens, and words only where it must")
    func breaking() {
        let width = typesetter.line("wide enough", style).width + 0.01
        #expect(texts("wide enough for two", width) == ["wide enough", "for two"])
        #expect(texts("one\ntwo", width) == ["one", "two"])
        #expect(texts("a        b", width) == ["a        b"])
        #expect(texts("wide enough    to hang", width) == ["wide enough", "to hang"])
        #expect(texts("thirty-something", width) == ["thirty-", "something"])
        #expect(texts("no 555-1234567", width) == ["no", "555-1234567"])
        #expect(texts("incomprehensibilities", width).joined() == "incomprehensibilities")
        #expect(texts("", width) == [])
    }

    @Test("never makes a line wider than it may be, unless one glyph is")
    func widths() {
        for text in ["The quick brown fox jumps over the lazy dog", String(repeating: "W", count: 500), "e\u{301}e\u{301}e\u{301}e\u{301}"]
        {
            for width in [1.0, 7.5, 20.0, 100.0] {
                for line in typesetter.lines(text, style, width: width) {
                    #expect(line.width <= width || glyphs(of: line).filter { $0.advance > 0 }.count == 1)
                }
            }
        }
    }

    @Test("cuts with an ellipsis what must stand on one line")
    func cutting() {
        let cut = typesetter.line("A rather long company name", style, cutTo: 60)
        #expect(cut.width <= 60)
        #expect(text(of: cut).hasPrefix("A rather") && text(of: cut).hasSuffix("…"))
        #expect(text(of: typesetter.line("Short", style, cutTo: 60)) == "Short")
    }

    @Test("tells each glyph its characters, also of ligatures and marks")
    func clusters() {
        let line = typesetter.line("office e\u{301} Ωж", style)
        #expect(text(of: line) == "office e\u{301} Ωж")
        #expect(glyphs(of: line).contains { $0.textCount == 3 }, "Noto Sans has a ligature for ffi")
        #expect(typesetter.missing.isEmpty)
    }

    @Test("collects all missing characters")
    func missing() {
        _ = typesetter.line("日本 a 🙂 \u{378} b\u{E0FF} א", style)
        #expect(typesetter.missing == ["🙂", "\u{378}", "\u{E0FF}"])
    }

    private func texts(_ text: String, _ width: Double) -> [String] {
        typesetter.lines(text, style, width: width).map(self.text)
    }

    private func text(of line: TextLine) -> String {
        String(String.UnicodeScalarView(glyphs(of: line).flatMap(line.text)))
    }

    private func glyphs(of line: TextLine) -> [Glyph] { line.runs.flatMap(\.glyphs) }
}
