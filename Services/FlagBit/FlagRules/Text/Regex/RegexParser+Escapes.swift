extension RegexParser {
    /// Reads what follows a `\` outside of brackets.
    mutating func readEscape(at start: Int) throws(PatternError) {
        switch input.peek() {
        case "b": try checkAfterLetter(.wordBoundary)
        case "B": try checkAfterLetter(.notWordBoundary)
        case "A": try checkAfterLetter(.startOfText)
        case "z": try checkAfterLetter(.endOfText)
        case "Q":
            input.skip("Q")
            // Without an end it quotes everything that follows.
            while input.peek() != nil, !input.skip("\\E") {
                if let scalar = input.next() { try take(scalar: scalar.value) }
            }
        default:
            if let set = try readNamedSet(at: start) { try take(set) } else { try take(scalar: readEscapedScalar(at: start)) }
        }
    }

    private mutating func checkAfterLetter(_ assertion: RegexAssertion) throws(PatternError) {
        _ = input.next()
        try check(assertion)
    }

    /// The set that an escape names (`\d`, `\W`, `\pL`, `\p{^Lu}`) after its `\`; nil, and nothing read, if it names none.
    mutating func readNamedSet(at start: Int) throws(PatternError) -> CharacterSet? {
        guard let letter = input.peek() else { return nil }
        if letter == "p" || letter == "P" {
            _ = input.next()
            return try readCategory(isInverted: letter == "P", at: start)
        }
        guard let lowercase = Unicode.Scalar(letter.value | 0x20), let set = CharacterSet(perl: lowercase) else { return nil }
        _ = input.next()
        let cased = try withCase(set)
        return letter == lowercase ? cased : cased.inverted
    }

    private mutating func readCategory(isInverted: Bool, at start: Int) throws(PatternError) -> CharacterSet {
        var name = ""
        if input.skip("{") {
            guard let braced = input.skip(through: "}") else {
                throw PatternError("\"\(input.text(from: start))\" without \"}\"", at: start)
            }
            name = braced
        } else if let letter = input.next() {
            name.unicodeScalars.append(letter)
        }
        let hasCaret = name.unicodeScalars.first == "^"
        if hasCaret { name.unicodeScalars.removeFirst() }
        guard let set = CharacterSet(category: name) else {
            let known = "only general categories like L, Lu or Nd are known, no scripts"
            throw PatternError("\"\(input.text(from: start))\" names nothing here (\(known))", at: start)
        }
        let cased = try withCase(set)
        return isInverted == hasCaret ? cased : cased.inverted
    }

    /// The one scalar that an escape stands for, read after its `\`.
    mutating func readEscapedScalar(at start: Int) throws(PatternError) -> UInt32 {
        guard let letter = input.next() else { throw PatternError("\"\\\" with nothing after it", at: start) }
        switch letter {
        case "a": return 0x07
        case "f": return 0x0C
        case "n": return 0x0A
        case "r": return 0x0D
        case "t": return 0x09
        case "v": return 0x0B
        case "x": return try readHexadecimal(at: start)
        case "0"..."7": return try readOctal(first: letter, at: start)
        case "8", "9", "k", "g": throw .unsupported("a backreference", input.text(from: start), at: start)
        case "A"..."Z", "a"..."z", "\u{80}"...: throw PatternError("\"\(input.text(from: start))\" is no known escape", at: start)
        default: return letter.value
        }
    }

    /// A number of up to three octal digits. A single one is a backreference, except 0.
    private mutating func readOctal(first: Unicode.Scalar, at start: Int) throws(PatternError) -> UInt32 {
        var value = first.value & 7
        var count = 1
        while count < 3, let next = input.peek(), ("0"..."7").contains(next) {
            _ = input.next()
            value = value << 3 | next.value & 7
            count += 1
        }
        if count == 1, value > 0 { throw .unsupported("a backreference", input.text(from: start), at: start) }
        return value
    }

    /// Two hexadecimal digits, or any number of them in braces.
    private mutating func readHexadecimal(at start: Int) throws(PatternError) -> UInt32 {
        let braced = input.skip("{")
        var value = 0
        var count = 0
        while braced || count < 2, let digit = input.peek().flatMap({ Int(digit: $0, radix: 16) }) {
            _ = input.next()
            value = min(value << 4 | digit, 0x110000)
            count += 1
        }
        guard braced ? count > 0 && input.skip("}") : count == 2 else {
            throw PatternError("\"\(input.text(from: start))\" needs two hexadecimal digits, or some in braces", at: start)
        }
        guard value < 0x110000 else { throw PatternError("\"\(input.text(from: start))\" is above 10FFFF", at: start) }
        return UInt32(value)
    }
}
