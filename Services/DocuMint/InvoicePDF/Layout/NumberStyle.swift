/// How numbers are written in a language.
struct NumberStyle: Sendable {
    var decimalSeparator: Unicode.Scalar = "."
    var groupSeparator = ","
    /// Put before amounts of money.
    var currencySymbol: String
    /// How many digits amounts have at least.
    var exponent: Int

    init(_ request: InvoiceRequest) {
        currencySymbol = request.currencySymbol ?? request.currency.symbol
        exponent = request.currency.exponent
        // Letters need a space before the digits ("CHF 5"), signs do not ("$5").
        if currencySymbol.last?.isLetter == true { currencySymbol += "\u{A0}" }
    }

    /// `1,234.5`. The minus is a plain hyphen so that copied amounts paste into spreadsheets as numbers.
    func text(_ number: DecimalNumber, minimumFractionDigits: Int = 0) -> String {
        let (whole, fraction) = number.parts(minimumFractionDigits: minimumFractionDigits)
        let sign = number.isNegative ? "-" : ""
        return sign + grouped(whole) + (fraction.isEmpty ? "" : "\(decimalSeparator)\(fraction)")
    }

    /// `1,234.50`, with the digits of the currency.
    func amount(_ number: DecimalNumber) -> String {
        text(number, minimumFractionDigits: exponent)
    }

    /// `$1,234.50`; the sign of the number stands first.
    func money(_ number: DecimalNumber) -> String {
        number.isNegative ? "-" + currencySymbol + amount(-number) : currencySymbol + amount(number)
    }

    /// `8%`, of a fraction such as 0.08.
    func percent(_ fraction: DecimalNumber) -> String {
        text(fraction.percent) + "%"
    }

    private func grouped(_ digits: String) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { result += groupSeparator }
            result.append(digit)
        }
        return result
    }
}

extension DecimalNumber {
    /// A hundred times this number, which is a tax rate: at most 1, so that it cannot overflow.
    fileprivate var percent: DecimalNumber {
        scale >= 2
            ? DecimalNumber(reducing: mantissa, scale: scale - 2)
            : DecimalNumber(reducing: mantissa * Self.powersOfTen[2 - scale], scale: 0)
    }
}
