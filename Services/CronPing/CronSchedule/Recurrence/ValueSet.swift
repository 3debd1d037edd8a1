/// A set of small numbers (0–63), kept as the bits of one word: bit `n` is set when `n` is a member.
struct ValueSet: Hashable, Sendable {
    var bits: UInt64 = 0

    init() {}

    init(bits: UInt64) {
        self.bits = bits
    }

    init(_ range: ClosedRange<Int>) {
        bits = (~0 << UInt64(range.lowerBound)) & (~0 >> UInt64(63 - range.upperBound))
    }

    var isEmpty: Bool { bits == 0 }

    var count: Int { bits.nonzeroBitCount }

    /// The smallest member.
    var first: Int? { first(atLeast: 0) }

    /// The members in ascending order.
    var values: [Int] {
        var values: [Int] = []
        values.reserveCapacity(count)
        var rest = bits
        while rest != 0 {
            values.append(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        return values
    }

    /// The largest member.
    var last: Int? { last(atMost: 63) }

    /// The smallest member that is not below `limit`, which is 0 to 63.
    func first(atLeast limit: Int) -> Int? {
        let rest = bits & (~0 &<< UInt64(truncatingIfNeeded: limit))
        return rest == 0 ? nil : rest.trailingZeroBitCount
    }

    /// The largest member that is not above `limit`, which is at most 63; nil for a negative limit.
    func last(atMost limit: Int) -> Int? {
        guard limit >= 0 else { return nil }
        let rest = bits & (~0 &>> UInt64(truncatingIfNeeded: 63 - limit))
        return rest == 0 ? nil : 63 - rest.leadingZeroBitCount
    }

    func contains(_ value: Int) -> Bool {
        bits & (1 << value) != 0
    }

    func isSubset(of other: ValueSet) -> Bool {
        bits & ~other.bits == 0
    }

    mutating func insert(_ value: Int) {
        bits |= 1 << value
    }

    mutating func formUnion(_ other: ValueSet) {
        bits |= other.bits
    }

    /// Days of the week with a Sunday written as 7 turned into 0.
    var foldingSunday: ValueSet {
        ValueSet(bits: (bits | bits >> 7) & 0x7F)
    }
}
