import Testing

@testable import InvoicePDF

@Suite("The table of positions")
struct ItemTableTests {
    @Test("has only the columns that are used")
    func columns() throws {
        #expect(try heads(of: .demo) == ["Description", "Qty", "Unit price", "Amount"])
        var request = InvoiceRequest.lines([("1", "10"), ("2", "20")], taxRate: "0.19")
        request.items[0].sku = "A-1"
        request.items[0].discount = Adjustment(.percent(10))
        request.items[1].taxRate = "0.07"
        #expect(try heads(of: request) == ["Item no.", "Description", "Qty", "Unit price", "Discount", "Tax", "Amount"])
    }

    @Test("aligns numbers at their decimal separators, also on mirrored pages", arguments: [InvoiceLocale.english, .mirroredEnglish])
    func alignment(locale: InvoiceLocale) throws {
        var request = InvoiceRequest.lines([("1", "10"), ("12.25", "20"), ("1000", "0.125")])
        request.items[1].unit = "HUR"
        request.locale = locale
        let invoice = try LaidOutInvoice(laying: request)
        let separators = try [("1", 1), ("12.25", 2), ("1,000", 5)].map { text, whole in
            let number = try #require(invoice.text(text))
            return number.right - number.line.width(from: whole)
        }
        #expect(separators.allSatisfy { abs($0 - separators[0]) < 0.01 })
    }

    @Test("says what stands on the pages before")
    func carrying() throws {
        let invoice = try LaidOutInvoice(laying: .items(60))
        #expect(invoice.pages.count == 3)
        for page in 0..<2 {
            let above = invoice.texts.filter { $0.page <= page && $0.text.hasPrefix("Position") }.count
            let sum = NumberStyle(.demo).amount(DecimalNumber(above * (above + 1)))
            let carried = try #require(invoice.texts.last { $0.page == page && $0.text == sum })
            let brought = try #require(invoice.texts.first { $0.page == page + 1 && $0.text == sum })
            #expect(carried.element == nil && brought.element == nil)
            #expect(invoice.texts.contains { $0.page == page && $0.text == "Carried forward" })
            #expect(invoice.texts.contains { $0.page == page + 1 && $0.text == "Brought forward" })
        }
    }

    @Test("leaves one position or more with the totals", arguments: 1...60)
    func ending(count: Int) throws {
        let invoice = try LaidOutInvoice(laying: .items(count))
        let total = try #require(invoice.texts.last { $0.text == "Total USD" })
        #expect(invoice.texts.contains { $0.page == total.page && $0.text == "Position \(count)" })
    }

    @Test("keeps everything inside the margins", arguments: InvoiceAppearance.PageSize.allCases, InvoiceAppearance.Template.allCases)
    func margins(pageSize: InvoiceAppearance.PageSize, template: InvoiceAppearance.Template) throws {
        var request = InvoiceRequest.full.set(template, pageSize)
        request.items[0].description = String(repeating: "W", count: 400)
        request.items[1].quantity = "123456789012.123456"
        request.from.name = String(repeating: "Name ", count: 40)
        request.to.address = String(repeating: "W", count: 300)
        request.customFields = [CustomField(label: String(repeating: "L", count: 90), value: String(repeating: "V", count: 90))]
        let invoice = try LaidOutInvoice(laying: request)
        let margin = Theme(request.appearance).margin
        for text in invoice.texts {
            #expect(text.x >= margin - 0.01 && text.right <= invoice.pageWidth - margin + 0.01, "\(text.text)")
            #expect(text.y > 0 && text.y < invoice.pageHeight)
        }
    }

    private func heads(of request: InvoiceRequest) throws -> [String] {
        let invoice = try LaidOutInvoice(laying: request)
        let heads = invoice.structure.elements.indices.filter { invoice.structure.elements[$0].scope == .column }
        return heads.map { number in invoice.texts.filter { $0.element?.number == number }.map(\.text).joined(separator: " ") }
    }
}
