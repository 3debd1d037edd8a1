extension EInvoice.Line {
    init(number: Int, item: InvoiceItem, amounts: InvoiceAmounts.Line, request: InvoiceRequest, isBasic: Bool) {
        id = String(number)
        unit = UnitOfMeasure.code(of: item.unit.cleaned)
        net = amounts.net
        category = amounts.taxCategory.rawValue
        rate = amounts.taxCategory.percent(of: amounts.taxRate)
        period = item.period
        describe(item, isBasic: isBasic)
        if request.pricesIncludeTax {
            (quantity, netPrice) = (item.quantity, amounts.net.price(of: item.quantity))
        } else {
            (quantity, netPrice) = (item.quantity, item.unitPrice)
            allow(amounts.discount, for: item, labels: request.locale.labels)
        }
        if let price = netPrice, price.isNegative {
            // A price is never below zero (BR-27): what is given back is counted below zero.
            (quantity, netPrice) = (-item.quantity, -price)
        }
    }

    /// The first line of the text is the name, the others are the description, for which BASIC has no element.
    private mutating func describe(_ item: InvoiceItem, isBasic: Bool) {
        if isBasic {
            name = item.description.cleaned
            return
        }
        let text = item.description.cleanedLines
        let end = text.utf8.firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
        name = String(text[..<end])
        description = String(text[end...].dropFirst())
        sellerArticle = item.sku.cleaned
    }

    private mutating func allow(_ discount: DecimalNumber, for item: InvoiceItem, labels: InvoiceLabels) {
        guard discount != .zero else { return }
        let reason = item.discount?.reason.cleaned ?? ""
        allowances = [EInvoice.AllowanceCharge(amount: discount, reason: reason.isEmpty ? labels.lineDiscount : reason)]
    }
}

extension DecimalNumber {
    /// The amount for each of `quantity`, to ten digits after the point; zero when there are none.
    fileprivate func price(of quantity: DecimalNumber) -> DecimalNumber {
        let quantity = quantity.rounded(toFractionDigits: 12)
        guard quantity != .zero else { return .zero }
        var digits = 10
        while digits >= 0 {
            if let price = quotient(by: quantity, fractionDigits: digits) { return price }
            digits -= 1
        }
        return .zero
    }

    /// The quotient, rounded half away from zero; `nil` when a step of the computation does not fit.
    private func quotient(by divisor: DecimalNumber, fractionDigits: Int) -> DecimalNumber? {
        let shift = fractionDigits + divisor.scale - scale
        guard shift < Self.powersOfTen.count, shift > -Self.powersOfTen.count else { return nil }
        let (dividend, dividendOverflow) = mantissa.multipliedReportingOverflow(by: Self.powersOfTen[max(shift, 0)])
        let (divisor, divisorOverflow) = divisor.mantissa.multipliedReportingOverflow(by: Self.powersOfTen[max(-shift, 0)])
        guard !dividendOverflow, !divisorOverflow else { return nil }
        let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
        let roundsAway = remainder.magnitude >= divisor.magnitude - remainder.magnitude
        let away: Int128 = (dividend < 0) == (divisor < 0) ? 1 : -1
        return try? DecimalNumber(mantissa: roundsAway ? quotient + away : quotient, scale: fractionDigits)
    }
}
