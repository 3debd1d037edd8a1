extension InvoiceRequest {
    /// What can be seen to be wrong before anything is computed.
    var faults: [InvoiceFault] {
        symbolFaults + textFaults + itemFaults + rateFaults + categoryFaults + discountFaults + periodFaults + documentFaults
    }

    private var symbolFaults: [InvoiceFault] {
        (currencySymbol?.unicodeScalars.count ?? 0) > Self.maximumSymbolLength
            ? [InvoiceFault(path: "$.currency_symbol", kind: .symbolTooLong)] : []
    }

    private var textFaults: [InvoiceFault] {
        var faults: [InvoiceFault] = []
        visitTexts { text, path in
            guard text.utf8.count > Self.maximumTextLength else { return }
            faults.append(InvoiceFault(path: path(), kind: .textTooLong))
        }
        return faults
    }

    private var itemFaults: [InvoiceFault] {
        switch items.count {
        case 0: [InvoiceFault(path: "$.items", kind: .itemsRequired)]
        case ...Self.maximumItems: []
        default: [InvoiceFault(path: "$.items", kind: .tooManyItems)]
        }
    }

    private var rateFaults: [InvoiceFault] {
        let ofInvoice = Self.fault(ofRate: taxRate).map { InvoiceFault(path: "$.tax_rate", kind: $0) }
        return [ofInvoice].compactMap(\.self) + faultsOfItems(at: "tax_rate") { Self.fault(ofRate: $0.taxRate) }
    }

    /// What is wrong with the invoice's own category and rate is said once.
    private var categoryFaults: [InvoiceFault] {
        let terms = AmountTerms(of: self)
        let inherits = items.first { $0.taxCategory == nil && $0.taxRate == nil }
        let ofInvoice = inherits.flatMap { LineTax.fault(of: $0, under: terms) }.map { InvoiceFault(path: "$.tax_rate", kind: $0) }
        let ofItems = faultsOfItems(at: "tax_rate") { item in
            item.taxCategory == nil && item.taxRate == nil ? nil : LineTax.fault(of: item, under: terms)
        }
        return [ofInvoice].compactMap(\.self) + ofItems
    }

    private var discountFaults: [InvoiceFault] {
        let ofInvoice = Self.fault(of: discount).map { InvoiceFault(path: "$.discount", kind: $0) }
        return [ofInvoice].compactMap(\.self) + faultsOfItems(at: "discount") { Self.fault(of: $0.discount) }
    }

    private var periodFaults: [InvoiceFault] {
        faultsOfItems(at: "period") { item in
            guard let start = item.period?.start, let end = item.period?.end, end < start else { return nil }
            return .periodReversed
        }
    }

    private var documentFaults: [InvoiceFault] {
        var faults: [InvoiceFault] = []
        if customFields.count > Self.maximumCustomFields {
            faults.append(InvoiceFault(path: "$.custom_fields", kind: .tooManyCustomFields))
        }
        if let cashRounding, !isCoin(cashRounding) {
            faults.append(InvoiceFault(path: "$.cash_rounding", kind: .cashRoundingInvalid))
        }
        return faults
    }

    /// Whether it is a number of the smallest units, above zero. No currency is rounded to more than thousands, not even in cash.
    private func isCoin(_ number: DecimalNumber) -> Bool {
        number > .zero && number <= 10_000 && number.minorUnits(exponent: currency.exponent) != nil
    }

    private func faultsOfItems(at name: String, _ fault: (InvoiceItem) -> InvoiceFault.Kind?) -> [InvoiceFault] {
        items.prefix(Self.maximumItems).enumerated().compactMap { index, item in
            fault(item).map { InvoiceFault(path: "$.items[\(index)].\(name)", kind: $0) }
        }
    }

    private static func fault(ofRate rate: DecimalNumber?) -> InvoiceFault.Kind? {
        guard let rate else { return nil }
        guard !rate.isNegative, rate <= .one else { return .taxRateNotAFraction }
        return rate.scale > TaxFraction.maximumDigits ? .numberOutOfRange : nil
    }

    private static func fault(of discount: Adjustment?) -> InvoiceFault.Kind? {
        switch discount?.size {
        case nil: nil
        case .amount(let amount): amount.isNegative ? .discountNegative : nil
        case .percent(let percent): percent.isNegative || percent > 100 ? .percentOutOfRange : nil
        }
    }
}
