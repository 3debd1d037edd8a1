extension InvoiceAmounts {
    /// Computes the amounts of an invoice.
    ///
    /// - Throws: ``InvoiceError/invalid(_:)`` with every fault found; among them numbers whose amounts do not fit in 64 bits of
    ///   the smallest unit.
    public static func compute(for request: InvoiceRequest) throws(InvoiceError) -> InvoiceAmounts {
        var faults = request.faults
        let sums = InvoiceSums(of: request, faults: &faults)
        guard faults.isEmpty, let sums else { throw .invalid(faults) }
        return InvoiceAmounts(sums, request: request)
    }

    private init(_ sums: InvoiceSums, request: InvoiceRequest) {
        let taxation = sums.taxation
        func amount(_ units: Int128) -> DecimalNumber { DecimalNumber(reducing: units, scale: request.currency.exponent) }
        currency = request.currency
        pricesIncludeTax = request.pricesIncludeTax
        lines = zip(sums.items, taxation.nets).map { item, net in
            Line(
                net: amount(net),
                printed: amount(item.amount),
                discount: amount(item.discount),
                taxRate: item.tax.rate,
                taxCategory: item.tax.category
            )
        }
        linesTotal = amount(taxation.linesTotal)
        printedLinesTotal = amount(sums.printedLines)
        discount = amount(taxation.discount)
        printedDiscount = amount(sums.discount)
        shipping = amount(taxation.shipping)
        printedShipping = amount(sums.shipping)
        taxBreakdown = taxation.groups.map { tax, group in
            TaxGroup(
                category: tax.category,
                rate: tax.rate ?? .zero,
                discount: amount(group.discount),
                shipping: amount(group.shipping),
                basis: amount(group.basis),
                tax: amount(group.tax)
            )
        }
        netTotal = amount(taxation.netTotal)
        taxTotal = amount(taxation.taxTotal)
        total = amount(taxation.total)
        amountPaid = amount(sums.amountPaid)
        rounding = amount(sums.rounding)
        amountDue = amount(taxation.total - sums.amountPaid + sums.rounding)
    }
}
