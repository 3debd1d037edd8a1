/// The reference of a Swiss QR-bill (type QRR): 27 digits, the last of which checks the others.
struct QRReference: Sendable, Hashable {
    /// 27 digits.
    let text: String

    /// Reads a reference with spaces anywhere; `nil` when it is none.
    init?(parsing text: String) {
        let digits = text.utf8.filter { $0 != UInt8(ascii: " ") }
        guard digits.count == 27, digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
        // The Swiss "modulo 10, recursive" (Implementation Guidelines v2.3, annex B).
        let carry = digits.dropLast().reduce(0) { Self.carries[($0 + Int($1 - UInt8(ascii: "0"))) % 10] }
        guard Int(digits[26] - UInt8(ascii: "0")) == (10 - carry) % 10 else { return nil }
        self.text = String(decoding: digits, as: UTF8.self)
    }

    private static let carries = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5]

    /// Two digits and five groups of five, as it is printed.
    var grouped: String { "\(text.prefix(2)) \(String(text.dropFirst(2)).grouped(by: 5))" }
}
