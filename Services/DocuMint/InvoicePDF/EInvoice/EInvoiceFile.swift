/// An e-invoice as it is embedded in a PDF.
struct EInvoiceFile: Sendable, Hashable {
    /// `factur-x.xml` or `xrechnung.xml`.
    let name: String
    /// As the `fx` schema of XMP spells it: `BASIC`, `EN 16931`, `XRECHNUNG`.
    let conformanceLevel: String
    /// The XML, in UTF-8.
    let bytes: [UInt8]

    /// The e-invoice of a request; `nil` when its profile has none.
    ///
    /// - Throws: ``InvoiceError/eInvoiceIncomplete(_:)`` with everything that the profile requires and the request lacks.
    static func make(for request: InvoiceRequest, amounts: InvoiceAmounts) throws(InvoiceError) -> EInvoiceFile? {
        let name: String
        let conformanceLevel: String
        switch request.profile {
        case .plain, .pdfa: return nil
        case .facturXBasic: (name, conformanceLevel) = ("factur-x.xml", "BASIC")
        case .facturXEN16931: (name, conformanceLevel) = ("factur-x.xml", "EN 16931")
        case .xrechnung: (name, conformanceLevel) = ("xrechnung.xml", "XRECHNUNG")
        }
        if request.type.code(in: request.profile).isEmpty { throw .eInvoiceIncomplete([request.type.eInvoiceFault]) }
        let invoice = EInvoice(of: request, amounts: amounts, profile: request.profile)
        let faults = request.eInvoiceFaults(in: invoice)
        guard faults.isEmpty else { throw .eInvoiceIncomplete(faults) }
        return EInvoiceFile(name: name, conformanceLevel: conformanceLevel, bytes: CIIWriter.bytes(of: invoice))
    }
}
