@testable import InvoicePDF

extension EInvoiceMutation {
    static let ofXRechnung: [EInvoiceMutation] = german + ofPayments + ofPeppol

    private static func german(_ rule: String, also: Set<String> = [], change: @escaping @Sendable (inout EInvoice) -> Void)
        -> EInvoiceMutation
    {
        EInvoiceMutation(rule, also: also, profile: .xrechnung, change: change)
    }

    private static let german: [EInvoiceMutation] = [
        german("BR-DE-1") { $0.payment = nil },
        german("BR-DE-2") { $0.seller.contact = nil },
        german("BR-DE-3") { $0.seller.address?.city = "" },
        german("BR-DE-4") { $0.seller.address?.postCode = "" },
        german("BR-DE-5") { $0.seller.contact?.name = "" },
        german("BR-DE-6", also: ["BR-DE-27"]) { $0.seller.contact?.telephone = "" },
        german("BR-DE-7", also: ["BR-DE-28"]) { $0.seller.contact?.email = "" },
        german("BR-DE-8") { $0.buyer.address?.city = "" },
        german("BR-DE-9") { $0.buyer.address?.postCode = "" },
        german("BR-DE-10") { $0.delivery?.address = EInvoice.Address(postCode: "1", country: "DE") },
        german("BR-DE-11") { $0.delivery?.address = EInvoice.Address(city: "Bonn", country: "DE") },
        german("BR-DE-14", also: ["BR-48", "BR-CO-17", "BR-S-09"]) { $0.taxBreakdown[0].rate = nil },
        german("BR-DE-15") { $0.buyerReference = "" },
        german("BR-DE-16", also: ["BR-CO-26", "BR-S-02", "BR-S-03", "BR-S-04"]) { ($0.seller.vatID, $0.seller.taxRegistration) = ("", "") },
        german("BR-DE-17") { $0.typeCode = "386" },
        german("BR-DE-18") { $0.paymentTerms = "#SKONTO#TAGE=14#\n" },
        german("BR-DE-18") { $0.paymentTerms = "#SKONTO#TAGE=14#PROZENT=2.00#" },
        german("BR-DE-18") { $0.paymentTerms = "#SKONTO#TAGE=x#PROZENT=2.00#\n" },
        german("BR-DE-21") { $0.specification = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_2.0" },
        german("BR-DE-26") { $0.typeCode = "384" },
        german("BR-DE-27") { $0.seller.contact?.telephone = "12" },
        german("BR-DE-28") { $0.seller.contact?.email = "nobody@localhost" },
        german("BR-DE-TMP-32") { $0.delivery = nil },
    ]

    private static let ofPayments: [EInvoiceMutation] = [
        german("BR-DE-19") { $0.payment?.transfers[0].account = "DE03120300000000202051" },
        german("BR-DE-20", also: ["BR-DE-25-b"]) {
            $0.debit {
                $0.debitedAccount = "DE03120300000000202051"
            } keeping: {
                $0.transfers
            }
        },
        german("BR-DE-23-a") { $0.payment?.transfers = [] },
        german("BR-DE-23-b") { $0.payment?.cardNumber = "123456" },
        german("BR-DE-24-a", also: ["BR-DE-24-b"]) { $0.payment?.meansCode = "48" },
        german("BR-DE-24-b") { invoice in
            let transfers = invoice.payment?.transfers ?? []
            invoice.payment = EInvoice.PaymentInstructions(meansCode: "48", transfers: transfers, cardNumber: "123456")
        },
        german("BR-DE-25-a", also: ["BR-DE-20", "PEPPOL-EN16931-R061"]) { $0.payment = EInvoice.PaymentInstructions(meansCode: "59") },
        german("BR-DE-25-b") {
            $0.debit { _ in
            } keeping: {
                $0.transfers
            }
        },
        german("BR-DE-30") { $0.debit { $0.creditorID = "" } },
        german("BR-DE-31", also: ["BR-DE-20"]) { $0.debit { $0.debitedAccount = "" } },
        german("PEPPOL-EN16931-R061") { $0.debit { $0.mandate = "" } },
    ]

    private static let ofPeppol: [EInvoiceMutation] = [
        german("PEPPOL-EN16931-R001") { $0.businessProcess = "" },
        german("PEPPOL-EN16931-R005", also: ["BR-53"]) { ($0.taxCurrency, $0.totals.taxInTaxCurrency) = ("EUR", "1528.48") },
        german("PEPPOL-EN16931-R010") { $0.buyer.electronicAddress = EInvoice.Identifier() },
        german("PEPPOL-EN16931-R020") { $0.seller.electronicAddress = EInvoice.Identifier() },
        german("PEPPOL-EN16931-R040") { ($0.allowances[0].base, $0.allowances[0].percent) = (100, 5) },
        german("PEPPOL-EN16931-R041") { $0.lines[0].allowances[0].percent = 10 },
        german("PEPPOL-EN16931-R042") { $0.charges[0].base = 100 },
        german("PEPPOL-EN16931-R046") { $0.lines[1].grossPrice = 111 },
        german("PEPPOL-EN16931-R110") { $0.period = InvoicePeriod(start: InvoiceDate(parsing: "2025-01-02"), end: nil) },
        german("PEPPOL-EN16931-R111") { $0.period = InvoicePeriod(start: nil, end: InvoiceDate(parsing: "2025-01-30")) },
        german("PEPPOL-EN16931-R120") { $0.lines[1].quantity = 38 },
        german("PEPPOL-EN16931-R121", also: ["PEPPOL-EN16931-R120"]) { $0.lines[1].priceBaseQuantity = 0 },
        german("PEPPOL-EN16931-R130") { ($0.lines[1].priceBaseQuantity, $0.lines[1].priceBaseUnit) = (1, "DAY") },
    ]
}

extension EInvoice {
    /// Becomes an invoice that is paid by direct debit.
    fileprivate mutating func debit(
        _ change: (inout PaymentInstructions) -> Void,
        keeping transfers: (PaymentInstructions) -> [CreditTransfer] = { _ in [] }
    ) {
        var payment = payment ?? PaymentInstructions()
        payment.meansCode = "59"
        payment.mandate = "MANDATE-1"
        payment.creditorID = "DE98ZZZ09999999999"
        payment.debitedAccount = "DE02120300000000202051"
        payment.transfers = transfers(payment)
        change(&payment)
        self.payment = payment
    }
}
