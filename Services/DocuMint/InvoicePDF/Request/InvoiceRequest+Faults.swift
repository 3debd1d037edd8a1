extension InvoiceRequest {
    /// What can be seen to be wrong before anything is computed.
    var faults: [InvoiceFault] {
        let symbol: [InvoiceFault] =
            (currencySymbol?.unicodeScalars.count ?? 0) > Self.maximumSymbolLength
            ? [InvoiceFault(path: "$.currency_symbol", kind: .symbolTooLong)] : []
        return symbol + textFaults + itemFaults + rateFaults
    }

    private var textFaults: [InvoiceFault] {
        texts.filter { $0.value.utf8.count > Self.maximumTextLength }.map { InvoiceFault(path: $0.path, kind: .textTooLong) }
    }

    private var itemFaults: [InvoiceFault] {
        switch items.count {
        case 0: [InvoiceFault(path: "$.items", kind: .itemsRequired)]
        case ...Self.maximumItems: []
        default: [InvoiceFault(path: "$.items", kind: .tooManyItems)]
        }
    }

    private var rateFaults: [InvoiceFault] {
        let ofItems = items.prefix(Self.maximumItems).enumerated().map { ("$.items[\($0.offset)].tax_rate", $0.element.taxRate) }
        return ([("$.tax_rate", taxRate)] + ofItems).compactMap { path, rate in
            guard let rate, rate.isNegative || rate > .one else { return nil }
            return InvoiceFault(path: path, kind: .taxRateNotAFraction)
        }
    }
}
