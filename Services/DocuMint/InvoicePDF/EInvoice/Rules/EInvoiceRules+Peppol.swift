extension EInvoiceRules {
    /// The rules of Peppol BIS Billing 3.0 that XRechnung adopts, as far as ``EInvoice`` has the terms.
    static let peppol: [EInvoiceRule] = [
        .invoice("PEPPOL-EN16931-R001", "BT-23", "The business process is named.") { !$0.businessProcess.isEmpty },
        .invoice("PEPPOL-EN16931-R005", "BT-6", "The VAT accounting currency differs from that of the invoice.") {
            $0.taxCurrency.isEmpty || $0.taxCurrency != $0.currency
        },
        .invoice("PEPPOL-EN16931-R010", "BT-49", "The buyer has an electronic address.") { !$0.buyer.electronicAddress.value.isEmpty },
        .invoice("PEPPOL-EN16931-R020", "BT-34", "The seller has an electronic address.") { !$0.seller.electronicAddress.value.isEmpty },
        entries("PEPPOL-EN16931-R040", "an amount is its base times its percentage.") { entry in
            guard let amount = entry.amount, let base = entry.base, let percent = entry.percent else { return true }
            guard let product = try? base * percent else { return false }
            return amount.isNear(DecimalNumber(reducing: product.mantissa, scale: product.scale + 2))
        },
        entries("PEPPOL-EN16931-R041", "a percentage has a base.") { $0.percent == nil || $0.base != nil },
        entries("PEPPOL-EN16931-R042", "a base has a percentage.") { $0.base == nil || $0.percent != nil },
        .lines("PEPPOL-EN16931-R046", "BT-146", "The net price is the gross price less the discount.") { line in
            line.grossPrice == nil || line.netPrice == .sum([line.grossPrice], less: [line.priceDiscount])
        },
        .invoice("PEPPOL-EN16931-R061", "BT-89", "A direct debit names the mandate.") { invoice in
            guard let payment = invoice.payment, ["49", "59"].contains(payment.meansCode) else { return true }
            return !payment.mandate.isEmpty
        },
        period("PEPPOL-EN16931-R110", "BT-134", "The period of a line starts within that of the invoice.") { line, invoice in
            guard let start = line.start, let limit = invoice.start else { return true }
            return limit <= start
        },
        period("PEPPOL-EN16931-R111", "BT-135", "The period of a line ends within that of the invoice.") { line, invoice in
            guard let end = line.end, let limit = invoice.end else { return true }
            return end <= limit
        },
        .lines("PEPPOL-EN16931-R120", "BT-131", "The net amount of a line is what quantity, price and allowances make.", severity: .warning)
        {
            $0.netFollows
        },
        .lines("PEPPOL-EN16931-R121", "BT-149", "The base quantity of a price is above zero.") { ($0.priceBaseQuantity ?? 1) > .zero },
        .lines("PEPPOL-EN16931-R130", "BT-150", "The unit of the base quantity is that of the line.") {
            $0.priceBaseUnit.isEmpty || $0.priceBaseUnit == $0.unit
        },
    ]

    /// A rule about all allowances and charges, of the document and of lines.
    private static func entries(_ id: String, _ text: String, holds: @escaping @Sendable (EInvoice.AllowanceCharge) -> Bool) -> EInvoiceRule
    {
        EInvoiceRule(id: id, text: "Of allowances and charges \(text)", terms: ["BT-92", "BT-99", "BT-136", "BT-141"], severity: .fatal) {
            invoice in
            let ofDocument =
                invoice.allowances.indices.filter { !holds(invoice.allowances[$0]) }
                .map { EInvoiceRule.Breach(place: .allowance($0), term: "BT-92") }
                + invoice.charges.indices.filter { !holds(invoice.charges[$0]) }
                .map { EInvoiceRule.Breach(place: .charge($0), term: "BT-99") }
            let ofLines = invoice.lines.indices.flatMap { index in
                invoice.lines[index].allowances.filter { !holds($0) }.map { _ in
                    EInvoiceRule.Breach(place: .line(index), term: "BT-136")
                }
                    + invoice.lines[index].charges.filter { !holds($0) }.map { _ in
                        EInvoiceRule.Breach(place: .line(index), term: "BT-141")
                    }
            }
            return ofDocument + ofLines
        }
    }

    /// A rule about the period of a line beside that of the invoice.
    private static func period(
        _ id: String,
        _ term: String,
        _ text: String,
        holds: @escaping @Sendable (_ line: InvoicePeriod, _ invoice: InvoicePeriod) -> Bool
    ) -> EInvoiceRule {
        EInvoiceRule(id: id, text: text, terms: [term], severity: .fatal) { invoice in
            guard let whole = invoice.period else { return [] }
            return invoice.lines.indices.filter { index in
                invoice.lines[index].period.map { !holds($0, whole) } ?? false
            }.map { EInvoiceRule.Breach(place: .line($0), term: term) }
        }
    }
}

extension EInvoice.Line {
    /// Whether net × base quantity = quantity × price + (charges − allowances) × base quantity, within two cents for one.
    fileprivate var netFollows: Bool {
        guard let net, let quantity, let netPrice else { return true }
        let base = priceBaseQuantity ?? 1
        guard let product = try? quantity * netPrice,
            let adjusted = DecimalNumber?.sum([net] + allowances.map(\.amount), less: charges.map(\.amount)),
            let expected = try? adjusted * base, let slack = try? DecimalNumber.twoCents * base
        else { return false }
        return product.isNear(expected, slack: slack)
    }
}

extension DecimalNumber {
    /// 0.02, the difference that Peppol forgives.
    fileprivate static let twoCents = DecimalNumber(reducing: 2, scale: 2)
    /// 0.99, the largest difference in cents that is below 1.
    static let almostOne = DecimalNumber(reducing: 99, scale: 2)

    fileprivate func isNear(_ other: DecimalNumber, slack: DecimalNumber = twoCents) -> Bool {
        guard let difference = try? self - other else { return false }
        return difference <= slack && -slack <= difference
    }
}
