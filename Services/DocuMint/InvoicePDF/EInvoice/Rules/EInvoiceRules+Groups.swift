extension EInvoiceRules {
    /// BR-31 … BR-44 and the conditions among BR-CO: allowances, charges and what depends on something else.
    static let groups: [EInvoiceRule] = ofDocument + ofLines + conditions

    private static let ofDocument: [EInvoiceRule] = [
        .allowances("BR-31", "BT-92", "An allowance has an amount.") { $0.amount != nil },
        .allowances("BR-32", "BT-95", "An allowance has a VAT category.") { !$0.category.isEmpty },
        .allowances("BR-33", "BT-97", "An allowance has a reason or its code.") { $0.hasReason },
        .allowances("BR-CO-21", "BT-97", "An allowance has a reason, its code, or both.") { $0.hasReason },
        .charges("BR-36", "BT-99", "A charge has an amount.") { $0.amount != nil },
        .charges("BR-37", "BT-102", "A charge has a VAT category.") { !$0.category.isEmpty },
        .charges("BR-38", "BT-104", "A charge has a reason or its code.") { $0.hasReason },
        .charges("BR-CO-22", "BT-104", "A charge has a reason, its code, or both.") { $0.hasReason },
    ]

    private static let ofLines: [EInvoiceRule] = [
        .lines("BR-41", "BT-136", "An allowance of a line has an amount.") { $0.allowances.allSatisfy { $0.amount != nil } },
        .lines("BR-42", "BT-139", "An allowance of a line has a reason or its code.") { $0.allowances.allSatisfy(\.hasReason) },
        .lines("BR-CO-23", "BT-139", "An allowance of a line has a reason, its code, or both.") { $0.allowances.allSatisfy(\.hasReason) },
        .lines("BR-43", "BT-141", "A charge of a line has an amount.") { $0.charges.allSatisfy { $0.amount != nil } },
        .lines("BR-44", "BT-144", "A charge of a line has a reason or its code.") { $0.charges.allSatisfy(\.hasReason) },
        .lines("BR-CO-24", "BT-144", "A charge of a line has a reason, its code, or both.") { $0.charges.allSatisfy(\.hasReason) },
        .lines("BR-CO-04", "BT-151", "A line has a VAT category.") { !$0.category.isEmpty },
        .lines("BR-CO-20", "BT-134", "The period of a line has a start or an end.") { $0.period?.isGiven ?? true },
    ]

    private static let conditions: [EInvoiceRule] = [
        .invoice("BR-CO-03", "BT-7", "There is a VAT point date or its code, not both.") {
            $0.taxPointDate == nil || $0.taxPointCode.isEmpty
        },
        EInvoiceRule(
            id: "BR-CO-09",
            text: "A VAT identifier starts with the code of its country, such as DE; EL for Greece.",
            terms: ["BT-31", "BT-48", "BT-63"],
            severity: .fatal
        ) { invoice in
            let identifiers = [
                ("BT-31", invoice.seller.vatID), ("BT-48", invoice.buyer.vatID), ("BT-63", invoice.taxRepresentative?.vatID ?? ""),
            ]
            return identifiers.filter { !$0.1.hasCountryPrefix }.map { EInvoiceRule.Breach(term: $0.0) }
        },
        .invoice("BR-B-01", "BT-151", "“Split payment” is for invoices within Italy.") { invoice in
            !invoice.lines.contains { $0.category == "B" }
                || [invoice.seller.address?.country, invoice.buyer.address?.country].allSatisfy { $0 == "IT" }
        },
        .invoice("BR-B-02", "BT-151", "“Split payment” does not go with “Standard rated”.") { invoice in
            !invoice.lines.contains { $0.category == "B" } || !invoice.lines.contains { $0.category == "S" }
        },
        .invoice("BR-CO-18", "BG-23", "An invoice has at least one VAT breakdown.") { !$0.taxBreakdown.isEmpty },
        .invoice("BR-CO-19", "BT-73", "The invoicing period has a start or an end.") { $0.period?.isGiven ?? true },
        .invoice("BR-CO-25", "BT-9", "When an amount is due, there is a due date or there are terms of payment.") { invoice in
            guard let due = invoice.totals.due, due > .zero else { return true }
            return invoice.dueDate != nil || !invoice.paymentTerms.isEmpty
        },
        .invoice("BR-CO-26", "BT-31", "The seller has an identifier, a legal registration or a VAT identifier.") { invoice in
            let seller = invoice.seller
            return !seller.identifiers.isEmpty || !seller.legalRegistration.value.isEmpty || !seller.vatID.isEmpty
        },
    ]
}

extension EInvoice.AllowanceCharge {
    fileprivate var hasReason: Bool { !reason.isEmpty || !reasonCode.isEmpty }
}

extension InvoicePeriod {
    fileprivate var isGiven: Bool { start != nil || end != nil }
}

extension String {
    /// True for no identifier at all.
    fileprivate var hasCountryPrefix: Bool {
        isEmpty || hasPrefix("EL") || hasPrefix("XI") || CodeList.countries.contains(String(prefix(2)))
    }
}
