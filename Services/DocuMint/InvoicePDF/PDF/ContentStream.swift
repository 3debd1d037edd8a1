/// The drawing operators of one page (ISO 32000-1 §8, §9). Its callers measure from the top of the page, PDF from the foot.
struct ContentStream {
    var bytes: [UInt8] = []
    /// What of the page belongs to elements of the structure, as it was drawn.
    var tagged: [TaggedContent] = []
    /// The areas of the figures.
    var figures: [ElementID: Mark.Box] = [:]
    /// Whether something on the page lets through what is below it.
    var isTransparent = false
    let invoice: LaidOutInvoice
    let fonts: EmbeddedFonts
    private var ink: Ink?
    private var font: (name: String, size: Double) = ("", 0)
    /// What is being drawn belongs to this.
    var open: MarkedContent?
    var sequenceCount = 0

    init(of invoice: LaidOutInvoice, fonts: EmbeddedFonts) {
        self.invoice = invoice
        self.fonts = fonts
    }

    /// Draws what is drawn once for all pages.
    mutating func drawBackground(_ name: String) {
        // An artifact is no part of the text (§14.8.2.2).
        append("/Artifact << /Type /Pagination /Subtype /Watermark >> BDC\n/\(name) Do\nEMC\n")
    }

    mutating func draw(_ page: Page) {
        for (top, row) in page.rows {
            for mark in row.marks { draw(mark, foot: invoice.pageHeight - top) }
        }
        endMarkedContent()
    }

    /// - Parameter foot: where the row begins, measured from the foot of the page.
    private mutating func draw(_ mark: Mark, foot: Double) {
        switch mark.content {
        case .text(let line, let x, let baseline):
            guard !line.isEmpty else { return }
            begin(mark.element, otherwise: .pagination)
            show(line, x: x, y: foot - baseline)
        case .rule(let x, let y, let width, let thickness, let ink):
            begin(mark.element, otherwise: .decoration)
            fill(Mark.Box(x: x, y: foot - y - thickness / 2, width: width, height: thickness), with: ink)
        case .box(let box, let ink):
            let box = box.raised(from: foot)
            begin(mark.element, otherwise: .decoration)
            fill(box, with: ink)
            extend(mark.element, by: box)
        case .image(let number, let box):
            guard invoice.images.indices.contains(number) else { return }
            let box = box.raised(from: foot)
            begin(mark.element, otherwise: .pagination)
            drawImage(number, in: box)
            extend(mark.element, by: box)
        case .code(let code, let box):
            let box = box.raised(from: foot)
            begin(mark.element, otherwise: .pagination)
            draw(code, in: box)
            extend(mark.element, by: box)
        case .link(let box, let uri):
            guard let element = mark.element, let uri = PDFLink.target(uri) else { return }
            tagged.append(.link(PDFLink(element: element, area: box.raised(from: foot), target: uri)))
        }
    }

    mutating func select(_ font: EmbeddedFont, size: Double) {
        guard self.font != (font.resourceName, size) else { return }
        self.font = (font.resourceName, size)
        append("/\(font.resourceName) ")
        bytes.append(real: size)
        append(" Tf\n")
    }

    mutating func fill(with ink: Ink) {
        guard self.ink != ink else { return }
        self.ink = ink
        if ink.red == ink.green, ink.green == ink.blue {
            bytes.append(real: ink.red)
            append(" g\n")
        } else {
            bytes.append(reals: ink.red, ink.green, ink.blue)
            append(" rg\n")
        }
    }

    mutating func append(_ text: String) {
        bytes.append(text)
    }
}
