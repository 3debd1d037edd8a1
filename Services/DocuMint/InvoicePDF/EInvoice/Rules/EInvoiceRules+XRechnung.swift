extension EInvoiceRules {
    /// BR-DE of XRechnung 3.0.2, and the rules of Peppol that XRechnung adopts.
    static let xrechnung: [EInvoiceRule] = german + germanPayments + peppol

    private static let german: [EInvoiceRule] = [
        .invoice("BR-DE-1", "BG-16", "There are payment instructions.") { $0.payment != nil },
        .invoice("BR-DE-2", "BG-6", "The seller has a contact.") { $0.seller.contact != nil },
        .invoice("BR-DE-3", "BT-37", "The address of the seller has a city.") { !($0.seller.address?.city ?? "-").isEmpty },
        .invoice("BR-DE-4", "BT-38", "The address of the seller has a post code.") { !($0.seller.address?.postCode ?? "-").isEmpty },
        .invoice("BR-DE-5", "BT-41", "The contact of the seller has a name.") { !($0.seller.contact?.name ?? "-").isEmpty },
        .invoice("BR-DE-6", "BT-42", "The contact of the seller has a telephone number.") {
            !($0.seller.contact?.telephone ?? "-").isEmpty
        },
        .invoice("BR-DE-7", "BT-43", "The contact of the seller has an e-mail address.") { !($0.seller.contact?.email ?? "-").isEmpty },
        .invoice("BR-DE-8", "BT-52", "The address of the buyer has a city.") { !($0.buyer.address?.city ?? "-").isEmpty },
        .invoice("BR-DE-9", "BT-53", "The address of the buyer has a post code.") { !($0.buyer.address?.postCode ?? "-").isEmpty },
        .invoice("BR-DE-10", "BT-77", "The address of delivery has a city.") { !($0.delivery?.address?.city ?? "-").isEmpty },
        .invoice("BR-DE-11", "BT-78", "The address of delivery has a post code.") { !($0.delivery?.address?.postCode ?? "-").isEmpty },
        .subtotals("BR-DE-14", "BT-119", "A VAT breakdown has a rate.") { $0.rate != nil },
        .invoice("BR-DE-15", "BT-10", "There is a reference of the buyer (the “Leitweg-ID” for authorities).") {
            !$0.buyerReference.isEmpty
        },
        .invoice("BR-DE-16", "BT-31", "The seller has a VAT identifier, a tax number or a tax representative.") { invoice in
            let seller = invoice.seller
            return !seller.vatID.isEmpty || !seller.taxRegistration.isEmpty || invoice.taxRepresentative != nil
                || invoice.lines.allSatisfy { $0.category == "O" }
        },
        .invoice("BR-DE-17", "BT-3", "The type is 326, 380, 381, 384, 389, 875, 876 or 877.", severity: .warning) {
            ["326", "380", "381", "384", "389", "875", "876", "877"].contains($0.typeCode)
        },
        .invoice("BR-DE-18", "BT-20", "Terms that begin with # are a discount: #SKONTO#TAGE=14#PROZENT=2.00# and a new line.") {
            SkontoTerms.areWellFormed($0.paymentTerms)
        },
        .invoice("BR-DE-21", "BT-24", "The specification is that of XRechnung 3.0.", severity: .warning) {
            ["", "#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0"]
                .map { InvoiceProfile.xrechnung.specification + $0 }.contains($0.specification)
        },
        .invoice("BR-DE-26", "BT-25", "A corrected invoice names the one that it corrects.", severity: .warning) {
            $0.typeCode != "384" || !$0.precedingInvoices.isEmpty
        },
        .invoice("BR-DE-27", "BT-42", "A telephone number has three digits or more.", severity: .warning) {
            $0.seller.contact.map { $0.telephone.count(where: \.isASCIIDigit) >= 3 } ?? true
        },
        .invoice("BR-DE-28", "BT-43", "An e-mail address has one @ and a domain.", severity: .warning) {
            $0.seller.contact.map { $0.email.isMailAddress } ?? true
        },
        .invoice("BR-DE-TMP-32", "BT-72", "There is a date of delivery, or a period of the invoice or of every line.", severity: .warning) {
            $0.delivery?.date != nil || $0.period != nil || $0.lines.allSatisfy { $0.period != nil }
        },
    ]

    private static let germanPayments: [EInvoiceRule] = [
        .invoice("BR-DE-19", "BT-84", "The account of a SEPA transfer is an IBAN.", severity: .warning) { invoice in
            invoice.payment?.meansCode != "58" || invoice.payment?.transfers.allSatisfy { IBAN(parsing: $0.account) != nil } ?? true
        },
        .invoice("BR-DE-20", "BT-91", "The account of a SEPA direct debit is an IBAN.", severity: .warning) { invoice in
            invoice.payment?.meansCode != "59" || IBAN(parsing: invoice.payment?.debitedAccount ?? "") != nil
        },
        .invoice("BR-DE-23-a", "BG-17", "A transfer (30, 58) has an account.") { $0.isPaid(by: ["30", "58"]) { $0.hasTransfer } },
        .invoice("BR-DE-23-b", "BG-18", "A transfer (30, 58) has no card and no direct debit.") {
            $0.isPaid(by: ["30", "58"]) { !$0.hasCard && !$0.hasDebit }
        },
        .invoice("BR-DE-24-a", "BG-18", "A payment by card (48, 54, 55) has the card.") {
            $0.isPaid(by: ["48", "54", "55"]) { $0.hasCard }
        },
        .invoice("BR-DE-24-b", "BG-17", "A payment by card (48, 54, 55) has no account and no direct debit.") {
            $0.isPaid(by: ["48", "54", "55"]) { !$0.hasTransfer && !$0.hasDebit }
        },
        .invoice("BR-DE-25-a", "BG-19", "A direct debit (59) has the details of it.") { $0.isPaid(by: ["59"]) { $0.hasDebit } },
        .invoice("BR-DE-25-b", "BG-17", "A direct debit (59) has no account to transfer to and no card.") {
            $0.isPaid(by: ["59"]) { !$0.hasTransfer && !$0.hasCard }
        },
        .invoice("BR-DE-30", "BT-90", "A direct debit has the identifier of the creditor.") {
            !($0.payment?.hasDebit ?? false) || !($0.payment?.creditorID ?? "").isEmpty
        },
        .invoice("BR-DE-31", "BT-91", "A direct debit has the account to debit.") {
            !($0.payment?.hasDebit ?? false) || !($0.payment?.debitedAccount ?? "").isEmpty
        },
    ]
}

extension EInvoice {
    /// Whether the payment has what is right for some means of payment; true for other means.
    fileprivate func isPaid(by codes: [String], holds: (PaymentInstructions) -> Bool) -> Bool {
        guard let payment, codes.contains(payment.meansCode) else { return true }
        return holds(payment)
    }
}

extension EInvoice.PaymentInstructions {
    fileprivate var hasTransfer: Bool { !transfers.isEmpty }
    fileprivate var hasCard: Bool { !cardNumber.isEmpty }
    fileprivate var hasDebit: Bool { !mandate.isEmpty || !creditorID.isEmpty || !debitedAccount.isEmpty }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension String {
    fileprivate var isMailAddress: Bool {
        let parts = split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !contains(where: \.isWhitespace) else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
    }
}
