/// What is taxed together: the items of one category and rate, with their part of the discount and of the shipping.
///
/// All amounts are in the smallest unit of the currency.
struct TaxedGroup {
    /// The items without tax, in their order.
    let nets: [Int128]
    /// The part of the discount, without tax.
    let discount: Int128
    /// The part of the shipping, without tax.
    let shipping: Int128
    /// The sum of the nets, less discount, plus shipping.
    let basis: Int128
    /// The tax on it.
    let tax: Int128

    /// - Parameters:
    ///   - amounts: those of the items, with tax if prices have it in them; so are `discount` and `shipping`.
    ///   - rate: `nil` when there is none.
    init(amounts: [Int128], discount: Int128, shipping: Int128, rate: DecimalNumber?, under terms: AmountTerms) {
        let parts = amounts + [-discount, shipping]
        let rate = TaxFraction(rate)
        var nets = parts
        switch (terms.pricesIncludeTax, terms.taxRounding) {
        case (false, .perRate):
            tax = rate.tax(on: parts.reduce(0, +))
        case (false, .perLine):
            tax = parts.reduce(0) { $0 + rate.tax(on: $1) }
        case (true, .perRate):
            let sum = parts.reduce(0, +)
            tax = rate.tax(in: sum)
            nets = (sum - tax).apportioned(to: parts.map { $0 * rate.denominator }, over: rate.denominator + rate.numerator)
        case (true, .perLine):
            let taxes = parts.map { rate.tax(in: $0) }
            tax = taxes.reduce(0, +)
            nets = zip(parts, taxes).map { $0 - $1 }
        }
        basis = nets.reduce(0, +)
        self.shipping = nets.removeLast()
        self.discount = -nets.removeLast()
        self.nets = nets
    }
}
