/// Cuts the bytes of a PDF, or of a content stream, into tokens (ISO 32000-1 §7.2, §7.3). It accepts whatever it is given: every call
/// moves forward, or has reached the end.
struct PDFLexer {
    enum Token {
        case value(PDFValue)
        case arrayStart
        case arrayEnd
        case dictionaryStart
        case dictionaryEnd
        case keyword(String)
        case end
    }

    let bytes: [UInt8]
    private(set) var position: Int
    let end: Int
    /// Whether a hexadecimal string had an odd number of digits or other characters (PDF/A forbids both).
    private(set) var hasBadHexadecimal = false

    init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil) {
        self.bytes = bytes
        self.end = min(end ?? bytes.count, bytes.count)
        position = min(max(start, 0), self.end)
    }

    mutating func move(to place: Int) {
        position = min(max(place, position), end)
    }

    mutating func next() -> Token {
        skipSpace()
        guard let byte = peek() else { return .end }
        switch byte {
        case UInt8(ascii: "/"): return .value(.name(name()))
        case UInt8(ascii: "("): return .value(.string(literal()))
        case UInt8(ascii: "<"):
            position += 1
            guard peek() == UInt8(ascii: "<") else { return .value(.string(hexadecimal())) }
            position += 1
            return .dictionaryStart
        case UInt8(ascii: ">"):
            position += 1
            if peek() == UInt8(ascii: ">") { position += 1 }
            return .dictionaryEnd
        case UInt8(ascii: "["):
            position += 1
            return .arrayStart
        case UInt8(ascii: "]"):
            position += 1
            return .arrayEnd
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"):
            position += 1
            return .keyword(String(Unicode.Scalar(byte)))
        default:
            return word()
        }
    }

    private func peek() -> UInt8? { position < end ? bytes[position] : nil }

    mutating func skipSpace() {
        while let byte = peek() {
            if byte == UInt8(ascii: "%") {
                while let byte = peek(), byte != 0x0A, byte != 0x0D { position += 1 }
            } else if byte.isPDFSpace {
                position += 1
            } else {
                return
            }
        }
    }

    private mutating func name() -> String {
        position += 1
        var result: [UInt8] = []
        while let byte = peek(), byte.isPDFRegular {
            if byte == UInt8(ascii: "#"), position + 2 < end, let high = bytes[position + 1].hexadecimalDigit,
                let low = bytes[position + 2].hexadecimalDigit
            {
                result.append(high << 4 | low)
                position += 3
            } else {
                result.append(byte)
                position += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private mutating func hexadecimal() -> [UInt8] {
        var result: [UInt8] = []
        var high: UInt8?
        while let byte = peek() {
            position += 1
            if byte == UInt8(ascii: ">") { break }
            guard let digit = byte.hexadecimalDigit else {
                if !byte.isPDFSpace { hasBadHexadecimal = true }
                continue
            }
            if let first = high {
                result.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        if let high {
            hasBadHexadecimal = true
            result.append(high << 4)
        }
        return result
    }

    private mutating func literal() -> [UInt8] {
        position += 1
        var result: [UInt8] = []
        var depth = 1
        while let byte = peek() {
            position += 1
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return result }
            case UInt8(ascii: "\\"):
                if let escaped = escape() { result.append(escaped) }
                continue
            default: break
            }
            result.append(byte)
        }
        return result
    }

    /// What stands after a backslash; `nil` for an escaped end of line.
    private mutating func escape() -> UInt8? {
        guard let byte = peek() else { return nil }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case 0x0D:
            if peek() == 0x0A { position += 1 }
            return nil
        case 0x0A: return nil
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var value = UInt(byte - UInt8(ascii: "0"))
            for _ in 0..<2 {
                guard let digit = peek(), (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else { break }
                value = value << 3 | UInt(digit - UInt8(ascii: "0"))
                position += 1
            }
            return UInt8(truncatingIfNeeded: value)
        default: return byte
        }
    }

    private mutating func word() -> Token {
        let start = position
        while let byte = peek(), byte.isPDFRegular { position += 1 }
        let word = bytes[start..<position]
        if let number = PDFValue(number: word) { return .value(number) }
        switch String(decoding: word, as: UTF8.self) {
        case "true": return .value(.boolean(true))
        case "false": return .value(.boolean(false))
        case "null": return .value(.null)
        case let keyword: return .keyword(keyword)
        }
    }
}

extension PDFValue {
    /// A number as PDF writes it (§7.3.3): `12`, `-.5`, `4.`; `nil` for anything else. Whole numbers beyond 64 bits become reals.
    init?(number bytes: ArraySlice<UInt8>) {
        guard let first = bytes.first, bytes.count <= 64 else { return nil }
        let isNegative = first == UInt8(ascii: "-")
        let digits = isNegative || first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes
        var value = 0.0
        var divisor = 1.0
        var isReal = false
        var count = 0
        for byte in digits {
            if byte == UInt8(ascii: "."), !isReal {
                isReal = true
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Double(byte - UInt8(ascii: "0"))
            if isReal { divisor *= 10 }
            count += 1
        }
        guard count > 0 else { return nil }
        let signed = isNegative ? -value / divisor : value / divisor
        if !isReal, value < 9_007_199_254_740_992 {
            self = .integer(Int(signed))
        } else {
            self = .real(signed)
        }
    }
}

extension UInt8 {
    /// White space of PDF (§7.2.2).
    var isPDFSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 || self == 0x0C || self == 0x00 }

    /// Neither white space nor a delimiter (§7.2.2).
    var isPDFRegular: Bool {
        switch self {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            false
        default: !isPDFSpace
        }
    }

    var hexadecimalDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
