/// What an item costs as the request counts, in the smallest unit of the currency.
struct PricedItem {
    /// Quantity × unit price.
    let gross: Int128
    /// What is taken off; it has the sign of `gross`.
    let discount: Int128
    let tax: LineTax

    /// What is left.
    var amount: Int128 { gross - discount }

    /// - Throws: ``DecimalError/outOfRange`` when an amount does not fit.
    init(_ item: InvoiceItem, under terms: AmountTerms) throws(DecimalError) {
        let exponent = terms.exponent
        gross = try (item.quantity * item.unitPrice).units(exponent: exponent)
        discount = try item.discount?.units(off: gross, exponent: exponent) ?? 0
        tax = LineTax(of: item, under: terms)
    }
}

extension Adjustment {
    /// Whether more is taken off than there is; a percentage has limits of its own.
    func overdraws(_ base: Int128, taking units: Int128) -> Bool {
        guard case .amount(let amount) = size else { return false }
        return !amount.isNegative && units.magnitude > base.magnitude
    }

    /// What is taken off, in the smallest unit of a currency. It has the sign of `base`, so that it always makes the amount smaller.
    ///
    /// A percentage is of the rounded amount, which is printed, so that whoever computes it again gets the same.
    ///
    /// - Throws: ``DecimalError/outOfRange`` when it does not fit.
    func units(off base: Int128, exponent: Int) throws(DecimalError) -> Int128 {
        switch size {
        case .amount(let amount):
            let units = try amount.units(exponent: exponent)
            return base < 0 ? -units : units
        case .percent(let percent):
            let amount = DecimalNumber(reducing: base, scale: exponent)
            return try (amount * percent * DecimalNumber(mantissa: 1, scale: 2)).units(exponent: exponent)
        }
    }
}

extension DecimalNumber {
    /// The value in the smallest unit of a currency, rounded.
    ///
    /// - Throws: ``DecimalError/outOfRange`` when it does not fit in 64 bits.
    func units(exponent: Int) throws(DecimalError) -> Int128 {
        guard let units = rounded(toFractionDigits: exponent).minorUnits(exponent: exponent) else { throw .outOfRange }
        return Int128(units)
    }
}
