/// A set of Unicode scalars: what one step of a pattern takes.
struct CharacterSet: Sendable, Hashable {
    static let all = CharacterSet([0...0x10FFFF])

    /// In order, with a gap between any two. Surrogates may be among them; no text has any.
    private(set) var ranges: [ClosedRange<UInt32>]

    /// The ranges may overlap and come in any order.
    init(_ ranges: [ClosedRange<UInt32>]) {
        var merged: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        self.ranges = merged
    }

    func contains(_ scalar: UInt32) -> Bool { ranges.contains { $0.contains(scalar) } }

    /// Every other scalar.
    var inverted: CharacterSet {
        var gaps: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges {
            if next < range.lowerBound { gaps.append(next...range.lowerBound - 1) }
            next = range.upperBound + 1
        }
        if next <= 0x10FFFF { gaps.append(next...0x10FFFF) }
        return CharacterSet(gaps)
    }

    /// With every scalar that differs from one in the set only in case.
    var ignoringCase: CharacterSet {
        var variants: [ClosedRange<UInt32>] = []
        let pairs = CaseFolding.pairs
        for range in ranges {
            var index = pairs.firstIndex(from: range.lowerBound)
            while index < pairs.count, pairs[index].scalar <= range.upperBound {
                variants.append(pairs[index].other...pairs[index].other)
                index += 1
            }
        }
        return variants.isEmpty ? self : CharacterSet(ranges + variants)
    }
}

extension [CaseFolding.Pair] {
    fileprivate func firstIndex(from scalar: UInt32) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].scalar < scalar { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
