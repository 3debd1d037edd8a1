import Testing

@testable import InvoicePDF

@Suite("The structure of a layout")
struct LayoutStructureTests {
    @Test("has tables whose rows have equally many cells", arguments: InvoiceAppearance.Template.allCases)
    func tables(template: InvoiceAppearance.Template) throws {
        var request = InvoiceRequest.full.set(template)
        request.items[0].sku = "A-1"
        let tree = try LaidOutInvoice(laying: request).structure
        let rows = elements(of: .tableRow, in: tree)
        let counts = rows.map { row in tree.elements.count { $0.parent?.number == row } }
        // A head and four positions with seven columns, then five totals with two.
        #expect(counts == Array(repeating: 6, count: 5) + Array(repeating: 2, count: 4))
    }

    @Test("begins with the title, and has no heading of the first order but it", arguments: InvoiceAppearance.Template.allCases)
    func headings(template: InvoiceAppearance.Template) throws {
        let invoice = try LaidOutInvoice(laying: .full.set(template))
        let headings = elements(of: .heading1, in: invoice.structure) + elements(of: .heading2, in: invoice.structure)
        #expect(headings == headings.sorted() && headings.first == 1)
        #expect(elements(of: .heading1, in: invoice.structure).count == 1)
        #expect(invoice.texts.first { $0.element?.number == 1 }?.text == "Invoice")
    }

    @Test("has every text once: what is repeated on pages is decoration")
    func repeated() throws {
        let invoice = try LaidOutInvoice(laying: .items(60))
        #expect(invoice.texts.filter { $0.text == "Unit price" }.map { $0.element == nil } == [false, true, true])
        #expect(invoice.texts.filter { $0.text.hasPrefix("Page ") }.allSatisfy { $0.element == nil })
    }

    @Test("makes a link of an e-mail address")
    func links() throws {
        let invoice = try LaidOutInvoice(laying: .full)
        let links = invoice.marks.compactMap { mark, _, _ -> (String, ElementID?)? in
            guard case .link(_, let uri) = mark.content else { return nil }
            return (uri, mark.element)
        }
        #expect(links.map(\.0) == ["mailto:billing@brightwater.example"])
        let element = try #require(links.first?.1)
        #expect(invoice.structure.elements[element.number].role == .link)
        #expect(invoice.text("billing@brightwater.example")?.element == element)
    }

    @Test("says a logo by the name of the seller, and keeps its aspect")
    func logo() throws {
        for (width, height) in [(1, 1), (16, 16), (4_000, 40), (40, 4_000), (300, 100)] {
            for template in InvoiceAppearance.Template.allCases {
                var request = InvoiceRequest.full.set(template)
                let samples = [UInt8](repeating: 0, count: width * height)
                request.appearance.logo = InvoiceImage(width: width, height: height, content: .samples(samples, components: 1, alpha: nil))
                let invoice = try LaidOutInvoice(laying: request)
                let image = try #require(
                    invoice.marks.lazy.compactMap { mark, _, _ -> (Mark.Box, ElementID?)? in
                        guard case .image(0, let box) = mark.content else { return nil }
                        return (box, mark.element)
                    }.first
                )
                #expect(abs(image.0.width * Double(height) - image.0.height * Double(width)) < 0.01)
                #expect(image.0.height <= 58 && image.0.width <= Double(width))
                let element = try #require(image.1)
                #expect(invoice.structure.elements[element.number].alternative == "Brightwater Studio GmbH")
            }
        }
    }

    private func elements(of role: StructureTree.Role, in tree: StructureTree) -> [Int] {
        tree.elements.indices.filter { tree.elements[$0].role == role }
    }
}
