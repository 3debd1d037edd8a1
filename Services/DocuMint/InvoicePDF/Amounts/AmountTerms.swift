/// What a request says about how its amounts are computed: small, so that it can be passed on for each item.
struct AmountTerms: Sendable {
    /// Of the currency: how many digits amounts have.
    let exponent: Int
    let pricesIncludeTax: Bool
    let taxRounding: TaxRounding
    /// Of items that name none.
    let taxRate: DecimalNumber?
    /// Of items that name none.
    let taxCategory: TaxCategory?

    init(of request: InvoiceRequest) {
        exponent = request.currency.exponent
        pricesIncludeTax = request.pricesIncludeTax
        taxRounding = request.taxRounding
        taxRate = request.taxRate
        taxCategory = request.taxCategory
    }
}
