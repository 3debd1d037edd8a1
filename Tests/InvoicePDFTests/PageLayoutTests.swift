import Testing

@testable import InvoicePDF

@Suite("Pages")
struct PageLayoutTests {
    @Test("are mirrored for languages that are read from the right", arguments: InvoiceAppearance.Template.allCases)
    func mirroring(template: InvoiceAppearance.Template) throws {
        var request = InvoiceRequest.full.set(template)
        let plain = try LaidOutInvoice(laying: request)
        request.locale = .mirroredEnglish
        let mirrored = try LaidOutInvoice(laying: request)
        for text in ["Invoice", "Brand identity", "Description", "Total EUR"] {
            let (left, right) = (try #require(plain.text(text)), try #require(mirrored.text(text)))
            #expect(abs(left.x - (mirrored.pageWidth - right.right)) < 0.01, "\(text)")
        }
        let amount = try #require(mirrored.text("Amount"))
        #expect(amount.x < mirrored.pageWidth / 4)
    }

    @Test("of a roll are as long as the text")
    func roll() throws {
        let short = try LaidOutInvoice(laying: .demo.set(.classic, .roll))
        let long = try LaidOutInvoice(laying: .items(100).set(.classic, .roll))
        #expect(short.pages.count == 1 && short.pageHeight < 220)
        #expect(long.pages.count == 1 && long.pageHeight > 2_500)
        #expect(short.texts.contains { $0.text == "1 × $100.00" })
    }

    @Test("of a roll are equal when the text is longer than a page may be")
    func longRoll() throws {
        let invoice = try LaidOutInvoice(laying: .items(2_000).set(.classic, .roll))
        #expect(invoice.pages.count == 4)
        #expect(invoice.pageHeight <= 14_400)
        #expect(invoice.texts.contains { $0.text == "Page 4 of 4" })
    }

    @Test("have the name of each type of document as their title", arguments: DocumentType.allCases)
    func titles(type: DocumentType) throws {
        var request = InvoiceRequest.demo
        request.type = type
        let invoice = try LaidOutInvoice(laying: request)
        #expect(invoice.texts.first { $0.element?.number == 1 }?.text == invoice.title)
    }

    @Test("say why no tax is due")
    func taxNotes() throws {
        for (category, note) in [
            (TaxCategory.exempt, "Exempt from tax"), (.reverseCharge, "Reverse charge: the recipient is liable for the tax"),
            (.intraCommunity, "Tax-exempt intra-Community supply"), (.export, "Tax-exempt export"),
        ] {
            var request = InvoiceRequest.demo
            request.taxCategory = category
            request.taxExemptionReason = "Article 9"
            let invoice = try LaidOutInvoice(laying: request)
            #expect(invoice.text(note) != nil && invoice.text("Article 9") != nil)
        }
    }

    @Test("never end with a heading")
    func orphans() throws {
        for count in 1...45 {
            var request = InvoiceRequest.full
            request.notes = Array(repeating: "Line", count: count).joined(separator: "\n")
            let invoice = try LaidOutInvoice(laying: request)
            let heading = try #require(invoice.text("Notes"))
            #expect(invoice.texts.count { $0.page == heading.page && $0.text == "Line" } >= min(2, count))
        }
    }

    @Test("group account numbers in fours, and nothing else")
    func accounts() {
        #expect(InvoiceLayout.grouped("DE02120300000000202051") == "DE02 1203 0000 0000 2020 51")
        #expect(InvoiceLayout.grouped("DE02 1203 0000 0000 2020 51") == "DE02 1203 0000 0000 2020 51")
        #expect(InvoiceLayout.grouped("12-34-56 12345678") == "12-34-56 12345678")
    }
}
