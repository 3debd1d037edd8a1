internal import Synchronization

/// Makes invoices: values in, bytes out.
///
/// ```swift
/// let renderer = InvoiceRenderer()
/// let pdf = try renderer.render(InvoiceRequest(items: [InvoiceItem(description: "Item", unitPrice: 100)]))
/// ```
///
/// Keep one for the life of the process: it opens its fonts at the first invoice and shares them with all. It may be used from
/// any number of threads at once; a call computes for one or two milliseconds per page and waits for nothing.
public final class InvoiceRenderer: Sendable {
    private let fonts: InvoiceFonts
    private let opened = Mutex<FontSet?>(nil)

    /// A renderer; nothing is opened yet.
    ///
    /// - Parameter fonts: Default: Noto Sans of Debian's `fonts-noto-core`.
    public init(fonts: InvoiceFonts = .notoSans) {
        self.fonts = fonts
    }

    /// The PDF file of an invoice. Equal requests give equal bytes, in every process.
    ///
    /// - Throws: ``InvoiceError``: whatever is wrong with the request; ``InvoiceError/fontUnusable(path:)`` when the fonts are
    ///   not installed.
    public func render(_ request: InvoiceRequest) throws(InvoiceError) -> [UInt8] {
        try render(request, amounts: .compute(for: request))
    }

    /// The same, for whoever has the amounts of the request already.
    ///
    /// - Parameter amounts: of this request.
    /// - Throws: as ``render(_:)``.
    public func render(_ request: InvoiceRequest, amounts: InvoiceAmounts) throws(InvoiceError) -> [UInt8] {
        let eInvoice = try EInvoiceFile.make(for: request, amounts: amounts)
        let fonts = try openedFonts()
        let invoice = try InvoiceLayout(of: request, amounts: amounts, fonts: fonts).laidOut()
        return try PDFDocument.bytes(of: invoice, fonts: fonts, profile: request.profile, attachment: eInvoice)
    }

    /// The e-invoice alone, as XML in UTF-8: of the profile of the request, or of EN 16931 if that has none.
    ///
    /// - Throws: ``InvoiceError``: whatever is wrong with the request, or missing in it.
    public func eInvoice(for request: InvoiceRequest) throws(InvoiceError) -> [UInt8] {
        try eInvoice(for: request, amounts: .compute(for: request))
    }

    /// The same, for whoever has the amounts of the request already.
    ///
    /// - Parameter amounts: of this request; no profile changes them.
    /// - Throws: as ``eInvoice(for:)``.
    public func eInvoice(for request: InvoiceRequest, amounts: InvoiceAmounts) throws(InvoiceError) -> [UInt8] {
        var request = request
        if !request.profile.hasEInvoice { request.profile = .facturXEN16931 }
        return try EInvoiceFile.make(for: request, amounts: amounts)?.bytes ?? []
    }

    /// Opens the fonts now, to find out at the start of a program whether they are there. Not needed before ``render(_:)``.
    ///
    /// - Throws: ``InvoiceError/fontUnusable(path:)``.
    public func openFonts() throws(InvoiceError) {
        _ = try openedFonts()
    }

    private func openedFonts() throws(InvoiceError) -> FontSet {
        try opened.withLock { opened throws(InvoiceError) in
            if let opened { return opened }
            let fonts = try FontSet(opening: fonts)
            opened = fonts
            return fonts
        }
    }
}
