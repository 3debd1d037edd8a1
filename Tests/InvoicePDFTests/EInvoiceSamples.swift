@testable import InvoicePDF

extension InvoiceRequest {
    /// Everything that an e-invoice of any profile needs, and most of what it may have.
    static func eInvoice(_ profile: InvoiceProfile = .facturXEN16931, category: TaxCategory? = nil) -> InvoiceRequest {
        var request = InvoiceRequest(
            from: InvoiceParty(
                name: "Brightwater Studio GmbH",
                address: "Lindenstraße 14",
                postalCode: "10969",
                city: "Berlin",
                country: "Germany",
                email: "billing@brightwater.example",
                phone: "+49 30 1234567",
                vatID: "DE 123456788",
                taxID: "29/123/45678",
                iban: "DE02 1203 0000 0000 2020 51",
                bic: "BYLADEM1001"
            ),
            to: InvoiceParty(
                name: "Čapek & Søn",
                address: "Vinohradská 112\nBuilding C\nDoor 4\nBell 2",
                postalCode: "130 00",
                city: "Praha",
                country: "Česko",
                email: "ap@capek.example",
                vatID: "CZ12345678"
            ),
            items: [
                InvoiceItem(description: "Brand identity", quantity: 1, unitPrice: 4800),
                InvoiceItem(description: "Development\nSprint 14", quantity: "37.5", unitPrice: "110.333"),
            ],
            invoiceNumber: "2025-0042",
            date: InvoiceDate(parsing: "2025-01-31"),
            dueDate: InvoiceDate(parsing: "2025-02-28"),
            taxRate: category == nil ? "0.19" : nil,
            currency: Currency(code: "EUR") ?? .usd,
            notes: "Thank you.",
            terms: "Payable within 28 days."
        )
        request.items[0].discount = Adjustment(.percent(10))
        request.items[1].unit = "hours"
        request.items[1].sku = "DEV-1"
        request.items[1].period = InvoicePeriod(start: InvoiceDate(parsing: "2025-01-01"), end: InvoiceDate(parsing: "2025-01-31"))
        request.discount = Adjustment(.percent(5), reason: "Loyalty")
        request.shipping = "9.99"
        request.deliveryDate = InvoiceDate(parsing: "2025-01-30")
        request.purchaseOrder = "PO-7"
        request.buyerReference = "04011000-12345-34"
        request.payment.reference = "RF18539007547034"
        request.taxCategory = category
        request.profile = profile
        if category == .exempt { request.taxExemptionReason = "Small business" }
        if category == .notSubject { (request.from.vatID, request.to.vatID) = ("", "") }
        return request
    }
}

extension EInvoice {
    /// The e-invoice of ``InvoiceRequest/eInvoice(_:category:)``, with a charge on its first line.
    static func sample(_ profile: InvoiceProfile = .facturXEN16931, category: TaxCategory? = nil) throws -> EInvoice {
        let request = InvoiceRequest.eInvoice(profile, category: category)
        return EInvoice(of: request, amounts: try .compute(for: request), profile: profile)
    }

    /// The rules that it breaks.
    var brokenRules: Set<String> { Set(EInvoiceRules.failures(of: self).filter { !$0.isWarning }.map(\.ruleID)) }

    /// The rules that it breaks in a way that official validators accept.
    var warnings: Set<String> { Set(EInvoiceRules.failures(of: self).filter(\.isWarning).map(\.ruleID)) }
}
