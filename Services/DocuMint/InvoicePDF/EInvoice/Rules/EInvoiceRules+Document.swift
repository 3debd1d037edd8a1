extension EInvoiceRules {
    /// BR-01 … BR-30 and BR-45 … BR-65: what an invoice has to have.
    static let document: [EInvoiceRule] = header + parties + lines + breakdown

    private static let header: [EInvoiceRule] = [
        .invoice("BR-01", "BT-24", "An invoice has a specification identifier.") { !$0.specification.isEmpty },
        .invoice("BR-02", "BT-1", "An invoice has a number.") { !$0.number.isEmpty },
        .invoice("BR-03", "BT-2", "An invoice has a date of issue.") { $0.issueDate != nil },
        .invoice("BR-04", "BT-3", "An invoice has a type code.") { !$0.typeCode.isEmpty },
        .invoice("BR-05", "BT-5", "An invoice has a currency.") { !$0.currency.isEmpty },
        .invoice("BR-12", "BT-106", "An invoice has the sum of the net amounts of its lines.") { $0.totals.lines != nil },
        .invoice("BR-13", "BT-109", "An invoice has a total without VAT.") { $0.totals.net != nil },
        .invoice("BR-14", "BT-112", "An invoice has a total with VAT.") { $0.totals.gross != nil },
        .invoice("BR-15", "BT-115", "An invoice has an amount due for payment.") { $0.totals.due != nil },
        .invoice("BR-16", "BG-25", "An invoice has at least one line.") { !$0.lines.isEmpty },
        .invoice("BR-29", "BT-74", "The invoicing period does not end before it starts.") { $0.period?.isOrdered ?? true },
        .invoice("BR-53", "BT-111", "With a VAT accounting currency the total VAT in that currency is given.") { invoice in
            invoice.taxCurrency.isEmpty || (invoice.totals.taxInTaxCurrency != nil && invoice.taxCurrency != invoice.currency)
        },
        .invoice("BR-55", "BT-25", "A reference to a preceding invoice has its number.") { invoice in
            invoice.precedingInvoices.allSatisfy { !$0.number.isEmpty }
        },
    ]

    private static let parties: [EInvoiceRule] = [
        .invoice("BR-06", "BT-27", "An invoice has the name of the seller.") { !$0.seller.name.isEmpty },
        .invoice("BR-07", "BT-44", "An invoice has the name of the buyer.") { !$0.buyer.name.isEmpty },
        .invoice("BR-08", "BG-5", "An invoice has the postal address of the seller.") { $0.seller.address != nil },
        .invoice("BR-09", "BT-40", "The address of the seller has a country code.") { !($0.seller.address?.country ?? "").isEmpty },
        .invoice("BR-10", "BG-8", "An invoice has the postal address of the buyer.") { $0.buyer.address != nil },
        .invoice("BR-11", "BT-55", "The address of the buyer has a country code.") { !($0.buyer.address?.country ?? "").isEmpty },
        .invoice("BR-17", "BT-59", "A payee has a name and is not the seller.") { invoice in
            guard let payee = invoice.payee else { return true }
            return !payee.name.isEmpty && payee.name != invoice.seller.name
        },
        .invoice("BR-18", "BT-62", "A tax representative has a name.") { $0.taxRepresentative.map { !$0.name.isEmpty } ?? true },
        .invoice("BR-19", "BG-12", "A tax representative has a postal address.") {
            $0.taxRepresentative.map { $0.address != nil } ?? true
        },
        .invoice("BR-20", "BT-69", "The address of a tax representative has a country code.") {
            $0.taxRepresentative.map { !($0.address?.country ?? "").isEmpty } ?? true
        },
        .invoice("BR-56", "BT-63", "A tax representative has a VAT identifier.") {
            $0.taxRepresentative.map { !$0.vatID.isEmpty } ?? true
        },
        .invoice("BR-57", "BT-80", "An address of delivery has a country code.") {
            $0.delivery?.address.map { !$0.country.isEmpty } ?? true
        },
        .invoice("BR-62", "BT-34", "The electronic address of the seller has a scheme.") { $0.seller.electronicAddress.isComplete },
        .invoice("BR-63", "BT-49", "The electronic address of the buyer has a scheme.") { $0.buyer.electronicAddress.isComplete },
    ]

    private static let lines: [EInvoiceRule] = [
        .lines("BR-21", "BT-126", "A line has an identifier.") { !$0.id.isEmpty },
        .lines("BR-22", "BT-129", "A line has a quantity.") { $0.quantity != nil },
        .lines("BR-23", "BT-130", "The quantity of a line has a unit.") { !$0.unit.isEmpty },
        .lines("BR-24", "BT-131", "A line has a net amount.") { $0.net != nil },
        .lines("BR-25", "BT-153", "The item of a line has a name.") { !$0.name.isEmpty },
        .lines("BR-26", "BT-146", "The item of a line has a net price.") { $0.netPrice != nil },
        .lines("BR-27", "BT-146", "A net price is not below zero.") { !($0.netPrice?.isNegative ?? false) },
        .lines("BR-28", "BT-148", "A gross price is not below zero.") { !($0.grossPrice?.isNegative ?? false) },
        .lines("BR-30", "BT-135", "The period of a line does not end before it starts.") { $0.period?.isOrdered ?? true },
        .lines("BR-64", "BT-157", "A standard identifier of an item has a scheme.") { $0.standardArticle.isComplete },
    ]

    private static let breakdown: [EInvoiceRule] = [
        .subtotals("BR-45", "BT-116", "A VAT breakdown has a taxable amount.") { $0.basis != nil },
        .subtotals("BR-46", "BT-117", "A VAT breakdown has a tax amount.") { $0.tax != nil },
        .subtotals("BR-47", "BT-118", "A VAT breakdown has a category.") { !$0.category.isEmpty },
        .subtotals("BR-48", "BT-119", "A VAT breakdown has a rate, unless it is not subject to VAT.") {
            $0.rate != nil || $0.category == "O"
        },
        .invoice("BR-49", "BT-81", "Payment instructions have a code of the means of payment.") {
            $0.payment.map { !$0.meansCode.isEmpty } ?? true
        },
        .invoice("BR-50", "BT-84", "A credit transfer names an account.") { $0.transfersHaveAccounts },
        .invoice("BR-51", "BT-87", "A card number shows at most ten digits.") { ($0.payment?.cardNumber ?? "").utf8.count <= 10 },
        .invoice("BR-61", "BT-84", "A credit transfer has an account to transfer to.") { $0.transfersHaveAccounts },
    ]
}

extension InvoicePeriod {
    /// Whether the end is not before the start.
    fileprivate var isOrdered: Bool {
        guard let start, let end else { return true }
        return start <= end
    }
}

extension EInvoice.Identifier {
    /// Whether a value comes with a scheme.
    fileprivate var isComplete: Bool { value.isEmpty || !scheme.isEmpty }
}

extension EInvoice {
    fileprivate var transfersHaveAccounts: Bool {
        guard let payment, payment.meansCode == "30" || payment.meansCode == "58" else { return true }
        return payment.transfers.allSatisfy { !$0.account.isEmpty }
    }
}
