import HTTPCore
import InvoicePDF

extension InvoiceAmounts {
    /// The amounts as decimal texts. Source: contracts/documint.md, Amounts.
    ///
    /// What the invoice does not have is zero, so that whoever adds up the answer need not ask which members there are.
    var json: JSONValue {
        [
            "currency": .string(currency.code),
            "lines": .array(
                lines.map { line in
                    [
                        "net": amount(line.net), "tax_rate": JSONValue(line.taxRate?.description),
                        "tax_category": .string(line.taxCategory.rawValue),
                    ]
                }
            ),
            "lines_total": amount(linesTotal),
            "discount": amount(discount),
            "shipping": amount(shipping),
            "tax_breakdown": .array(taxBreakdown.map(json)),
            "net_total": amount(netTotal),
            "tax_total": amount(taxTotal),
            "total": amount(total),
            "amount_paid": amount(amountPaid),
            "rounding": amount(rounding),
            "amount_due": amount(amountDue),
        ]
    }

    private func json(_ group: TaxGroup) -> JSONValue {
        [
            "category": .string(group.category.rawValue),
            // Without a rate nothing was taxed (EN 16931 BR-48).
            "rate": group.category == .notSubject ? nil : .string(group.rate.description),
            "basis": amount(group.basis),
            "tax": amount(group.tax),
        ]
    }

    private func amount(_ number: DecimalNumber) -> JSONValue {
        .string(number.text(minimumFractionDigits: currency.exponent))
    }
}
