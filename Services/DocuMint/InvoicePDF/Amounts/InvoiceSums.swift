/// What is summed up for an invoice, in the smallest unit of its currency; the amounts are as the request counts.
struct InvoiceSums {
    let items: [PricedItem]
    /// The sum of the items.
    let printedLines: Int128
    /// Taken off the sum of the items; it has the sign of that.
    let discount: Int128
    /// Added to the sum of the items.
    let shipping: Int128
    let taxation: Taxation
    let amountPaid: Int128
    /// What makes the amount due a multiple of the cash rounding.
    let rounding: Int128

    /// - Parameter faults: gets what is found to be wrong, whereupon the result is `nil`.
    init?(of request: InvoiceRequest, faults: inout [InvoiceFault]) {
        let terms = AmountTerms(of: request)
        var reader = AmountReader(terms: terms)
        defer { faults += reader.faults }
        items = reader.priced(request.items)
        printedLines = items.reduce(0) { $0 + $1.amount }
        guard reader.faults.isEmpty, reader.checkRange(of: printedLines, at: "$.items") else { return nil }
        discount = reader.amount(request.discount, off: printedLines)
        shipping = reader.amount(request.shipping, at: "$.shipping", belongingTo: printedLines)
        // Nothing is multiplied before it is known that the factors fit.
        guard faults.isEmpty, reader.faults.isEmpty else { return nil }
        guard let taxation = Taxation(of: items, discount: discount, shipping: shipping, under: terms) else {
            reader.refuse("$.items", .numberOutOfRange)
            return nil
        }
        self.taxation = taxation
        amountPaid = reader.amount(request.amountPaid, at: "$.amount_paid", belongingTo: taxation.total)
        let open = taxation.total - amountPaid
        let coin = reader.amount(request.cashRounding, at: "$.cash_rounding", belongingTo: 0)
        rounding = coin > 0 ? open.divided(by: coin) * coin - open : 0
        guard reader.faults.isEmpty, reader.checkRange(of: open + rounding, at: "$.amount_paid") else { return nil }
    }
}

/// Reads the amounts of a request in the smallest unit of its currency and notes what is wrong with them.
private struct AmountReader {
    let terms: AmountTerms
    private(set) var faults: [InvoiceFault] = []

    init(terms: AmountTerms) {
        self.terms = terms
    }

    mutating func refuse(_ path: String, _ kind: InvoiceFault.Kind) {
        faults.append(InvoiceFault(path: path, kind: kind))
    }

    /// Whether an amount fits in 64 bits.
    mutating func checkRange(of amount: Int128, at path: String) -> Bool {
        guard Int64(exactly: amount) == nil else { return true }
        refuse(path, .numberOutOfRange)
        return false
    }

    /// Those of the items that could be computed.
    mutating func priced(_ items: [InvoiceItem]) -> [PricedItem] {
        var priced: [PricedItem] = []
        priced.reserveCapacity(items.count)
        for (index, item) in items.prefix(InvoiceRequest.maximumItems).enumerated() {
            do throws(DecimalError) {
                let price = try PricedItem(item, under: terms)
                if item.discount?.overdraws(price.gross, taking: price.discount) == true {
                    refuse("$.items[\(index)].discount", .discountTooLarge)
                }
                priced.append(price)
            } catch {
                refuse("$.items[\(index)]", .numberOutOfRange)
            }
        }
        return priced
    }

    mutating func amount(_ discount: Adjustment?, off sum: Int128) -> Int128 {
        guard let discount else { return 0 }
        do throws(DecimalError) {
            let units = try discount.units(off: sum, exponent: terms.exponent)
            if discount.overdraws(sum, taking: units) { refuse("$.discount", .discountTooLarge) }
            return units
        } catch {
            refuse("$.discount", .numberOutOfRange)
            return 0
        }
    }

    mutating func amount(_ number: DecimalNumber?, at path: String, belongingTo sum: Int128) -> Int128 {
        guard let number else { return 0 }
        do throws(DecimalError) {
            let amount = try number.units(exponent: terms.exponent)
            if amount < 0, sum >= 0 { refuse(path, .amountNegative) }
            return amount
        } catch {
            refuse(path, .numberOutOfRange)
            return 0
        }
    }
}
