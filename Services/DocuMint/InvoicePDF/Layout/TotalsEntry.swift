/// One row of the totals.
struct TotalsEntry {
    /// What it is called, the best name first; a shorter one is taken where there is no room.
    let names: [String]
    /// Small letters below the name, such as the reason of a discount.
    var detail = ""
    let amount: DecimalNumber
    var kind = Kind.part

    enum Kind {
        /// Something that is added up.
        case part
        /// A sum that is not the last one.
        case sum
        /// What is to be paid, or the total when nothing was paid yet.
        case final
        /// Something that is contained in a sum above.
        case contained
    }
}

extension InvoiceLayout {
    /// The rows of the totals, each only when it says something that no other row says.
    var totalsEntries: [TotalsEntry] {
        let isAdjusted = amounts.printedDiscount != .zero || amounts.printedShipping != .zero
        let taxes = taxEntries
        let addsTaxes = !amounts.pricesIncludeTax && !taxes.isEmpty
        var entries: [TotalsEntry] = []
        if isAdjusted || addsTaxes {
            entries.append(TotalsEntry(names: [labels.subtotal], amount: amounts.printedLinesTotal))
        }
        entries += adjustments
        if isAdjusted && addsTaxes {
            entries.append(TotalsEntry(names: [labels.netTotal], amount: amounts.netTotal))
        }
        if addsTaxes { entries += taxes }
        entries.append(final(labels.total, amounts.total, kind: endsWithAmountDue ? .sum : .final))
        if amounts.pricesIncludeTax { entries += taxes }
        entries += settlement
        return endsWithAmountDue ? entries + [final(labels.amountDue, amounts.amountDue, kind: .final)] : entries
    }

    /// Whether what is to be paid is another amount than the total, and worth saying: a receipt of all the money says so already.
    var endsWithAmountDue: Bool {
        let isSettled = amounts.amountPaid != .zero || amounts.rounding != .zero
        return isSettled && !(request.type == .receipt && amounts.amountDue == .zero)
    }

    private var adjustments: [TotalsEntry] {
        var entries: [TotalsEntry] = []
        if let discount = request.discount, amounts.printedDiscount != .zero {
            var names = [labels.discount]
            if case .percent(let percent) = discount.size {
                names.insert(labels.discountPercent.filling(["{percent}": numbers.percentage(percent)]), at: 0)
            }
            entries.append(TotalsEntry(names: names, detail: discount.reason, amount: -amounts.printedDiscount))
        }
        if amounts.printedShipping != .zero {
            entries.append(TotalsEntry(names: [labels.shipping], amount: amounts.printedShipping))
        }
        return entries
    }

    private var taxEntries: [TotalsEntry] {
        let groups = amounts.taxBreakdown.filter { $0.category != .notSubject }
        let showsBasis = amounts.taxBreakdown.count > 1 || amounts.pricesIncludeTax
        let (short, long) =
            amounts.pricesIncludeTax ? (labels.taxIncluded, labels.taxIncludedOnBasis) : (labels.tax, labels.taxOnBasis)
        return groups.map { group in
            let values = ["{rate}": numbers.percent(group.rate), "{basis}": numbers.money(group.basis)]
            let names = (showsBasis ? [long, short] : [short]).map { $0.filling(values) }
            return TotalsEntry(names: names, amount: group.tax, kind: amounts.pricesIncludeTax ? .contained : .part)
        }
    }

    private var settlement: [TotalsEntry] {
        var entries: [TotalsEntry] = []
        if amounts.amountPaid != .zero { entries.append(TotalsEntry(names: [labels.amountPaid], amount: -amounts.amountPaid)) }
        if amounts.rounding != .zero { entries.append(TotalsEntry(names: [labels.rounding], amount: amounts.rounding)) }
        return entries
    }

    /// Names the currency where its symbol may not be known.
    private func final(_ name: String, _ amount: DecimalNumber, kind: TotalsEntry.Kind) -> TotalsEntry {
        let names = request.currencySymbol == nil ? ["\(name) \(request.currency.code)", name] : [name]
        return TotalsEntry(names: names, amount: amount, kind: kind)
    }
}
