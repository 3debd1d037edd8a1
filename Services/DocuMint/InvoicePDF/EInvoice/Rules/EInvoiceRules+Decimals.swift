extension EInvoiceRules {
    /// BR-DEC: amounts have at most two digits after the point.
    static let decimals: [EInvoiceRule] = [
        amount("BR-DEC-09", "BT-106") { $0.lines },
        amount("BR-DEC-10", "BT-107") { $0.allowances },
        amount("BR-DEC-11", "BT-108") { $0.charges },
        amount("BR-DEC-12", "BT-109") { $0.net },
        amount("BR-DEC-13", "BT-110") { $0.tax },
        amount("BR-DEC-14", "BT-112") { $0.gross },
        amount("BR-DEC-15", "BT-111") { $0.taxInTaxCurrency },
        amount("BR-DEC-16", "BT-113") { $0.paid },
        amount("BR-DEC-17", "BT-114") { $0.rounding },
        amount("BR-DEC-18", "BT-115") { $0.due },
        .allowances("BR-DEC-01", "BT-92", text) { $0.amount.fitsCents },
        .allowances("BR-DEC-02", "BT-93", text) { $0.base.fitsCents },
        .charges("BR-DEC-05", "BT-99", text) { $0.amount.fitsCents },
        .charges("BR-DEC-06", "BT-100", text) { $0.base.fitsCents },
        .subtotals("BR-DEC-19", "BT-116", text) { $0.basis.fitsCents },
        .subtotals("BR-DEC-20", "BT-117", text) { $0.tax.fitsCents },
        .lines("BR-DEC-23", "BT-131", text) { $0.net.fitsCents },
        .lines("BR-DEC-24", "BT-136", text) { $0.allowances.allSatisfy { $0.amount.fitsCents } },
        .lines("BR-DEC-25", "BT-137", text) { $0.allowances.allSatisfy { $0.base.fitsCents } },
        .lines("BR-DEC-27", "BT-141", text) { $0.charges.allSatisfy { $0.amount.fitsCents } },
        .lines("BR-DEC-28", "BT-142", text) { $0.charges.allSatisfy { $0.base.fitsCents } },
    ]

    private static let text = "The amount has at most two digits after the point."

    private static func amount(_ id: String, _ term: String, of amount: @escaping @Sendable (EInvoice.Totals) -> DecimalNumber?)
        -> EInvoiceRule
    {
        .invoice(id, term, text) { amount($0.totals).fitsCents }
    }
}

extension DecimalNumber? {
    fileprivate var fitsCents: Bool { (self?.scale ?? 0) <= 2 }
}
