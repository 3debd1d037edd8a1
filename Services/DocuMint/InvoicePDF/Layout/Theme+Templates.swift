extension Theme {
    /// The design that a request asks for.
    init(_ appearance: InvoiceAppearance, language: String = "en") {
        let template = appearance.template
        let accent = appearance.accent.map(Ink.init) ?? template.accent
        let (width, height) = appearance.pageSize.points
        self.init(template, Palette(accent: accent), width: width, height: height, scale: appearance.pageSize == .a5 ? 0.86 : 1)
        if appearance.pageSize == .roll { becomeReceipt() }
        leading = (body.size * Self.lineSpacing(of: language)).rounded(.up)
    }

    private init(_ template: InvoiceAppearance.Template, _ palette: Palette, width: Double, height: Double, scale: Double) {
        self.template = template
        self.palette = palette
        self.scale = scale
        (pageWidth, pageHeight) = (width, height)
        // An address below the head of an A4 page stands where envelopes have their window (DIN 5008 form B).
        margin = (template == .classic ? 62 : 56) * scale * (scale < 1 ? 0.72 : 1)
        topMargin = 48 * scale
        bottomMargin = 66 * scale
        footerBaseline = 34 * scale
        gutter = 16 * scale
        body = TextStyle(size: 9 * scale)
        strong = TextStyle(weight: .bold, size: 9 * scale)
        label = TextStyle(size: 7.5 * scale, ink: .secondary)
        detail = TextStyle(size: 9 * scale, ink: .secondary)
        leading = 13.5 * scale
        switch template {
        case .classic:
            title = TextStyle(weight: .bold, size: 20 * scale, ink: palette.accentText)
            total = TextStyle(weight: .bold, size: 10.5 * scale)
            sectionHead = strong
            partyHead = label
            table = TableStyle(
                head: TextStyle(weight: .bold, size: 8 * scale),
                padding: 5 * scale,
                gutter: 13 * scale,
                headRule: palette.accentText,
                rowRule: .rule,
                closesWithDoubleRule: true
            )
        case .modern:
            title = TextStyle(weight: .bold, size: 30 * scale, ink: palette.onAccent)
            total = TextStyle(weight: .bold, size: 12 * scale, ink: palette.onAccent)
            sectionHead = TextStyle(weight: .bold, size: 9 * scale, ink: palette.accentText)
            partyHead = sectionHead
            table = TableStyle(
                head: TextStyle(
                    weight: .bold,
                    size: 7.5 * scale,
                    ink: palette.tint.contrast(to: palette.accentText) < 4.5 ? .text : palette.accentText
                ),
                padding: 6 * scale,
                gutter: 13 * scale,
                inset: 10 * scale,
                headFill: palette.tint,
                rowRule: .rule,
                totalFill: palette.accent
            )
        case .minimal:
            title = TextStyle(size: 26 * scale, ink: palette.accentText)
            total = TextStyle(weight: .bold, size: 11 * scale, ink: palette.accentText)
            sectionHead = label
            partyHead = label
            table = TableStyle(head: label, padding: 5.5 * scale, gutter: 13 * scale)
        }
    }

    /// Paper of 80 mm, of which printers reach 72.
    private mutating func becomeReceipt() {
        margin = 12
        topMargin = 16
        bottomMargin = 20
        footerBaseline = 8
        gutter = 8
        body.size = 8
        strong.size = 8
        detail.size = 8
        label.size = 7
        title = TextStyle(weight: .bold, size: 13)
        total = TextStyle(weight: .bold, size: 12)
        sectionHead = strong
        table = TableStyle(head: label, padding: 3, gutter: 8)
    }

    /// From baseline to baseline, as a share of the size: scripts with marks above and below, or without capitals, need more.
    private static func lineSpacing(of language: String) -> Double {
        switch language.prefix(while: { $0 != "-" }) {
        case "hi", "th", "ur": 1.7
        case "ja", "zh", "ko", "ar", "fa", "he": 1.6
        default: 1.5
        }
    }
}

extension InvoiceAppearance.Template {
    /// The template's own accent.
    fileprivate var accent: Ink {
        switch self {
        case .classic: Ink(AccentColor(red: 0x1B, green: 0x36, blue: 0x5D))
        case .modern: Ink(AccentColor(red: 0x3A, green: 0x3F, blue: 0xC4))
        case .minimal: .text
        }
    }
}

extension InvoiceAppearance.PageSize {
    /// Width and height. A receipt is as long as a PDF page may be (ISO 32000-1 Annex C), until its text is known.
    fileprivate var points: (width: Double, height: Double) {
        switch self {
        case .a4: (595.276, 841.89)
        case .letter: (612, 792)
        case .a5: (419.528, 595.276)
        case .roll: (226.772, 14_400)
        }
    }
}
