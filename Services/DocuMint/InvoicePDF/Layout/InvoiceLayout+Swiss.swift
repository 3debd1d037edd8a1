extension InvoiceLayout {
    /// The payment slip of the Swiss QR-bill, for which the last page has room, or one is added; `nil` when none is asked for.
    ///
    /// - Throws: ``InvoiceError/tooManyPages(limit:)``.
    func swissSlip(below paginator: inout Paginator) throws(InvoiceError) -> Row? {
        guard let code, case .swiss(let part) = code.kind else { return nil }
        try paginator.makeRoom(downTo: theme.pageHeight - SwissSlip.height - SwissSlip.footerBaseline - theme.leading)
        let slip = SwissSlip(part: part, code: code.qr, typesetter: typesetter, structure: structure, headings: .of(request.locale.tag)).row
        guard isMirrored else { return slip }
        // Mirrored now, so that it is as it should be when all pages are.
        var mirrored = slip
        mirrored.marks = slip.marks.map { $0.mirrored(pageWidth: theme.pageWidth) }
        return mirrored
    }

    /// The code beside the account, of all kinds but the Swiss, which has a slip of its own.
    var paymentCode: QRCode? {
        guard let code else { return nil }
        if case .swiss = code.kind { return nil }
        return code.qr
    }
}
