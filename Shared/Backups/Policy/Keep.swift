/// How many backups stay: the newest of each of so many hours, days and weeks that have one.
public struct Keep: Sendable, Equatable {
    /// Of how many hours. Default: 24.
    public var hourly = 24
    /// Of how many days. Default: 7.
    public var daily = 7
    /// Of how many weeks. Default: 4.
    public var weekly = 4

    /// More of each could not be told from a slip of the finger.
    private static let limit = 10_000

    /// The defaults.
    public init() {}

    /// Reads numbers with a unit, `h`, `d` or `w`, between commas, in any order: `24h,7d,4w`. What is missing is none.
    ///
    /// - Returns: `nil` for anything else, for a unit that comes twice, a number over 10 000, and if nothing at all would stay.
    public init?(_ text: String) {
        var numbers: [Character: Int] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let part = part.drop { $0 == " " }
            guard let unit = part.last, "hdw".contains(unit), numbers[unit] == nil else { return nil }
            let digits = part.dropLast()
            guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits), number <= Self.limit else { return nil }
            numbers[unit] = number
        }
        guard numbers.values.contains(where: { $0 > 0 }) else { return nil }
        hourly = numbers["h"] ?? 0
        daily = numbers["d"] ?? 0
        weekly = numbers["w"] ?? 0
    }
}

extension Keep: CustomStringConvertible {
    /// As it is read: `24h,7d,4w`.
    public var description: String { "\(hourly)h,\(daily)d,\(weekly)w" }
}
