/// The 32-bit FNV-1a hash, over UTF-16 code units as the JavaScript SDKs compute it (a code unit is xored whole, not byte by byte).
///
/// Constants: <http://www.isthe.com/chongo/tech/comp/fnv/#FNV-param>.
struct FNV1a: Sendable {
    private(set) var state: UInt32 = 0x811c_9dc5

    mutating func combine(_ unit: UInt16) {
        state = (state ^ UInt32(unit)) &* 0x0100_0193
    }

    mutating func combine(_ text: String) {
        for unit in text.utf16 { combine(unit) }
    }

    /// Combines the digits of `number`, as its decimal text would be.
    mutating func combine(decimal number: UInt32) {
        var divisor: UInt32 = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            combine(UInt16(UInt8(ascii: "0")) + UInt16(number / divisor % 10))
            divisor /= 10
        }
    }
}
