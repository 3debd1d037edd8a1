/// FNV-1a with 128 bits (RFC 9923 §5), which takes in eight bytes at a time where there are as many: tells documents apart, is the
/// same in every process, and guards nothing.
struct StableHash {
    private var state: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D

    mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytes in
            let wordsEnd = bytes.count & ~7
            for offset in stride(from: 0, to: wordsEnd, by: 8) {
                add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            }
            for byte in bytes[wordsEnd...] { add(UInt64(byte)) }
        }
    }

    private mutating func add(_ word: UInt64) {
        state = (state ^ UInt128(word)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
    }

    /// 32 digits.
    var hexadecimal: String {
        let digits = String(state, radix: 16, uppercase: true)
        return String(repeating: "0", count: 32 - digits.utf8.count) + digits
    }

    /// Six capital letters, as names of font subsets begin (ISO 32000-1 §9.6.4).
    var letters: String {
        var rest = state
        let letters = (0..<6).map { _ in
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 26)
            rest = quotient
            return UInt8(ascii: "A") + UInt8(remainder)
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
