/// The drawing operators of one page (ISO 32000-1 §8, §9). Its callers measure from the top of the page, PDF from the foot.
struct ContentStream {
    private(set) var bytes: [UInt8] = []
    private let pageHeight: Double
    private let fonts: [EmbeddedFont]
    private var ink: Ink?
    private var font: (name: String, size: Double) = ("", 0)

    /// - Parameter fonts: one for each ``FontWeight``.
    init(pageHeight: Double, fonts: [EmbeddedFont]) {
        self.pageHeight = pageHeight
        self.fonts = fonts
    }

    /// Draws what is drawn once for all pages.
    mutating func drawBackground(_ name: String) {
        // An artifact is no part of the text (§14.8.2.2).
        append("/Artifact << /Type /Pagination /Subtype /Watermark >> BDC\n/\(name) Do\nEMC\n")
    }

    mutating func draw(_ page: Page) {
        for (top, row) in page.rows {
            for mark in row.marks {
                switch mark {
                case .text(let line, let x, let baseline):
                    draw(line, x: x, y: pageHeight - top - baseline)
                case .rule(let x, let y, let width, let thickness, let ink):
                    drawRule(x: x, y: pageHeight - top - y, width: width, thickness: thickness, ink: ink)
                }
            }
        }
    }

    private mutating func drawRule(x: Double, y: Double, width: Double, thickness: Double, ink: Ink) {
        fill(with: ink)
        append("\(number(x)) \(number(y - thickness / 2)) \(number(width)) \(number(thickness)) re f\n")
    }

    private mutating func draw(_ line: TextLine, x: Double, y: Double) {
        guard !line.glyphs.isEmpty else { return }
        let font = fonts[line.style.weight.rawValue]
        fill(with: line.style.ink)
        append("BT\n")
        if self.font != (font.resourceName, line.style.size) {
            self.font = (font.resourceName, line.style.size)
            append("/\(font.resourceName) \(number(line.style.size)) Tf\n")
        }
        append("\(number(x)) \(number(y)) Td\n")
        show(line, in: font)
        append("ET\n")
    }

    private mutating func fill(with ink: Ink) {
        guard self.ink != ink else { return }
        self.ink = ink
        append("\(number(ink.level)) g\n")
    }

    private func number(_ value: Double) -> String { PDFText.number(value) }

    mutating func append(_ text: String) {
        bytes += text.utf8
    }

    mutating func append(_ glyph: GlyphID) {
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: glyph >> GlyphID(shift)) & 0xF
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
    }
}
