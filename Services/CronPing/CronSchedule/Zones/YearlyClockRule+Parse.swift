extension YearlyClockRule {
    /// Reads a POSIX `TZ` string (IEEE 1003.1, 8.3, with the wider range of hours of RFC 8536, 3.3.1).
    ///
    /// - Returns: nil when there is no summer time.
    /// - Throws: ``ZoneError`` when the text is anything else.
    static func parse(_ text: ArraySlice<UInt8>, of name: String) throws(ZoneError) -> YearlyClockRule? {
        var reader = RuleReader(rest: text, name: name)
        return try reader.rule()
    }
}

/// Reads a `TZ` string from left to right.
private struct RuleReader {
    var rest: ArraySlice<UInt8>
    let name: String

    mutating func rule() throws(ZoneError) -> YearlyClockRule? {
        try skipAbbreviation()
        let standard = -(try time(hours: 24))
        if rest.isEmpty { return nil }
        try skipAbbreviation()
        let summer = rest.first == UInt8(ascii: ",") ? standard + 3600 : -(try time(hours: 24))
        let begin = try change()
        let end = try change()
        guard rest.isEmpty else { throw malformed() }
        return YearlyClockRule(standardOffset: standard, summerOffset: summer, begin: begin, end: end)
    }

    /// `CET` or `<+0330>`.
    private mutating func skipAbbreviation() throws(ZoneError) {
        let start = rest.startIndex
        if take("<") {
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { throw malformed() }
            rest = rest[(end + 1)...]
        } else {
            rest = rest.drop(while: \.isASCIILetter)
            guard rest.startIndex - start >= 3 else { throw malformed() }
        }
    }

    /// `3`, `-1`, `+05:30`, `24:00:00`, in seconds.
    private mutating func time(hours: Int) throws(ZoneError) -> Int {
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        var seconds = try number(0...hours) * 3600
        if take(":") { seconds += try number(0...59) * 60 }
        if take(":") { seconds += try number(0...59) }
        return isNegative ? -seconds : seconds
    }

    /// `,M3.5.0/2`, `,J60`, `,300/26`.
    private mutating func change() throws(ZoneError) -> YearlyClockRule.Change {
        guard take(",") else { throw malformed() }
        let day = try day()
        return YearlyClockRule.Change(day: day, time: take("/") ? try time(hours: 167) : 2 * 3600)
    }

    private mutating func day() throws(ZoneError) -> YearlyClockRule.Change.Day {
        if take("J") { return .ordinal(try number(1...365)) }
        guard take("M") else { return .offset(try number(0...365)) }
        let month = try number(1...12)
        guard take(".") else { throw malformed() }
        let week = try number(1...5)
        guard take(".") else { throw malformed() }
        return .weekday(try number(0...6), week: week, month: month)
    }

    private mutating func number(_ range: ClosedRange<Int>) throws(ZoneError) -> Int {
        var value = 0
        let digits = rest.prefix(while: \.isDigit)
        guard (1...3).contains(digits.count) else { throw malformed() }
        for digit in digits { value = value * 10 + Int(digit - UInt8(ascii: "0")) }
        guard range.contains(value) else { throw malformed() }
        rest = rest[digits.endIndex...]
        return value
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private func malformed() -> ZoneError {
        .malformed(name, "its rule for the years to come cannot be read")
    }
}
