import Synchronization

/// Makes request ids: 15 characters of lowercase Crockford base 32, of which the first 8 are random per process and the other 7 count.
///
/// 15 bytes is what a Swift string holds without an allocation. 35 bits of counter last for 34 billion requests.
enum RequestID {
    private static let alphabet: StaticString = "0123456789abcdefghjkmnpqrstvwxyz"
    private static let processPart = UInt64.random(in: 0..<(1 << 40))
    private static let counter = Atomic<UInt64>(0)

    /// An id that no other request of any process has, as far as 40 random bits can promise.
    static func next() -> String {
        let count = counter.wrappingAdd(1, ordering: .relaxed).newValue
        let processPart = processPart
        return String(unsafeUninitializedCapacity: 15) { buffer in
            for position in 0..<8 { buffer[position] = digit(processPart >> (35 - 5 * UInt64(position))) }
            for position in 0..<7 { buffer[8 + position] = digit(count >> (30 - 5 * UInt64(position))) }
            return 15
        }
    }

    /// Whether an id from outside may be taken over: 1–128 of `A-Z a-z 0-9 . _ -`.
    static func isAcceptable(_ id: String) -> Bool {
        (1...128).contains(id.utf8.count) && id.utf8.allSatisfy(isAcceptable)
    }

    private static func isAcceptable(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func digit(_ value: UInt64) -> UInt8 {
        alphabet.utf8Start[Int(value & 31)]
    }
}
