/// Discounts for early payment, as XRechnung writes them into the terms of payment (BR-DE-18): `#SKONTO#TAGE=14#PROZENT=2.00#`.
enum SkontoTerms {
    /// Whether every line that begins with `#` is such a discount, and the last of them ends with a new line.
    static func areWellFormed(_ terms: String) -> Bool {
        let lines = terms.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let last = lines.lastIndex(where: isDiscount) else { return true }
        return last < lines.count - 1 && lines.filter(isDiscount).allSatisfy(isWellFormed)
    }

    private static func isDiscount(_ line: Substring) -> Bool { line.first { !$0.isWhitespace } == "#" }

    private static func isWellFormed(_ line: Substring) -> Bool {
        let parts = String(line).cleaned.split(separator: "#", omittingEmptySubsequences: false)
        guard parts.count == 5 || parts.count == 6, parts[0].isEmpty, parts[parts.count - 1].isEmpty, parts[1] == "SKONTO",
            let days = value(of: "TAGE=", in: parts[2]), let percent = value(of: "PROZENT=", in: parts[3])
        else { return false }
        if parts.count == 6 {
            guard let basis = value(of: "BASISBETRAG=", in: parts[4]) else { return false }
            return isWhole(days) && isAmount(percent) && isAmount(basis.first == "-" ? basis.dropFirst() : basis)
        }
        return isWhole(days) && isAmount(percent)
    }

    private static func value(of key: String, in part: Substring) -> Substring? {
        part.hasPrefix(key) ? part.dropFirst(key.count) : nil
    }

    private static func isWhole(_ text: Substring) -> Bool { !text.isEmpty && text.allSatisfy { ("0"..."9").contains($0) } }

    /// Digits with two more after a point.
    private static func isAmount(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && isWhole(parts[0]) && isWhole(parts[1]) && parts[1].count == 2
    }
}
