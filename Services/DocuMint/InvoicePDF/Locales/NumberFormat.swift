/// How numbers are written, after CLDR.
///
/// Digits are ASCII in every language: banks and machines read them. The minus is a plain hyphen so that copied amounts paste into
/// spreadsheets as numbers.
struct NumberFormat: Sendable, Hashable {
    var decimalSeparator: Unicode.Scalar = "."
    var groupSeparator = ","
    /// Digits in the group before the decimal separator.
    var firstGroup = 3
    /// Digits in the groups before that one: 2 in India.
    var otherGroups = 3
    /// Digits before the decimal separator from which on there are groups: 5 in Spanish and Polish.
    var minimumGroupedDigits = 4
    /// `{amount}` and `{symbol}`, such as `{symbol}{amount}` or `{amount}\u{A0}{symbol}`.
    var money = "{symbol}{amount}"
    /// The same for amounts below zero; empty where it is ``money`` with a minus before it.
    var negativeMoney = ""
    /// `{number}` with the sign for percent.
    var percent = "{number}%"
    /// The signs that currencies have here, by code, where they are not ``Currency/symbol``.
    var symbols: [String: String] = [:]

    /// What is put beside amounts: the dollar is `$` in the United States and `US$` in Canada.
    func symbol(of currency: Currency) -> String {
        symbols[currency.code] ?? currency.symbol
    }

    /// Takes a line of a ``LocaleTable``; false when its name is none of a number format.
    mutating func set(_ name: String, to value: String) -> Bool {
        switch name {
        case "decimal": decimalSeparator = value.unicodeScalars.first ?? decimalSeparator
        case "group": groupSeparator = value
        case "other_groups": otherGroups = Int(value) ?? otherGroups
        case "minimum_grouped_digits": minimumGroupedDigits = Int(value) ?? minimumGroupedDigits
        case "money": money = value
        case "negative_money": negativeMoney = value
        case "percent": percent = value
        case "symbols": readSymbols(value)
        default: return false
        }
        return true
    }

    /// `USD US$, CAD $`
    private mutating func readSymbols(_ list: String) {
        for entry in list.split(separator: ",") {
            let words = entry.split(separator: " ")
            if words.count == 2 { symbols[String(words[0])] = String(words[1]) }
        }
    }
}
