/// Regular expressions (ECMA-262) for whole numbers in decimal digits, without leading zeros: alternatives, to be put between brackets.
enum DigitPattern {
    /// The numbers of a range.
    ///
    /// - Parameter range: within 0 to 99.
    static func within(_ range: ClosedRange<Int>) -> String {
        (range.lowerBound / 10...range.upperBound / 10).map { tens in
            let units = max(range.lowerBound, tens * 10) % 10...min(range.upperBound, tens * 10 + 9) % 10
            return "\(tens == 0 ? "" : "\(tens)")\(digit(units))"
        }
        .joined(separator: "|")
    }

    /// The numbers from 1 to a limit.
    ///
    /// - Parameter limit: at least 10.
    static func upTo(_ limit: Int) -> String {
        let digits = String(limit).utf8.map { Int($0) - 0x30 }
        var alternatives = ["[1-9][0-9]{0,\(digits.count - 2)}"]
        for (position, digit) in digits.enumerated() {
            // The same digits up to here, a smaller one, and any others.
            let smallest = position == 0 ? 1 : 0
            guard digit > smallest else { continue }
            let rest = digits.count - position - 1
            let beginning = digits[..<position].map(String.init).joined()
            alternatives.append(beginning + Self.digit(smallest...digit - 1) + (rest > 0 ? "[0-9]{\(rest)}" : ""))
        }
        return (alternatives + [String(limit)]).joined(separator: "|")
    }

    private static func digit(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "[\(range.lowerBound)-\(range.upperBound)]"
    }
}
