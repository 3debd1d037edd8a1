/// The tax category and the rate that apply to an item; items for which they are equal are taxed together.
struct LineTax: Sendable, Hashable {
    let category: TaxCategory
    /// As a fraction; zero for the categories without tax, `nil` for what is not subject to it (EN 16931 BR-O-05).
    let rate: DecimalNumber?

    /// An item's own values go before those of the invoice. An item with a category without tax does not take the rate of the invoice.
    init(of item: InvoiceItem, under terms: AmountTerms) {
        let rate = Self.statedRate(of: item, under: terms)
        category = item.taxCategory ?? terms.taxCategory ?? TaxCategory(rate: rate)
        self.rate = category == .notSubject ? nil : rate ?? .zero
    }

    private static func statedRate(of item: InvoiceItem, under terms: AmountTerms) -> DecimalNumber? {
        item.taxRate ?? (item.taxCategory?.isTaxed == false ? nil : terms.taxRate)
    }

    /// What is wrong when category and rate contradict each other (EN 16931 BR-S-05, BR-Z-05, BR-E-05, …, BR-O-05).
    static func fault(of item: InvoiceItem, under terms: AmountTerms) -> InvoiceFault.Kind? {
        let rate = statedRate(of: item, under: terms)
        return switch item.taxCategory ?? terms.taxCategory {
        case nil: nil
        case .standard: rate == nil || rate == .zero ? .taxRateRequired : nil
        case .notSubject: rate == nil ? nil : .taxRateNotAllowed
        default: rate == nil || rate == .zero ? nil : .taxRateNotAllowed
        }
    }
}

extension LineTax: Comparable {
    /// The order on an invoice: the highest rate first, then by category, what is not subject to tax last.
    static func < (left: LineTax, right: LineTax) -> Bool {
        let (leftRate, rightRate) = (left.rate ?? .zero, right.rate ?? .zero)
        return leftRate == rightRate ? left.category.order < right.category.order : leftRate > rightRate
    }
}
