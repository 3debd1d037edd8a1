/// The scalars, put together into as few symbols as the sets of a pattern tell apart.
struct RegexAlphabet: Sendable {
    /// How many symbols there are.
    let count: Int
    /// By symbol: the sets it is in, a bit each.
    let memberships: [RegexBits]
    /// By symbol: one of its scalars.
    let examples: [UInt32]

    private let ascii: [UInt16]
    /// The first scalars of the intervals that are of one symbol, and these symbols.
    private let starts: [UInt32]
    private let symbols: [UInt16]

    init(_ sets: [CharacterSet]) {
        var changes: [(scalar: UInt32, set: Int)] = []
        for (number, set) in sets.enumerated() {
            for range in set.ranges {
                changes.append((range.lowerBound, number))
                changes.append((range.upperBound + 1, number))
            }
        }
        changes.sort { $0.scalar < $1.scalar }
        var known: [RegexBits: UInt16] = [:]
        var memberships: [RegexBits] = []
        var examples: [UInt32] = []
        var starts: [UInt32] = []
        var symbols: [UInt16] = []
        var current = RegexBits(count: sets.count)
        var index = 0
        var start: UInt32 = 0
        repeat {
            while index < changes.count, changes[index].scalar == start {
                current.toggle(changes[index].set)
                index += 1
            }
            let symbol = known[current] ?? UInt16(memberships.count)
            if symbol == memberships.count {
                known[current] = symbol
                memberships.append(current)
                examples.append(start)
            }
            starts.append(start)
            symbols.append(symbol)
            start = index < changes.count ? changes[index].scalar : 0x110000
        } while start < 0x110000
        count = memberships.count
        self.memberships = memberships
        self.examples = examples
        self.starts = starts
        self.symbols = symbols
        ascii = (UInt32(0)..<0x80).map { symbols[starts.lastIndex(upTo: $0)] }
    }

    func symbol(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        return Int(value < 0x80 ? ascii[Int(value)] : symbols[starts.lastIndex(upTo: value)])
    }
}

extension [UInt32] {
    /// Where the last number is that is not above `value`. The first is 0.
    fileprivate func lastIndex(upTo value: UInt32) -> Int {
        var (low, high) = (0, count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if self[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }
}
