extension EInvoice {
    /// The e-invoice of a request, with whatever the request has; ``EInvoiceRules`` say what it lacks.
    ///
    /// What a profile has no element for is left out: Factur-X BASIC has no contacts, articles, bank names or rounding.
    init(of request: InvoiceRequest, amounts: InvoiceAmounts, profile: InvoiceProfile) {
        let isBasic = profile == .facturXBasic
        specification = profile.specification
        businessProcess = profile == .xrechnung ? "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0" : ""
        number = request.invoiceNumber.cleaned
        issueDate = request.date
        typeCode = request.type.code(in: profile)
        currency = request.currency.code
        dueDate = request.dueDate
        buyerReference = request.buyerReference.cleaned
        purchaseOrderReference = request.purchaseOrder.cleaned
        paymentTerms = request.terms.cleanedLines
        notes = Self.notes(of: request)
        let preceding = request.precedingInvoice.cleaned
        precedingInvoices = preceding.isEmpty ? [] : [PrecedingInvoice(number: preceding)]
        seller = Party(request.from, isBasic: isBasic)
        seller.identify(taxID: request.from.taxID)
        buyer = Party(request.to, isBasic: isBasic)
        delivery = Delivery(of: request, amounts: amounts, buyer: buyer)
        payment = PaymentInstructions(of: request, profile: profile)
        allowances = Self.allowances(of: request, amounts: amounts)
        charges = Self.charges(of: request, amounts: amounts)
        totals = Totals(amounts, isBasic: isBasic)
        taxBreakdown = amounts.taxBreakdown.map { TaxSubtotal($0, of: request, profile: profile) }
        lines = zip(request.items, amounts.lines).enumerated().map { index, line in
            Line(number: index + 1, item: line.0, amounts: line.1, request: request, isBasic: isBasic)
        }
        if profile == .facturXEN16931 { followFrenchRules(request: request) }
    }

    private static func notes(of request: InvoiceRequest) -> [Note] {
        let fields = request.customFields.map { "\($0.label.cleaned): \($0.value.cleaned)" }
        // A demonstration is none to book, for machines either.
        let demo = request.isDemo ? ["DEMO"] : []
        return (demo + [request.notes.cleanedLines] + fields).filter { !$0.isEmpty }.map { Note(text: $0) }
    }
}

extension InvoiceProfile {
    /// BT-24; empty for profiles without an e-invoice.
    var specification: String {
        switch self {
        case .plain, .pdfa: ""
        case .facturXBasic: "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic"
        case .facturXEN16931: "urn:cen.eu:en16931:2017"
        case .xrechnung: "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
        }
    }
}

extension DocumentType {
    /// BT-3; empty for documents that are no invoices.
    ///
    /// XRechnung knows no prepayment invoice (BR-DE-17): there it is a partial invoice.
    func code(in profile: InvoiceProfile) -> String {
        switch self {
        case .invoice: "380"
        case .creditNote: "381"
        case .corrected: "384"
        case .prepayment: profile == .xrechnung ? "326" : "386"
        case .selfBilled: "389"
        case .proforma: "325"
        case .receipt, .quote: ""
        }
    }
}
