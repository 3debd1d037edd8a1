extension EInvoice {
    /// Adds what the French rules (XP Z12-012, BR-FR) want of an invoice and the request implies, when a French seller tells its SIREN.
    mutating func followFrenchRules(request: InvoiceRequest) {
        guard seller.identifyInFrance(taxID: request.from.taxID) else { return }
        _ = buyer.identifyInFrance(taxID: request.to.taxID)
        // Goods and services: a request does not tell them apart, and B1 and S1 would each rule out the other.
        businessProcess = "M1"
        notes += Self.frenchNotes
        for index in lines.indices { lines[index].limitPriceDigits() }
    }

    /// What French law wants on invoices between businesses (Code de commerce, L441-9, L441-10, D441-5), in its default terms:
    /// they yield to what the terms of payment say otherwise.
    private static let frenchNotes = [
        Note(
            subject: "PMT",
            text: "Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 €."
        ),
        Note(
            subject: "PMD",
            text: """
                Pénalités de retard, exigibles sans rappel et sauf conditions de règlement contraires : taux d’intérêt appliqué par la Banque \
                centrale européenne à son opération de refinancement la plus récente, majoré de 10 points de pourcentage.
                """
        ),
        Note(subject: "AAB", text: "Pas d’escompte pour paiement anticipé, sauf conditions de règlement contraires."),
    ]
}

extension EInvoice.Party {
    /// Names a French party by its SIREN (BT-30, BT-47), its SIRET (BT-29, BT-46) and its address in the French directory (BT-34, BT-49).
    ///
    /// False, and nothing is changed, for other parties and numbers.
    fileprivate mutating func identifyInFrance(taxID: String) -> Bool {
        guard address?.country == "FR", let registration = FrenchRegistration(parsing: taxID) else { return false }
        legalRegistration = EInvoice.Identifier(value: registration.siren, scheme: FrenchRegistration.sirenScheme)
        electronicAddress = EInvoice.Identifier(value: registration.siren, scheme: FrenchRegistration.addressScheme)
        identifiers = []
        if !registration.siret.isEmpty {
            identifiers = [EInvoice.Identifier(value: registration.siret, scheme: FrenchRegistration.siretScheme)]
        }
        return true
    }
}

extension EInvoice.Line {
    /// A price has at most six digits after the point (BR-FR-DEC-03): one of more is that of ten, a hundred, … pieces (BT-149), up to 10¹⁸.
    fileprivate mutating func limitPriceDigits() {
        guard let price = netPrice, (7...24).contains(price.scale) else { return }
        netPrice = DecimalNumber(reducing: price.mantissa, scale: 6)
        priceBaseQuantity = DecimalNumber(reducing: DecimalNumber.powersOfTen[price.scale - 6], scale: 0)
        priceBaseUnit = unit
    }
}
