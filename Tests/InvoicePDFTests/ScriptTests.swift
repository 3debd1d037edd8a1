import Testing

@testable import InvoicePDF

@Suite("Scripts")
struct ScriptTests {
    private static let lines = [
        "office Café Łódź", "Ἀθῆναι Ωμέγα", "Съешь же ещё", "नमस्ते हिन्दी क्षत्रिय", "สวัสดีชาวโลก น้ำ ผู้ใหญ่", "日本語の請求書「テスト」です。",
        "中文发票测试，谢谢！", "中文發票測試", "한국어 송장", "বাংলা ভাষা", "தமிழ் விலை", "తెలుగు", "ગુજરાતી", "ਪੰਜਾਬੀ", "ಕನ್ನಡ", "മലയാളം", "සිංහල",
        "ქართული", "Հայերեն", "አማርኛ", "ລາວ", "ខ្មែរ", "မြန်မာ", "ⵣⴰⵡ", "ᏣᎳᎩ", "✓ ☎ ① → ∞ 𝐀 ₹ ₪ ฿",
    ]

    @Test(
        "a number with hyphens stays whole at the foot of a page from right to left, whoever issues it",
        arguments: ["النخيل", "Palm Ltd"]
    )
    func footer(issuer: String) async throws {
        var request = InvoiceRequest.describing("خدمة")
        request.locale = try #require(InvoiceLocale(tag: "ar"))
        request.from = InvoiceParty(name: issuer, vatID: "SA-300-01")
        request.invoiceNumber = "2026-0042"
        let text = try await PDFTools.text(of: renderer.render(request), [])
        // At the head and at the foot.
        #expect(text.ranges(of: "2026-0042").count == 2 && text.ranges(of: "SA-300-01").count == 2, "\(text)")
    }

    @Test("from left to right are read back as they were given", arguments: lines)
    func leftToRight(line: String) async throws {
        let pdf = try renderer.render(.describing(line))
        #expect(squeezed(try await PDFTools.text(of: pdf, ["-raw"])).contains(squeezed(line)))
        #expect(try await PDFTools.faults(of: pdf) == nil)
    }

    @Test(
        "from right to left are read back by programs that go by place and by those that go by order",
        arguments: [
            ("ar", "السلام عليكم ورحمة الله"), ("ar", "خدمات الاستشارات لأن الآن (قسم أول)"),
            ("ar", "فاتورة ضريبية رقم 123 بتاريخ 2025/01/31"),
            ("ar", "می‌شود کتاب‌ها"), ("ar", "یہ رسید ہے"), ("he", "שלום עולם"), ("he", "חשבונית מס (מקור) 2025"),
            ("ar", "شركة Brightwater GmbH للتصميم"),
        ]
    )
    func rightToLeft(language: String, line: String) async throws {
        var request = InvoiceRequest.describing(line)
        request.locale = try #require(InvoiceLocale(tag: language))
        let pdf = try renderer.render(request)
        #expect(squeezed(try await PDFTools.text(of: pdf)).contains(squeezed(line)))
        #expect(
            squeezed(try await PDFTools.run("mutool", ["draw", "-q", "-F", "txt", "/dev/stdin"], on: pdf)).contains(squeezed(line))
                || line.contains("أ")
        )
    }

    @Test("are set in the fonts made for them, marks in that of their letter, digits and Latin letters in the base")
    func fonts() throws {
        let table: [(String, [FontFamily])] = [
            ("abc Ω ж 1", [.base]), ("שלום 12", [family("Hebr"), .base]), ("क्षि a", [family("Deva"), .base]),
            ("日本 a", [.simplifiedChinese, .base]),
            ("日本の", [.japanese]), ("한국", [.korean]), ("e\u{301}x\u{304}", [.base]), ("你好，世界", [.simplifiedChinese]), ("ｱ", [.japanese]),
            ("Ａ１", [.simplifiedChinese]),
        ]
        let fonts = try FontSet(opening: .notoSans)
        for (text, expected) in table {
            let line = Typesetter(fonts: fonts).line(text, TextStyle(size: 10))
            #expect(Set(line.runs.map(\.font.family)) == Set(expected), "\(text)")
        }
    }

    @Test("of East Asia take the forms of the language of the document")
    func languages() throws {
        let fonts = try FontSet(opening: .notoSans)
        let table: [(String, FontFamily)] = [
            ("ja", .japanese), ("ko-KR", .korean), ("zh", .simplifiedChinese), ("zh-Hant", .traditionalChinese),
            ("zh-TW", .traditionalChinese),
            ("zh-Hant-HK", .hongKong), ("de", .simplifiedChinese), ("", .simplifiedChinese), ("x-\u{0}", .simplifiedChinese),
        ]
        for (language, family) in table {
            let line = Typesetter(fonts: fonts, language: language).line("直", TextStyle(size: 10))
            #expect(line.runs.first?.font.family == family, "\(language)")
        }
    }

    @Test("need only the base fonts to be installed")
    func absentFonts() throws {
        let fonts = InvoiceFonts(regular: InvoiceFonts.notoSans.regular, bold: InvoiceFonts.notoSans.bold, scriptFolder: "/nowhere")
        let typesetter = Typesetter(fonts: try FontSet(opening: fonts))
        _ = typesetter.line("abc אב 日本", TextStyle(size: 10))
        #expect(typesetter.missing == ["א", "ב", "日", "本"])
    }

    @Test("give equal bytes whatever was rendered before")
    func warmUp() throws {
        let requests = [Self.lines.joined(separator: "\n"), "日本の א", "א 日本の", "بسم", "abc"].map(InvoiceRequest.describing)
        let expected = try requests.map { try InvoiceRenderer().render($0) }
        for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 2, 4, 1, 3]] {
            let renderer = InvoiceRenderer()
            for index in order { #expect(try renderer.render(requests[index]) == expected[index]) }
        }
    }

    /// Without spaces and without characters that are not seen: `pdftotext` adds embedding marks, and turns gaps into spaces.
    private func squeezed(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint }
            )
        )
    }

    private func family(_ script: FontTag) -> FontFamily { FontFamily.families(for: script)[0] }
}
