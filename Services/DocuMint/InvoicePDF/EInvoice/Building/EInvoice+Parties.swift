extension EInvoice.Party {
    init(_ party: InvoiceParty, isBasic: Bool) {
        name = party.name.cleaned
        vatID = party.vatID.compact.uppercased()
        let email = party.email.cleaned
        if !email.isEmpty { electronicAddress = EInvoice.Identifier(value: email, scheme: "EM") }
        address = EInvoice.Address(party)
        let contact = EInvoice.Contact(name: name, telephone: party.phone.cleaned, email: email)
        if !isBasic, !contact.telephone.isEmpty || !contact.email.isEmpty { self.contact = contact }
    }

    /// Sets BT-32. A seller without VAT identifier is known by it as well (BT-29), because BR-CO-26 wants one that the buyer can look up.
    mutating func identify(taxID: String) {
        taxRegistration = taxID.cleaned
        if vatID.isEmpty, !taxRegistration.isEmpty { identifiers = [EInvoice.Identifier(value: taxRegistration)] }
    }
}

extension EInvoice.Address {
    /// `nil` when the party has no address at all. A country that is none stays as it was written, for the rules to find.
    fileprivate init?(_ party: InvoiceParty) {
        let lines = party.address.split(whereSeparator: \.isNewline).map { String($0).cleaned }.filter { !$0.isEmpty }
        line1 = lines.first ?? ""
        line2 = lines.dropFirst().first ?? ""
        line3 = lines.dropFirst(2).joined(separator: ", ")
        city = party.city.cleaned
        postCode = party.postalCode.cleaned
        let country = party.country.cleaned
        self.country = Country.code(of: country) ?? country
        if self == Self() { return nil }
    }
}

extension EInvoice.Delivery {
    /// Within the European Union the country of delivery must be told (BR-IC-12): it is that of the buyer.
    init?(of request: InvoiceRequest, amounts: InvoiceAmounts, buyer: EInvoice.Party) {
        date = request.deliveryDate
        if amounts.taxBreakdown.contains(where: { $0.category == .intraCommunity }) { address = buyer.address }
        if self == Self() { return nil }
    }
}

extension EInvoice.PaymentInstructions {
    /// A SEPA transfer for euros, another transfer for other currencies; without an account nothing is said unless XRechnung wants it said.
    init?(of request: InvoiceRequest, profile: InvoiceProfile) {
        let account = request.from.iban.compact.uppercased()
        remittance = request.payment.reference.cleaned
        if account.isEmpty {
            guard profile == .xrechnung || !remittance.isEmpty else { return nil }
            meansCode = "1"
            return
        }
        let isBasic = profile == .facturXBasic
        meansCode = request.currency.code == "EUR" ? "58" : "30"
        transfers = [
            EInvoice.CreditTransfer(
                account: account,
                accountName: isBasic ? "" : request.from.name.cleaned,
                bic: isBasic ? "" : request.from.bic.compact.uppercased()
            )
        ]
    }
}
