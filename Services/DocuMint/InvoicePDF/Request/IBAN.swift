/// An international bank account number (ISO 13616) whose check digits are right.
struct IBAN: Sendable, Hashable {
    /// Capital letters and digits without spaces, at most 34.
    let text: String

    /// Reads an IBAN in either letter case, with spaces anywhere; `nil` when it is none. The length is not compared with what its country
    /// uses: the check digits find what is missing.
    init?(parsing text: String) {
        guard let text = Modulo97.normalized(text), (15...34).contains(text.utf8.count), Modulo97.isValid(text) else { return nil }
        self.text = text
    }

    /// The first two letters: a code of ISO 3166-1.
    var country: String { String(text.prefix(2)) }

    /// In groups of four, as it is printed.
    var grouped: String { text.grouped(by: 4) }
}

/// A creditor reference (ISO 11649), which begins with `RF`, whose check digits are right.
struct CreditorReference: Sendable, Hashable {
    /// Capital letters and digits without spaces, at most 25.
    let text: String

    /// Reads a reference in either letter case, with spaces anywhere; `nil` when it is none.
    init?(parsing text: String) {
        guard let text = Modulo97.normalized(text), text.hasPrefix("RF"), (5...25).contains(text.utf8.count), Modulo97.isValid(text) else {
            return nil
        }
        self.text = text
    }

    /// In groups of four, as it is printed.
    var grouped: String { text.grouped(by: 4) }
}

/// The check digits of IBAN and ISO 11649 (ISO/IEC 7064, MOD 97-10).
enum Modulo97 {
    /// Capital ASCII letters and digits without spaces; `nil` with any other character.
    static func normalized(_ text: String) -> String? {
        var result: [UInt8] = []
        for byte in text.utf8 where byte != UInt8(ascii: " ") {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(byte)
            case UInt8(ascii: "a")...UInt8(ascii: "z"): result.append(byte - 0x20)
            default: return nil
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether two letters and two digits begin the normalized text, and the digits are right for what follows.
    static func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count > 4, bytes[..<2].allSatisfy({ $0 >= UInt8(ascii: "A") }), bytes[2..<4].allSatisfy({ $0 <= UInt8(ascii: "9") })
        else { return false }
        let remainder = (bytes[4...] + bytes[..<4]).reduce(0) { rest, byte in
            let isDigit = byte <= UInt8(ascii: "9")
            return isDigit ? (rest * 10 + Int(byte - UInt8(ascii: "0"))) % 97 : (rest * 100 + Int(byte - UInt8(ascii: "A")) + 10) % 97
        }
        return remainder == 1
    }
}

extension String {
    /// Groups of ASCII characters with spaces between them, counted from the start.
    func grouped(by size: Int) -> String {
        let bytes = Array(utf8)
        let groups = stride(from: 0, to: bytes.count, by: size).map { bytes[$0..<min($0 + size, bytes.count)] }
        return String(decoding: Array(groups.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
    }
}
