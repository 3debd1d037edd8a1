/// How the document looks.
public struct InvoiceAppearance: Sendable, Hashable {
    /// A design; the raw value is its name on the wire.
    public enum Template: String, Sendable, Hashable, CaseIterable {
        /// Quiet, ruled, made to be read.
        case classic
        /// A coloured head and large figures.
        case modern
        /// No rules but those that are needed.
        case minimal
    }

    /// The paper; the raw value is its name on the wire.
    public enum PageSize: String, Sendable, Hashable, CaseIterable {
        /// 210 × 297 mm (ISO 216).
        case a4 = "A4"
        /// 8.5 × 11 inches.
        case letter = "Letter"
        /// 148 × 210 mm (ISO 216).
        case a5 = "A5"
        /// The roll of a receipt printer, 80 mm wide and as long as the text.
        case roll = "80mm"
    }

    /// Default: classic.
    public var template: Template
    /// Default: A4.
    public var pageSize: PageSize
    /// For what stands out; `nil` is the template's own.
    public var accent: AccentColor?
    /// Above the seller.
    public var logo: InvoiceImage?

    /// The classic template on A4.
    public init(template: Template = .classic, pageSize: PageSize = .a4, accent: AccentColor? = nil, logo: InvoiceImage? = nil) {
        self.template = template
        self.pageSize = pageSize
        self.accent = accent
        self.logo = logo
    }
}
