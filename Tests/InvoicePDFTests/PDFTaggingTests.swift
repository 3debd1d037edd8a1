import Testing

@testable import InvoicePDF

@Suite("The structure for screen readers")
struct PDFTaggingTests {
    @Test("is what poppler reads: in the order of reading, without what is empty except cells")
    func structure() async throws {
        let text = try await PDFTools.run("pdfinfo", ["-struct-text", "/dev/stdin"], on: LaidOutSample.pdf())
        let lines = text.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }.filter { !$0.hasPrefix("Object ") && $0 != #""""# }
        let cells = ["TR", "TD", #""Item 1""#, "TD", #""1.00""#, "TR", #"TD"#, #""Item 2""#, "TD"]
        let expected =
            ["Document", "H1 (block)", #""Invoice""#, "Figure:", "/BBox [400 731.89 500 781.89]"]
            + ["P (block)", #""First linesecond line""#, #""last line""#, "Table (block)", "THead", "TR"]
            + ["TH:", "/Scope /Column", #""Description""#, "TH:", "/Scope /Column", #""Amount""#, "TBody"]
            + cells + ["TR", "TD:", "/ColSpan 2", #""Item 33.00""#]
            + ["Figure:", "/BBox [56 580.59 117.3 641.89]"]
            + ["P (block)", #""Pay at""#, "Link (inline)", #""example.org""#, #""until Monday.""#]
        #expect(lines.map(String.init) == expected)
    }

    @Test("marks all that is drawn, once, and leaves nothing open")
    func everythingIsMarked() async throws {
        for lines in try await PDFObjects(of: LaidOutSample.pdf()).contents {
            var depth = 0
            for line in lines {
                if line.hasSuffix("BDC") { depth += 1 }
                if line == "EMC" { depth -= 1 }
                let draws = [" f", " Do", " Do Q", "TJ", "f Q"].contains { line.hasSuffix($0) }
                if draws || line == "BT" { #expect(depth == 1, "\(line)") }
            }
            #expect(depth == 0)
        }
    }

    @Test("is one sequence for neighbours of one element; the rest are artifacts of their kind")
    func sequences() async throws {
        let tags = try await PDFObjects(of: LaidOutSample.pdf()).contents.map { $0.filter { $0.hasSuffix("BDC") } }
        let background = "/Artifact << /Type /Pagination /Subtype /Watermark >> BDC"
        let decoration = "/Artifact <</Type /Layout>> BDC"
        let pagination = "/Artifact <</Type /Pagination>> BDC"
        func elements(_ roles: [String], from first: Int = 0) -> [String] {
            roles.enumerated().map { "/\($0.element) <</MCID \($0.offset + first)>> BDC" }
        }
        let table = elements(["TH", "TH"], from: 3) + [decoration] + elements(["TD", "TD", "TD", "TD"], from: 5)
        #expect(tags.first == [background] + elements(["Figure", "H1", "P"]) + table + [decoration, pagination])
        #expect(tags.last == [background] + elements(["P", "Figure", "P", "Link", "P"]) + [decoration, pagination])
    }

    @Test("is found from each sequence and annotation through the parent tree")
    func parentTree() async throws {
        let file = try await PDFObjects(of: LaidOutSample.pdf())
        let root = try #require(file.all(containing: "/Type /StructTreeRoot").first)
        #expect(root.contains("/ParentTreeNextKey 3"))
        let tree = try #require(file.reference("ParentTree", of: root).flatMap { file.objects[$0] })
        let entries = tree.matches(of: /(\d+)\n +(\d+) 0 R/).compactMap { Int($0.2) }
        #expect(entries.count == 3)
        for (number, page) in file.pages.enumerated() {
            #expect(page.text.contains("/StructParents \(number)\n"))
            let elements = try #require(file.objects[entries[number]]).matches(of: /(\d+) 0 R/).compactMap { Int($0.1) }
            #expect(elements.count == (number == 0 ? 9 : 5))
            for (identifier, element) in elements.enumerated() {
                let element = try #require(file.objects[element])
                let isHome = try element.contains("/Pg \(page.number) 0 R\n") && element.contains(Regex("[ \\n]\(identifier)\\n"))
                let isNamed = try element.contains(Regex("/MCID \(identifier)\\n +/Pg \(page.number) 0 R"))
                #expect(isHome || isNamed)
            }
        }
        let link = try #require(file.objects[entries[2]])
        #expect(link.contains("/S /Link"))
        let annotation = try #require(file.reference("Obj", of: link).flatMap { file.objects[$0] })
        #expect(annotation.contains("/Subtype /Link") && annotation.contains("/StructParent 2\n"))
    }

    @Test("says in words what figures and links show")
    func alternatives() async throws {
        let file = try await PDFObjects(of: LaidOutSample.pdf())
        func hexadecimal(_ text: String) -> String { "/Alt \(PDFText.string(text.unicodeScalars).lowercased())" }
        #expect(file.all(containing: "/S /Figure").count == 2)
        #expect(file.all(containing: hexadecimal("Logo of Käse & Søn")).count == 1)
        #expect(file.all(containing: hexadecimal("QR code to pay with")).count == 1)
        #expect(file.all(containing: hexadecimal("Pay at example.org")).count == 1)
    }

    @Test("is announced in the catalogue, with the language", arguments: InvoiceProfile.allCases)
    func catalog(profile: InvoiceProfile) async throws {
        let catalog = try #require(try await PDFObjects(of: LaidOutSample.pdf(profile)).all(containing: "/Type /Catalog").first)
        for entry in ["/Lang (en-GB)", "/MarkInfo <<\n    /Marked true\n  >>", "/StructTreeRoot", "/DisplayDocTitle true"] {
            #expect(catalog.contains(entry), "\(entry)")
        }
    }

    @Test("of 2 000 rows is complete and read in order")
    func manyRows() async throws {
        let pdf = try LaidOutSample.pdf { invoice in
            var rows: [(top: Double, row: Row)] = []
            let line = invoice.pages[0].rows.lazy.flatMap(\.row.marks).first { if case .text = $0.content { true } else { false } }
            for _ in 0..<2_000 {
                var mark = line ?? Mark(content: .box(Mark.Box(x: 0, y: 0, width: 1, height: 1), ink: .text))
                mark.element = invoice.structure.add(.paragraph, in: invoice.structure.add(.section))
                rows.append((40, Row(height: 1, marks: [mark])))
            }
            invoice.pages = [Page(rows: rows)]
        }
        #expect(try await PDFTools.faults(of: pdf) == nil)
        let text = try await PDFTools.run("pdfinfo", ["-struct-text", "/dev/stdin"], on: pdf)
        #expect(text.matches(of: /Sect\n +P \(block\)\n +"Invoice"\n/).count == 2_000)
    }
}
