/// How the numbers of one invoice are written.
struct NumberStyle: Sendable {
    private let format: NumberFormat
    /// How many digits amounts have at least.
    let exponent: Int
    private let minus: String
    /// Before numbers that are not below zero: nothing, or a mark.
    private let plus: String
    private let positive: Affixes
    private let negative: Affixes
    private let percentage: Affixes

    var decimalSeparator: Unicode.Scalar { format.decimalSeparator }

    /// Makes what follows read from left to right where the page does not: without it "-5" and "5%" are torn apart after a word in
    /// Arabic or Hebrew (UAX #9 W2, W4–W6).
    private static let leftToRightMark = "\u{200E}"
    private static let rightToLeftMark = "\u{200F}"

    init(_ request: InvoiceRequest) {
        format = request.locale.numbers
        exponent = request.currency.exponent
        let mark = request.locale.isRightToLeft ? Self.leftToRightMark : ""
        let symbol = CurrencySymbol(text: request.currencySymbol ?? format.symbol(of: request.currency), mark: mark)
        minus = mark + "-"
        plus = format.isTornApart ? mark : ""
        positive = Affixes(of: plus + format.money, around: "{amount}", symbol)
        let pattern = format.negativeMoney.isEmpty ? "-" + format.money : format.negativeMoney
        let marked = pattern.split(separator: "-", omittingEmptySubsequences: false).joined(separator: minus)
        // The mark before the minus must not turn the whole amount round: a symbol in Arabic letters stands at its left, too.
        let direction = symbol.isRightToLeft ? Self.rightToLeftMark : ""
        negative = Affixes(of: direction + plus + marked, around: "{amount}", symbol)
        percentage = Affixes(of: mark + format.percent, around: "{number}", CurrencySymbol(text: "", mark: ""))
    }

    /// `1,234.5`.
    func text(_ number: DecimalNumber, minimumFractionDigits: Int = 0) -> String {
        (number.isNegative ? minus : plus) + digits(number, minimumFractionDigits)
    }

    /// `1,234.50`, with the digits of the currency.
    func amount(_ number: DecimalNumber) -> String {
        text(number, minimumFractionDigits: exponent)
    }

    /// `$1,234.50`.
    func money(_ number: DecimalNumber) -> String {
        (number.isNegative ? negative : positive).around(digits(number, exponent))
    }

    /// `8%`, of a fraction such as 0.08.
    func percent(_ fraction: DecimalNumber) -> String {
        percentage.around((fraction.isNegative ? "-" : "") + digits(fraction.percent, 0))
    }

    /// The number without its sign.
    private func digits(_ number: DecimalNumber, _ minimumFractionDigits: Int) -> String {
        let (whole, fraction) = number.parts(minimumFractionDigits: minimumFractionDigits)
        guard !fraction.isEmpty else { return grouped(whole) }
        var text = grouped(whole)
        text.unicodeScalars.append(decimalSeparator)
        text += fraction
        return text
    }

    private func grouped(_ digits: String) -> String {
        let digits = digits.utf8
        guard digits.count >= format.minimumGroupedDigits else { return String(digits) }
        var result = ""
        var left = digits.count
        for digit in digits {
            result.unicodeScalars.append(Unicode.Scalar(digit))
            left -= 1
            if left >= format.firstGroup, (left - format.firstGroup).isMultiple(of: format.otherGroups) {
                result += format.groupSeparator
            }
        }
        return result
    }
}

/// What is printed beside an amount.
private struct CurrencySymbol {
    let text: String
    /// Whether it needs a space before digits that follow, or after digits before it: letters do ("CHF 5"), signs do not ("$5").
    let isApartAtEnd: Bool
    let isApartAtStart: Bool
    /// Whether it is in letters that are read from the right.
    var isRightToLeft: Bool { text.unicodeScalars.contains { (0x590..<0x900).contains($0.value) } }

    /// - Parameter mark: keeps sign and letters of "US$" in order.
    init(text: String, mark: String) {
        self.text = text.utf8.contains { UInt8(ascii: "A") <= $0 && $0 <= UInt8(ascii: "z") } ? text + mark : text
        isApartAtEnd = text.unicodeScalars.last.map(Self.isApart) ?? false
        isApartAtStart = text.unicodeScalars.first.map(Self.isApart) ?? false
    }

    /// The `currencyMatch` of CLDR (UTS #35 part 3, currencySpacing): anything but signs and spaces.
    private static func isApart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .currencySymbol, .mathSymbol, .modifierSymbol, .otherSymbol, .spaceSeparator: false
        default: true
        }
    }
}

/// What stands before and after the digits.
private struct Affixes {
    private let before: String
    private let after: String

    init(of pattern: String, around placeholder: String, _ symbol: CurrencySymbol) {
        let place = pattern.indices.first { pattern[$0] == "{" && pattern[$0...].hasPrefix(placeholder) }
        let start = String(pattern[..<(place ?? pattern.endIndex)])
        let end = place.map { String(pattern[$0...].dropFirst(placeholder.count)) } ?? ""
        let space = "\u{A0}"
        let sign = ["{symbol}": symbol.text]
        if symbol.text.isEmpty, pattern.contains("{symbol}") {
            before = String(start.filling(sign).filter { $0 != "\u{A0}" })
            after = String(end.filling(sign).filter { $0 != "\u{A0}" })
        } else {
            before = start.filling(sign) + (start.hasSuffix("{symbol}") && symbol.isApartAtEnd ? space : "")
            after = (end.hasPrefix("{symbol}") && symbol.isApartAtStart ? space : "") + end.filling(sign)
        }
    }

    func around(_ digits: String) -> String {
        before + digits + after
    }
}

extension NumberFormat {
    /// Whether even numbers above zero need a mark in a text from right to left, which is so only where that speaks with the numbers
    /// of another locale. Amounts without a mark paste into spreadsheets.
    fileprivate var isTornApart: Bool {
        money.hasPrefix("{symbol}") || groupSeparator == "’"
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
