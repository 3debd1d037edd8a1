import InvoicePDF
import Testing

@Suite("The text, as pdftotext reads it,")
struct PDFTextTests {
    @Test("has every fact of the invoice")
    func facts() async throws {
        let text = try await PDFTools.text(of: renderer.render(.full))
        let facts = [
            "Invoice", "Brightwater Studio GmbH", "Lindenstraße 14", "10969 Berlin", "Germany", "billing@brightwater.example",
            "VAT ID DE123456789", "Bill to", "Čapek & Søn", "Vinohradská 112", "Building C", "130 00 Praha", "2025-0042",
            "January 31, 2025",
            "February 28, 2025", "DE02 1203 0000 0000 2020 51", "BYLADEM1001", "Thank you.", "Payable within 28 days.",
            "Page 1 of 1",
        ]
        for fact in facts {
            #expect(text.contains(fact), "\(fact)")
        }
        #expect(!text.contains("DEMO"))
    }

    @Test("has the amounts on the lines they belong to")
    func amounts() async throws {
        let text = try await PDFTools.text(of: renderer.render(.full))
        let lines = [
            /Brand identity +1 +4,800\.00 +19% +4,800\.00/, /Development +37\.5 +110\.00 +19% +4,125\.00/,
            /Hosting \(per request\) +125,000 +0\.00042 +7% +52\.50/, /Returned photo licence +-1 +249\.90 +19% +-249\.90/,
            /Subtotal +€8,727\.60/, /Tax 19% on €8,675\.10 +€1,648\.27/, /Tax 7% on €52\.50 +€3\.68/, /Total EUR +€10,379\.55/,
        ]
        for line in lines {
            #expect(text.contains(line))
        }
    }

    @Test("of the demonstration is the seed's example and its mark, once")
    func demo() async throws {
        let text = try await PDFTools.text(of: renderer.render(.demo))
        #expect(text.contains(/Item +1 +100\.00 +100\.00/))
        #expect(text.contains(/Total USD +\$100\.00/))
        #expect(text.components(of: "DEMO") == 1)
        #expect(!text.contains("Subtotal") && !text.contains("Tax"))
    }

    @Test(
        "reads back ligatures, accents, Greek, Cyrillic and characters that share a glyph",
        arguments: [
            "office ffi affluent fjord", "Ångström naïve Łódź Ğ ß ẞ", "Ἀθῆναι Ωμέγα", "Съешь же ещё", "e\u{323}\u{301} q\u{308}\u{330}",
            "5 kΩ or 5 k\u{2126}",
            "Tiếng Việt", "“quotes” – dashes — … €£¥", "stacked x\u{304}\u{304}\u{304}",
        ]
    )
    func characters(text: String) async throws {
        let pdf = try renderer.render(.describing(text))
        #expect(try await PDFTools.text(of: pdf, ["-raw"]).contains(text))
    }

    @Test("of 2 000 items is complete, with a head and a number on each page")
    func manyItems() async throws {
        let pages = try await PDFTools.text(of: renderer.render(.items(2_000))).split(separator: "\u{C}")
        #expect(pages.count > 50)
        for (index, page) in pages.enumerated() {
            #expect(page.contains(/Description +Qty +Unit price +Amount/))
            #expect(page.contains("Page \(index + 1) of \(pages.count)"))
        }
        let positions = pages.joined().matches(of: #/Position (\d+) +2 +[\d,]+\.00 /#).map { Int($0.1) }
        #expect(positions == Array(1...2_000))
        #expect(try #require(pages.last).contains(/Total USD +\$4,002,000\.00/))
    }

    @Test("of a description of 100 KB is complete")
    func longDescription() async throws {
        let words = (0..<14_000).map { "word\($0)" }
        let pdf = try renderer.render(.describing(words.joined(separator: " ")))
        let text = try await PDFTools.text(of: pdf, ["-raw"])
        #expect(text.matches(of: /word\d+/).map { String($0.0) } == words)
    }

    @Test("keeps the total with the last line", arguments: 10...40)
    func totalsNotAlone(count: Int) async throws {
        let pages = try await PDFTools.text(of: renderer.render(.items(count))).split(separator: "\u{C}")
        let last = try #require(pages.last)
        #expect(last.contains("Total USD") && last.contains("Position \(count)"))
    }
}

extension String {
    fileprivate func components(of part: String) -> Int {
        ranges(of: part).count
    }
}
