extension RegexParser {
    /// Reads what follows a `(`, and sets the flags; false if it was only flags, `(?i)`, and no group starts.
    mutating func readGroupStart(at start: Int) throws(PatternError) -> Bool {
        guard input.skip("?") else { return true }
        if let construct = input.unsupportedGroup() {
            throw .unsupported(construct, input.text(from: start), at: start)
        }
        if input.skip("P<") || input.skip("<") {
            try readName(at: start)
            return true
        }
        return try readFlags(at: start)
    }

    private mutating func readName(at start: Int) throws(PatternError) {
        guard let name = input.skip(through: ">") else { throw PatternError("a group's name without \">\"", at: start) }
        guard !name.isEmpty, name.unicodeScalars.allSatisfy(\.canBeInName) else {
            throw PatternError("\"\(name)\" cannot be the name of a group", at: start)
        }
        guard groupNames.insert(name).inserted else { throw PatternError("a second group named \"\(name)\"", at: start) }
    }

    private mutating func readFlags(at start: Int) throws(PatternError) -> Bool {
        var isTurnedOff = false
        var isFlagMissing = false
        while let scalar = input.next() {
            let flag: Flags
            switch scalar {
            case "i": flag = .ignoresCase
            case "m": flag = .anchorsAtLines
            case "s": flag = .dotTakesNewline
            case "U": flag = []
            case "-" where !isTurnedOff:
                isTurnedOff = true
                isFlagMissing = true
                continue
            case ":" where !isFlagMissing: return true
            case ")" where !isFlagMissing: return false
            default: throw PatternError("\"\(input.text(from: start))\" starts nothing known here", at: start)
            }
            isFlagMissing = false
            if isTurnedOff { flags.subtract(flag) } else { flags.formUnion(flag) }
        }
        throw PatternError("\"\(input.text(from: start))\" does not end", at: start)
    }
}

extension RegexScanner {
    /// The name of the construct that starts after `(?`, if it is one that cannot be matched in linear time, or that is of no use here.
    fileprivate mutating func unsupportedGroup() -> String? {
        for (beginning, construct) in Self.unsupportedGroups where skip(beginning) { return construct }
        if let digit = peek(), Int(digit: digit, radix: 10) != nil {
            _ = next()
            return "recursion"
        }
        return nil
    }

    private static let unsupportedGroups = [
        ("=", "lookahead"), ("!", "lookahead"), ("<=", "lookbehind"), ("<!", "lookbehind"), (">", "an atomic group"),
        ("P=", "a backreference"), ("P>", "recursion"), ("R", "recursion"), ("&", "recursion"), ("(", "a conditional"),
    ]
}

extension Unicode.Scalar {
    fileprivate var canBeInName: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
            .decimalNumber, .letterNumber, .connectorPunctuation:
            true
        default: false
        }
    }
}
