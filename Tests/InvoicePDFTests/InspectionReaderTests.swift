import Testing

@testable import InvoicePDF

@Suite("Files of strangers")
struct InspectionReaderTests {
    @Test("are refused when they are neither PDF nor XML", arguments: ["", "hello", "{\"items\": []}", "\u{FEFF}", "PK\u{3}\u{4}"])
    func notRecognized(text: String) {
        #expect(throws: InspectionError.notRecognized) { try DocumentInspection.inspect(Array(text.utf8)) }
    }

    @Test("are refused when they are encrypted")
    func encrypted() throws {
        var editor = try InspectionPDFEditor(InspectionSamples.facturX.get())
        editor.trailer["Encrypt"] = .dictionary([:])
        let bytes = editor.bytes
        #expect(throws: InspectionError.encrypted) { try DocumentInspection.inspect(bytes) }
    }

    @Test("are refused when nothing is left of them", arguments: ["%PDF-1.7", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"])
    func hopeless(text: String) {
        #expect {
            try DocumentInspection.inspect(Array(text.utf8))
        } throws: { error in
            if case InspectionError.unreadablePDF = error { true } else { false }
        }
    }

    @Test("are read without their table", arguments: [1, 30, 200])
    func truncated(count: Int) throws {
        let bytes = try InspectionSamples.facturX.get().dropLast(count)
        let report = try DocumentInspection.inspect(Array(bytes))
        #expect(try report.xml == InspectionSamples.xml.get())
    }

    @Test("that claim nothing are told so, and no rules of archives are applied")
    func plain() throws {
        var request = InvoiceRequest.full
        request.profile = .plain
        let container = try #require(try DocumentInspection.inspect(renderer.render(request)).container)
        #expect(container.claims.pdfaPart.isEmpty)
        #expect(container.checks.map(\.id) == ContainerRule.structure.map(\.id))
        #expect(container.passed)
        #expect(container.notes.count >= 3)
    }

    @Test("may nest, refer to themselves and lie without end")
    func hostile() throws {
        let deep = String(repeating: "[", count: 100_000)
        let loop = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Kids [2 0 R 2 0 R 3 0 R] /Resources 2 0 R >>\nendobj\n"
        let itself = "3 0 obj\n3 0 R\nendobj\n4 0 obj\n<< /Length 4 0 R >>\nstream\nendobj\n"
        #expect(throws: InspectionError.tooComplex) { try DocumentInspection.inspect(Array("%PDF-1.7\n1 0 obj\n\(deep)".utf8)) }
        let report = try DocumentInspection.inspect(Array("%PDF-1.7\n\(loop)\(itself)trailer\n<< /Root 1 0 R >>\n".utf8))
        #expect(report.container?.passed == false)
    }

    @Test("may not unpack to more than is looked at")
    func bomb() throws {
        let zeros = Deflater().compressed([UInt8](repeating: 0x20, count: StreamFilters.maximumSize + 1))
        #expect(LenientInflater.inflated(zeros[...], limit: StreamFilters.maximumSize) == nil)
        #expect(LenientInflater.inflated(zeros[...], limit: StreamFilters.maximumSize + 1)?.count == StreamFilters.maximumSize + 1)
    }

    @Test(
        "hold numbers, names and strings as PDF writes them",
        arguments: [
            ("12", .integer(12)), ("-.5", .real(-0.5)), ("4.", .real(4)), ("+7", .integer(7)), ("/A#20B", .name("A B")),
            ("(a\\(b\\051\\\nc)", .string(Array("a(b)c".utf8))),
            ("<4 1 4>", .string([0x41, 0x40])), ("[1 2 R 3 0 R]", .array([.reference(1), .reference(3)])),
            ("<< /A << /B [null true] >> >>", .dictionary(["A": .dictionary(["B": .array([.null, .boolean(true)])])])),
            ("100000000000000000000", .real(1e20)),
        ] as [(String, PDFValue)]
    )
    func values(text: String, expected: PDFValue) throws {
        var parser = PDFParser(lexer: PDFLexer(Array(text.utf8)))
        #expect(try parser.values().values == [expected])
    }

    @Test(
        "undo predictors",
        arguments: [
            (2, [1, 1, 1, 5, 1, 1], [1, 2, 3, 5, 6, 7]), (15, [0, 1, 2, 3, 2, 1, 1, 1], [1, 2, 3, 2, 3, 4]),
            (15, [1, 1, 1, 1], [1, 2, 3]),
            (12, [4, 1, 1, 1, 4, 1, 1, 1], [1, 2, 3, 2, 3, 4]), (11, [3, 4, 2, 1], [4, 4, 3]),
        ] as [(Int, [UInt8], [UInt8])]
    )
    func predictors(kind: Int, data: [UInt8], expected: [UInt8]) throws {
        let file = PDFFile(bytes: [], trailer: [:], objects: [:], defects: PDFFile.Defects())
        #expect(Predictor(["Predictor": .integer(kind), "Columns": .integer(3)], in: file).undone(data) == expected)
    }

    @Test("undo ASCII filters", arguments: [("ASCIIHexDecode", "48 65 6C6C 6F>"), ("ASCII85Decode", "87cURDZ~>")])
    func asciiFilters(name: String, text: String) {
        let file = PDFFile(bytes: [], trailer: [:], objects: [:], defects: PDFFile.Defects())
        let data = StreamFilters.decoded(Array(text.utf8)[...], entries: ["Filter": .name(name)], in: file)
        #expect(data == Array("Hello".utf8))
    }

    @Test(
        "tell the same time in two ways",
        arguments: [
            ("D:20250131120000+01'00'", "2025-01-31T11:00:00Z", true), ("D:20250131000000Z", "2025-01-31T00:00:00Z", true),
            ("D:20250131120000-05'30'", "2025-01-31T17:30:00+00:00", true), ("D:20250131", "2025-01-31", true),
            ("D:20250301000000+01'00", "2025-02-28T23:00:00Z", true), ("D:20250131120000Z", "2025-01-31T12:00:01Z", false),
            ("D:20250131120000Z", "2025-01-31T12:00:00.5Z", true),
        ]
    )
    func times(pdf: String, xmp: String, isSame: Bool) throws {
        let time = try #require(PDFTimestamp(pdf: pdf))
        #expect((time == PDFTimestamp(xmp: xmp)) == isSame)
    }
}
