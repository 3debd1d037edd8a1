/// A moment as PDF (`D:20250131120000+01'00'`, ISO 32000-1 §7.9.4) and XMP (`2025-01-31T12:00:00+01:00`) write it. What is left out is the
/// beginning of what is there, and no zone is UTC.
struct PDFTimestamp: Equatable {
    /// Seconds since the first day of the year 0.
    private let seconds: Int

    init?(pdf text: String) {
        let digits = text.hasPrefix("D:") ? text.dropFirst(2) : text[...]
        self.init(fields: digits, widths: [4, 2, 2, 2, 2, 2])
    }

    init?(xmp text: String) {
        let plain = text.utf8.enumerated().filter { index, byte in
            // Only the separators before the zone.
            !(index < 19 && [UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "T")].contains(byte))
        }.map(\.element)
        // A time zone that follows the minutes at once was cut by the rule above only if the seconds are missing, which XMP allows but nobody
        // writes.
        self.init(fields: String(decoding: plain, as: UTF8.self)[...], widths: [4, 2, 2, 2, 2, 2])
    }

    private init?(fields text: Substring, widths: [Int]) {
        var rest = Array(text.utf8)[...]
        func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        var values: [Int] = []
        for width in widths {
            let digits = rest.prefix(width)
            guard digits.count == width, digits.allSatisfy(isDigit) else { break }
            values.append(digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
            rest = rest.dropFirst(width)
        }
        guard values.count >= 1, case let date = values + [1, 1, 0, 0, 0].suffix(6 - values.count) else { return nil }
        // Fractions of a second are not told by PDF.
        if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop(while: isDigit) }
        let zone = rest.filter(isDigit).prefix(4).map { Int($0 - UInt8(ascii: "0")) }
        var offset = 0
        if let sign = rest.first, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(sign), zone.count >= 2 {
            offset = (zone[0] * 10 + zone[1]) * 3_600 + (zone.count == 4 ? (zone[2] * 10 + zone[3]) * 60 : 0)
            if sign == UInt8(ascii: "-") { offset = -offset }
        }
        seconds = (Self.days(date[0], date[1], date[2]) * 24 + date[3]) * 3_600 + date[4] * 60 + date[5] - offset
    }

    /// The number of a day of the Gregorian calendar, counted from March so that leap days come last.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month < 3 ? year - 1 : year
        return year * 365 + year / 4 - year / 100 + year / 400 + ((month + 9) % 12 * 153 + 2) / 5 + day
    }
}
