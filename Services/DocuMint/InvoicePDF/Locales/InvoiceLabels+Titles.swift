extension InvoiceLabels {
    /// What a document is called, which is what it must be called where the law names it (Art. 226 (10a) of Directive 2006/112/EC).
    public func title(of type: DocumentType) -> String {
        switch type {
        case .invoice: invoice
        case .creditNote: creditNote
        case .corrected: corrected
        case .prepayment: prepayment
        case .selfBilled: selfBilled
        case .receipt: receipt
        case .quote: quote
        case .proforma: proforma
        }
    }
}
