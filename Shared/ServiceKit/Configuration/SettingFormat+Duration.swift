extension SettingFormat<Duration> {
    /// A whole number with a unit: `30s`, `15m`, `6h`, `7d`.
    ///
    /// - Parameters:
    ///   - range: what is accepted, in whole seconds.
    ///   - zero: whether `0` is accepted as well, whatever the range, and what it then means: `off`. Default: it is not.
    public static func duration(in range: ClosedRange<Duration>, zero: String? = nil) -> SettingFormat {
        let orZero = zero.map { ", or 0 for \($0)" } ?? ""
        return SettingFormat(
            accepts: """
                a whole number with a unit (s, m, h or d), such as 15m, from \(DurationText.text(range.lowerBound)) to \
                \(DurationText.text(range.upperBound))\(orZero)
                """,
            parse: { text in
                guard let duration = DurationText.duration(text) else { return nil }
                return range.contains(duration) || zero != nil && duration == .zero ? duration : nil
            },
            text: DurationText.text
        )
    }
}

/// Durations as settings and messages write them: one number, one unit.
enum DurationText {
    private static let units: [(letter: Character, seconds: Int64)] = [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)]

    /// In the largest unit of which it is a whole number; `0` without one. Fractions of a second are dropped.
    static func text(_ duration: Duration) -> String {
        let seconds = duration.components.seconds
        guard seconds != 0, let unit = units.first(where: { seconds.isMultiple(of: $0.seconds) }) else { return "0" }
        return "\(seconds / unit.seconds)\(unit.letter)"
    }

    /// `nil` for what is no duration, and for more than a billion of a unit.
    static func duration(_ text: String) -> Duration? {
        if text == "0" { return .zero }
        let digits = text.dropLast()
        guard let unit = units.first(where: { $0.letter == text.last }), (1...9).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let number = Int64(digits)
        else { return nil }
        return .seconds(number * unit.seconds)
    }
}
