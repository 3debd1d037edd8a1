/// A set of years, 1970 to 2500, one bit each.
struct YearSet: Hashable, Sendable {
    /// The years that a schedule may name.
    static let range = 1970...2500

    private var words = [UInt64](repeating: 0, count: (YearSet.range.count + 63) / 64)

    init(_ field: ScheduleField) {
        for case .span(let span) in field.terms {
            for year in stride(from: span.first, through: span.last, by: span.step) where Self.range.contains(year) { insert(year) }
        }
    }

    private mutating func insert(_ year: Int) {
        let bit = year - Self.range.lowerBound
        words[bit / 64] |= 1 << UInt64(bit % 64)
    }

    func contains(_ year: Int) -> Bool {
        guard Self.range.contains(year) else { return false }
        let bit = year - Self.range.lowerBound
        return words[bit / 64] & (1 << UInt64(bit % 64)) != 0
    }

    /// The first year that is not before another.
    func first(atLeast year: Int) -> Int? {
        let bit = max(year - Self.range.lowerBound, 0)
        guard bit / 64 < words.count else { return nil }
        if let found = ValueSet(bits: words[bit / 64]).first(atLeast: bit % 64) { return Self.year(bit / 64, found) }
        for word in (bit / 64 + 1)..<words.count where words[word] != 0 { return Self.year(word, words[word].trailingZeroBitCount) }
        return nil
    }

    /// The last year that is not after another.
    func last(atMost year: Int) -> Int? {
        let bit = min(year - Self.range.lowerBound, words.count * 64 - 1)
        guard bit >= 0 else { return nil }
        if let found = ValueSet(bits: words[bit / 64]).last(atMost: bit % 64) { return Self.year(bit / 64, found) }
        for word in (0..<bit / 64).reversed() where words[word] != 0 { return Self.year(word, 63 - words[word].leadingZeroBitCount) }
        return nil
    }

    private static func year(_ word: Int, _ bit: Int) -> Int { range.lowerBound + word * 64 + bit }

    /// The years, ascending.
    var values: [Int] { Self.range.filter(contains) }

    /// Whether no year is missing.
    var isFull: Bool { Self.range.allSatisfy(contains) }
}
