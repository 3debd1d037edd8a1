@testable import InvoicePDF

/// What stands on the pages of a layout, for tests.
struct LaidOutText {
    let text: String
    let line: TextLine
    let x: Double
    let y: Double
    let page: Int
    let element: ElementID?

    var right: Double { x + line.width }
}

extension LaidOutInvoice {
    init(laying request: InvoiceRequest) throws {
        let fonts = try FontSet(opening: .notoSans)
        self = try InvoiceLayout(of: request, amounts: .compute(for: request), fonts: fonts).laidOut()
    }

    /// Every mark with its page and the top of its row.
    var marks: [(mark: Mark, top: Double, page: Int)] {
        pages.enumerated().flatMap { number, page in
            page.rows.flatMap { top, row in row.marks.map { ($0, top, number) } }
        }
    }

    var texts: [LaidOutText] {
        marks.compactMap { mark, top, page in
            guard case .text(let line, let x, let baseline) = mark.content, !line.isEmpty else { return nil }
            return LaidOutText(text: line.text, line: line, x: x, y: top + baseline, page: page, element: mark.element)
        }
    }

    func text(_ text: String) -> LaidOutText? { texts.first { $0.text == text } }
}

extension TextLine {
    /// What is to be read.
    var text: String {
        String(String.UnicodeScalarView(runs.flatMap(\.glyphs).flatMap { text(of: $0) }))
    }
}

extension InvoiceRequest {
    func set(_ template: InvoiceAppearance.Template, _ pageSize: InvoiceAppearance.PageSize = .a4) -> InvoiceRequest {
        var request = self
        request.appearance.template = template
        request.appearance.pageSize = pageSize
        return request
    }
}

extension InvoiceLocale {
    /// English words on mirrored pages, for tests of mirroring that need no other fonts.
    static let mirroredEnglish: InvoiceLocale = {
        var locale = InvoiceLocale(tag: "he") ?? .english
        locale.labels = .english
        return locale
    }()
}
