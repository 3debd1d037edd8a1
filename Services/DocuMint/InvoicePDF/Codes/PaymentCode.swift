/// The code on an invoice that a banking app reads to pay it.
struct PaymentCode: Sendable, Hashable {
    /// What it is, and what is printed with it.
    enum Kind: Sendable, Hashable {
        /// The "Girocode": EPC069-12.
        case epc
        /// The Swiss QR-bill with the texts of its payment part and receipt.
        case swiss(SwissPaymentPart)
        /// A `upi://pay` link.
        case upi
    }

    let kind: Kind
    /// What the code says.
    let payload: String
    let qr: QRCode

    /// The code that the request asks for; `nil` when it asks for none, or when there is nothing to pay: what is paid, credited or only
    /// offered has no code, so that a client may ask for one always.
    ///
    /// - Throws: ``InvoiceError/invalid(_:)`` with everything that the code lacks or cannot say.
    init?(for request: InvoiceRequest, amounts: InvoiceAmounts) throws(InvoiceError) {
        guard request.type.asksForMoney, amounts.amountDue > .zero else { return nil }
        var fields = PaymentFields(request, amountDue: amounts.amountDue)
        let levels: (level: QRCode.Level, versions: ClosedRange<Int>, maximumBytes: Int)
        switch request.payment.code {
        case .none: return nil
        case .epc:
            (kind, payload) = (.epc, fields.epcPayload())
            // EPC069-12 v2.1 §2.
            levels = (.medium, 1...13, 331)
        case .swiss:
            let bill = fields.swissBill()
            (kind, payload) = (.swiss(bill.paymentPart), bill.payload)
            // Implementation Guidelines QR-bill v2.3 §6.1.
            levels = (.medium, 1...25, 997)
        case .upi:
            (kind, payload) = (.upi, fields.upiPayload())
            levels = (.medium, 1...40, 997)
        }
        guard fields.faults.isEmpty else { throw .invalid(fields.faults) }
        guard payload.utf8.count <= levels.maximumBytes,
            let qr = QRCode(encoding: payload, level: levels.level, versions: levels.versions)
        else { throw .invalid([InvoiceFault(path: "$.payment.message", kind: .tooLongForPaymentCode)]) }
        self.qr = qr
    }
}

extension DocumentType {
    /// Whether the buyer is to pay it.
    fileprivate var asksForMoney: Bool {
        switch self {
        case .invoice, .corrected, .prepayment, .selfBilled, .proforma: true
        case .creditNote, .receipt, .quote: false
        }
    }
}
