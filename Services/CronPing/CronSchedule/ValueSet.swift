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

    /// The smallest member that is not below `limit`.
    func first(atLeast limit: Int) -> Int? {
        let rest = bits & (~0 << limit)
        return rest == 0 ? nil : rest.trailingZeroBitCount
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
