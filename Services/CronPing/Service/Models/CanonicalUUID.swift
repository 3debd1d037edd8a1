/// A UUID in its canonical form (RFC 9562 §4, lower case): the token in a ping URL, as healthchecks' clients expect it, or the id of a run.
struct CanonicalUUID: Sendable, Hashable {
    let text: String

    /// Reads 36 characters in either case; `nil` for anything else.
    init?(_ text: String) {
        guard text.utf8.count == 36 else { return nil }
        var isValid = true
        self.text = String(unsafeUninitializedCapacity: 36) { buffer in
            for (position, byte) in text.utf8.enumerated() {
                buffer[position] = byte
                switch byte {
                case UInt8(ascii: "-") where Self.hyphens.contains(position): break
                case _ where Self.hyphens.contains(position): isValid = false
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): break
                case UInt8(ascii: "A")...UInt8(ascii: "F"): buffer[position] = byte | 0x20
                default: isValid = false
                }
            }
            // Nothing that is not ASCII may become part of a string.
            return isValid ? 36 : 0
        }
        guard isValid else { return nil }
    }

    /// 122 random bits from the system's secure source, as a UUID of version 4 (RFC 9562 §5.4).
    static func random() -> CanonicalUUID {
        let version: UInt128 = 0x4000 << 64
        let variant: UInt128 = 0x8000 << 48
        let bits = UInt128.random(in: 0...UInt128.max) & ~(0xF000 << 64) & ~(0xC000 << 48) | version | variant
        return CanonicalUUID(bits)
    }

    private init(_ bits: UInt128) {
        var digits = String(bits, radix: 16)
        digits = String(repeating: "0", count: 32 - digits.count) + digits
        var text = ""
        for (position, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(position) { text.append("-") }
            text.append(digit)
        }
        self.text = text
    }

    private static let hyphens = [8, 13, 18, 23]
}
