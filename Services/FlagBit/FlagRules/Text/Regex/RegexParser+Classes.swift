extension RegexParser {
    /// Reads what follows a `[`, up to its `]`.
    mutating func readClass(at start: Int) throws(PatternError) -> CharacterSet {
        let isInverted = input.skip("^")
        var ranges: [ClosedRange<UInt32>] = []
        // A bracket that comes first stands for itself.
        var isFirst = true
        while isFirst || !input.skip("]") {
            isFirst = false
            guard input.peek() != nil else { throw PatternError("\"[\" without \"]\"", at: start) }
            ranges += try readMember().ranges
        }
        let set = CharacterSet(ranges)
        return isInverted ? set.inverted : set
    }

    /// A named set, a character or a range.
    private mutating func readMember() throws(PatternError) -> CharacterSet {
        let start = input.position
        if let set = try readPOSIXSet() { return set }
        var scanner = input
        if scanner.skip("\\") {
            swap(&scanner, &input)
            if let set = try readNamedSet(at: start) { return set }
            input = scanner
        }
        let first = try readMemberScalar()
        guard input.peek() == "-", let next = input.peek(1), next != "]" else { return try withCase(CharacterSet([first...first])) }
        input.skip("-")
        let last = try readMemberScalar()
        guard first <= last else { throw PatternError("\"\(input.text(from: start))\" is a range that ends before it starts", at: start) }
        return try withCase(CharacterSet([first...last]))
    }

    /// `[:name:]` or `[:^name:]`; nil, and nothing read, if no such thing starts here.
    private mutating func readPOSIXSet() throws(PatternError) -> CharacterSet? {
        let start = input.position
        var scanner = input
        guard scanner.skip("[:"), let text = scanner.skip(through: ":]") else { return nil }
        input = scanner
        let name = text.hasPrefix("^") ? String(text.dropFirst()) : text
        guard let set = CharacterSet(posix: name) else { throw PatternError("\"\(input.text(from: start))\" names no class", at: start) }
        let cased = try withCase(set)
        return name == text ? cased : cased.inverted
    }

    private mutating func readMemberScalar() throws(PatternError) -> UInt32 {
        let start = input.position
        guard let scalar = input.next() else { return 0 }
        return scalar == "\\" ? try readEscapedScalar(at: start) : scalar.value
    }
}
