/// What the file is besides a page to look at; the raw value is its name on the wire.
public enum InvoiceProfile: String, Sendable, Hashable, CaseIterable {
    /// PDF 1.7, tagged.
    case plain
    /// PDF/A-3b (ISO 19005-3) and PDF/UA-1 (ISO 14289-1).
    case pdfa
    /// The same with an e-invoice of Factur-X BASIC in it.
    case facturXBasic = "facturx-basic"
    /// The same with an e-invoice of Factur-X EN 16931 in it.
    case facturXEN16931 = "facturx-en16931"
    /// The same with an e-invoice of XRechnung 3.0 in it.
    case xrechnung

    /// Whether the file has an e-invoice in it.
    public var hasEInvoice: Bool { self != .plain && self != .pdfa }
}
