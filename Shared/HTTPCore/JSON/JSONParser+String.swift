extension JSONParser {
    /// Reads the string whose opening quote is at the position (RFC 8259 §7).
    mutating func string(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> String {
        let start = position
        position += 1
        let run = skipRun(bytes)
        guard position < bytes.count && bytes[position] == UInt8(ascii: "\"") else {
            return try escapedString(from: start, bytes)
        }
        position += 1
        // ASCII needs no check, and the general way is several times slower for the short names and words that JSON is made of.
        if run.isASCII { return bytes.extracting(run.range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
        return try text(bytes.extracting(run.range), from: start, bytes)
    }

    /// Reads the string again from its opening quote, now that it is known to be more than one run.
    private mutating func escapedString(from start: Int, _ bytes: Span<UInt8>) throws(JSONSyntaxError) -> String {
        position = start + 1
        var utf8: [UInt8] = []
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return try text(utf8.span, from: start, bytes)
            case UInt8(ascii: "\\"):
                UTF8.encode(try escape(bytes)) { utf8.append($0) }
            case 0..<0x20:
                throw JSONSyntaxError(.unescapedControlCharacter(Unicode.Scalar(bytes[position])), at: position, in: bytes)
            default:
                let run = skipRun(bytes)
                let piece = bytes.extracting(run.range)
                if !run.isASCII { _ = try validated(piece, at: run.range.lowerBound, bytes) }
                piece.withUnsafeBufferPointer { utf8.append(contentsOf: $0) }
            }
        }
        throw unexpected(bytes, expected: "the closing quote of a string")
    }

    /// Goes to the next quote, backslash or control character, or to the end.
    private mutating func skipRun(_ bytes: Span<UInt8>) -> (range: Range<Int>, isASCII: Bool) {
        let start = position
        var combined: UInt8 = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            combined |= byte
            position += 1
        }
        return (start..<position, combined < 0x80)
    }

    /// The contents of a string as text.
    private func text(_ utf8: Span<UInt8>, from start: Int, _ bytes: Span<UInt8>) throws(JSONSyntaxError) -> String {
        let text = try validated(utf8, at: start + 1, bytes)
        if CombiningMarks.exceedLimit(in: utf8) { throw JSONSyntaxError(.tooManyCombiningMarks, at: start, in: bytes) }
        return text
    }

    private func validated(_ utf8: Span<UInt8>, at offset: Int, _ bytes: Span<UInt8>) throws(JSONSyntaxError) -> String {
        do throws(UTF8.ValidationError) {
            return String(copying: try UTF8Span(validating: utf8))
        } catch {
            throw JSONSyntaxError(.invalidUTF8, at: offset + error.byteOffsets.lowerBound, in: bytes)
        }
    }

    // MARK: Escapes

    /// Reads the escape whose backslash is at the position.
    private mutating func escape(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> Unicode.Scalar {
        let start = position
        position += 1
        guard position < bytes.count else { throw unexpected(bytes, expected: "the rest of an escape") }
        let letter = bytes[position]
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(from: start, bytes)
        default: throw JSONSyntaxError(.invalidEscape, at: start, in: bytes)
        }
    }

    /// Reads the digits of a `\u` escape, and those of its second half if it is the first half of a surrogate pair.
    private mutating func unicodeEscape(from start: Int, _ bytes: Span<UInt8>) throws(JSONSyntaxError) -> Unicode.Scalar {
        let unit = try fourDigits(bytes)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        let isPair =
            UTF16.isLeadSurrogate(UInt16(unit)) && position + 1 < bytes.count
            && bytes[position] == UInt8(ascii: "\\") && bytes[position + 1] == UInt8(ascii: "u")
        guard isPair else { throw JSONSyntaxError(.loneSurrogate, at: start, in: bytes) }
        position += 2
        let second = try fourDigits(bytes)
        guard UTF16.isTrailSurrogate(UInt16(second)), let scalar = Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + second & 0x3FF)
        else { throw JSONSyntaxError(.loneSurrogate, at: start, in: bytes) }
        return scalar
    }

    private mutating func fourDigits(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard position < bytes.count, let digit = Self.hexadecimalValue(of: bytes[position]) else {
                throw unexpected(bytes, expected: "four hexadecimal digits")
            }
            value = value << 4 | digit
            position += 1
        }
        return value
    }

    private static func hexadecimalValue(of byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
