@testable import InvoicePDF

/// A document of two pages with one of everything that can be drawn and tagged.
struct LaidOutSample {
    let fonts: FontSet
    private let typesetter: Typesetter
    private var structure = StructureTree()
    private var pages = [Page(), Page()]

    init() throws {
        fonts = try FontSet(opening: .notoSans)
        typesetter = Typesetter(fonts: fonts)
    }

    /// The bytes of the file.
    static func pdf(_ profile: InvoiceProfile = .pdfa, attachment: EInvoiceFile? = nil, change: (inout LaidOutInvoice) -> Void = { _ in })
        throws -> [UInt8]
    {
        var sample = try LaidOutSample()
        var invoice = sample.invoice()
        change(&invoice)
        return try PDFDocument.bytes(of: invoice, fonts: sample.fonts, profile: profile, attachment: attachment)
    }

    static let eInvoice = EInvoiceFile(name: "factur-x.xml", conformanceLevel: "EN 16931", bytes: Array("<Invoice>ä</Invoice>".utf8))

    private mutating func invoice() -> LaidOutInvoice {
        addHeading()
        addTable()
        addCodeAndLinks()
        addFurniture()
        return LaidOutInvoice(
            pageWidth: 595.276,
            pageHeight: 841.89,
            pages: pages,
            structure: structure,
            images: [Self.transparent, Self.grey, Self.photo],
            title: "Invoice <7> & more",
            author: "Käse & Søn (Ltd) \\",
            language: "en-GB",
            date: InvoiceDate(parsing: "2025-01-31"),
            isDemo: true
        )
    }

    private mutating func addHeading() {
        let heading = structure.add(.heading1, in: StructureTree.root)
        let logo = structure.add(.figure, alternative: "Logo of Käse & Søn")
        let unused = structure.add(.section)
        _ = structure.add(.paragraph, in: unused)
        draw(.image(0, Mark.Box(x: 400, y: 20, width: 100, height: 50)), logo, page: 0, top: 40)
        draw(text("Invoice", bold: true), heading, page: 0, top: 40)
        // One sequence: the paragraph's lines follow each other. Its last line stands on the next page.
        let paragraph = structure.add(.paragraph)
        draw(text("First line"), paragraph, page: 0, top: 100)
        draw(text("second line"), paragraph, page: 0, top: 114)
        draw(text("last line"), paragraph, page: 1, top: 40)
    }

    private mutating func addTable() {
        let table = structure.add(.table)
        let head = structure.add(.tableRow, in: structure.add(.tableHead, in: table))
        let body = structure.add(.tableBody, in: table)
        for (column, name) in ["Description", "Amount"].enumerated() {
            let cell = structure.add(.headerCell, in: head, scope: .column)
            draw(text(name, x: 56 + Double(column) * 300), cell, page: 0, top: 200)
        }
        draw(.rule(x: 56, y: 220, width: 480, thickness: 0.5, ink: .rule), nil, page: 0, top: 0)
        for row in 1...3 {
            let element = structure.add(.tableRow, in: body)
            let name = structure.add(.dataCell, in: element)
            if row == 3 { structure.span(2, by: name) }
            let amount = row < 3 ? structure.add(.dataCell, in: element) : name
            draw(text("Item \(row)"), name, page: 0, top: 220 + 20 * Double(row))
            if row != 2 { draw(text("\(row).00", x: 356), amount, page: 0, top: 220 + 20 * Double(row)) }
        }
    }

    private mutating func addCodeAndLinks() {
        let code = structure.add(.figure, alternative: "QR code to pay with")
        let modules = (0..<(21 * 21)).map { $0 % 3 == 0 || $0 % 7 == 0 }
        draw(
            .code(QRCode(version: 1, level: .low, mask: 0, modules: modules), Mark.Box(x: 56, y: 0, width: 61.3, height: 61.3)),
            code,
            page: 1,
            top: 200
        )
        let paragraph = structure.add(.paragraph)
        let link = structure.add(.link, in: paragraph, alternative: "Pay at example.org")
        draw(text("Pay at"), paragraph, page: 1, top: 300)
        draw(text("example.org", x: 120), link, page: 1, top: 300)
        draw(.link(Mark.Box(x: 120, y: 0, width: 60, height: 14), uri: "https://example.org/(ä) b?q=%20\\"), link, page: 1, top: 300)
        draw(text("until Monday.", x: 200), paragraph, page: 1, top: 300)
        draw(.link(Mark.Box(x: 0, y: 0, width: 60, height: 14), uri: "https://example.org/decoration"), nil, page: 1, top: 0)
    }

    /// What belongs to no element.
    private mutating func addFurniture() {
        for page in 0...1 {
            draw(
                .box(Mark.Box(x: 0, y: 0, width: 595.276, height: 12), ink: Ink(AccentColor(red: 15, green: 98, blue: 254))),
                nil,
                page: page,
                top: 0
            )
            draw(.image(page + 1, Mark.Box(x: 500, y: 0, width: 16, height: 16)), nil, page: page, top: 780)
            draw(text("Page \(page + 1) of 2"), nil, page: page, top: 800)
        }
    }

    private func text(_ text: String, x: Double = 56, bold: Bool = false) -> Mark.Content {
        .text(typesetter.line(text, TextStyle(weight: bold ? .bold : .regular, size: 10)), x: x, baseline: 10)
    }

    private mutating func draw(_ content: Mark.Content, _ element: ElementID?, page: Int, top: Double) {
        pages[page].rows.append((top: top, row: Row(height: 14, marks: [Mark(content: content, element: element)])))
    }

    private static let transparent = InvoiceImage(
        width: 2,
        height: 2,
        content: .samples([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255], components: 3, alpha: [255, 128, 64, 0])
    )
    private static let grey = InvoiceImage(width: 2, height: 1, content: .samples([0, 200], components: 1, alpha: nil))
    /// A JPEG of 8 × 8 grey pixels.
    private static let photo = InvoiceImage(width: 8, height: 8, content: .jpeg(jpeg, components: 1))
    private static let jpeg: [UInt8] = [
        0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00,
        0xFF, 0xDB, 0x00, 0x43, 0x00, 0x10, 0x0B, 0x0C, 0x0E, 0x0C, 0x0A, 0x10, 0x0E, 0x0D, 0x0E, 0x12, 0x11, 0x10, 0x13, 0x18,
        0x28, 0x1A, 0x18, 0x16, 0x16, 0x18, 0x31, 0x23, 0x25, 0x1D, 0x28, 0x3A, 0x33, 0x3D, 0x3C, 0x39, 0x33, 0x38, 0x37, 0x40,
        0x48, 0x5C, 0x4E, 0x40, 0x44, 0x57, 0x45, 0x37, 0x38, 0x50, 0x6D, 0x51, 0x57, 0x5F, 0x62, 0x67, 0x68, 0x67, 0x3E, 0x4D,
        0x71, 0x79, 0x70, 0x64, 0x78, 0x5C, 0x65, 0x67, 0x63, 0xFF, 0xC0, 0x00, 0x0B, 0x08, 0x00, 0x08, 0x00, 0x08, 0x01, 0x01,
        0x11, 0x00, 0xFF, 0xC4, 0x00, 0x14, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x05, 0xFF, 0xC4, 0x00, 0x14, 0x10, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3F, 0x00, 0x31, 0xFF, 0xD9,
    ]
}
