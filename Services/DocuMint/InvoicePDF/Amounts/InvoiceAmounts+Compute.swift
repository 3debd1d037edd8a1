extension InvoiceAmounts {
    /// Computes the amounts of an invoice.
    ///
    /// - Throws: ``InvoiceError/invalid(_:)`` with every fault found; among them numbers whose amounts do not fit in 64 bits of
    ///   the smallest unit.
    public static func compute(for request: InvoiceRequest) throws(InvoiceError) -> InvoiceAmounts {
        let faults = request.faults
        guard faults.isEmpty else { throw .invalid(faults) }
        let lines = try lines(of: request)
        do {
            return try InvoiceAmounts(lines: lines, currency: request.currency)
        } catch {
            throw .invalid([InvoiceFault(path: "$.items", kind: .numberOutOfRange)])
        }
    }

    private static func lines(of request: InvoiceRequest) throws(InvoiceError) -> [Line] {
        var lines: [Line] = []
        var faults: [InvoiceFault] = []
        for (index, item) in request.items.enumerated() {
            do throws(DecimalError) {
                lines.append(try Line(item: item, of: request))
            } catch {
                faults.append(InvoiceFault(path: "$.items[\(index)]", kind: .numberOutOfRange))
            }
        }
        guard faults.isEmpty else { throw .invalid(faults) }
        return lines
    }

    private init(lines: [Line], currency: Currency) throws(DecimalError) {
        self.lines = lines
        self.currency = currency
        taxBreakdown = try TaxGroup.groups(of: lines, exponent: currency.exponent)
        linesTotal = try lines.map(\.net).sum()
        netTotal = linesTotal
        taxTotal = try taxBreakdown.map(\.tax).sum()
        total = try (netTotal + taxTotal).asAmount(exponent: currency.exponent)
    }
}

extension InvoiceAmounts.Line {
    fileprivate init(item: InvoiceItem, of request: InvoiceRequest) throws(DecimalError) {
        net = try (item.quantity * item.unitPrice).asAmount(exponent: request.currency.exponent)
        taxRate = item.taxRate ?? request.taxRate
        taxCategory = TaxCategory(rate: taxRate)
    }
}

extension InvoiceAmounts.TaxGroup {
    fileprivate static func groups(of lines: [InvoiceAmounts.Line], exponent: Int) throws(DecimalError) -> [InvoiceAmounts.TaxGroup] {
        var groups: [InvoiceAmounts.TaxGroup] = []
        let byRate = Dictionary(grouping: lines, by: \.taxRate)
        for (rate, lines) in byRate {
            let basis = try lines.map(\.net).sum()
            let tax = try (basis * (rate ?? .zero)).asAmount(exponent: exponent)
            groups.append(.init(category: TaxCategory(rate: rate), rate: rate ?? .zero, basis: basis, tax: tax))
        }
        return groups.sorted { left, right in
            left.rate == right.rate ? right.category == .notSubject : left.rate > right.rate
        }
    }
}

extension [DecimalNumber] {
    fileprivate func sum() throws(DecimalError) -> DecimalNumber {
        var sum = DecimalNumber.zero
        for term in self {
            sum = try sum + term
        }
        return sum
    }
}

extension DecimalNumber {
    /// Rounded for a currency, and small enough to be stored as a 64-bit count of its smallest unit.
    fileprivate func asAmount(exponent: Int) throws(DecimalError) -> DecimalNumber {
        let amount = rounded(toFractionDigits: exponent)
        guard amount.minorUnits(exponent: exponent) != nil else { throw .outOfRange }
        return amount
    }
}
