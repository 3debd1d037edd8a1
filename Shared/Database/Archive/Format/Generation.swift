import Cryptography

/// The name of an unbroken series of commits: 64 random bits.
struct Generation: Sendable, Equatable {
    let bits: UInt64

    init(bits: UInt64) { self.bits = bits }

    /// A new one.
    static func random() throws -> Generation {
        Generation(bits: try RandomBytes.generate(count: 8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// `nil` unless it is 16 lowercase hexadecimal digits: a name from outside becomes a part of a path.
    init?(_ text: some StringProtocol) {
        guard text.utf8.count == 16, let bits = UInt64(text, radix: 16) else { return nil }
        self.bits = bits
        guard self.text == text else { return nil }
    }

    var text: String {
        let digits = String(bits, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
