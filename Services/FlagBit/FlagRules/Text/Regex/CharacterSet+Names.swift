extension CharacterSet {
    /// A set of the characters between each two of `bounds`.
    private init(_ bounds: String) {
        let values = bounds.unicodeScalars.map(\.value)
        self.init(stride(from: 0, to: values.count, by: 2).map { values[$0]...values[$0 + 1] })
    }

    static let newline = CharacterSet("\n\n")
    static let digits = CharacterSet("09")
    static let word = CharacterSet("09AZaz__")
    static let space = CharacterSet("\t\n\u{C}\r  ")

    /// The set that `\d`, `\s` or `\w` names: ASCII only, and without the vertical tab, as in RE2.
    init?(perl letter: Unicode.Scalar) {
        switch letter {
        case "d": self = .digits
        case "s": self = .space
        case "w": self = .word
        default: return nil
        }
    }

    /// The set that `[:name:]` names, ASCII only.
    init?(posix name: String) {
        switch name {
        case "alnum": self.init("09AZaz")
        case "alpha": self.init("AZaz")
        case "ascii": self.init("\0\u{7F}")
        case "blank": self.init("\t\t  ")
        case "cntrl": self.init("\0\u{1F}\u{7F}\u{7F}")
        case "digit": self.init("09")
        case "graph": self.init("!~")
        case "lower": self.init("az")
        case "print": self.init(" ~")
        case "punct": self.init("!/:@[`{~")
        case "space": self.init("\t\r  ")
        case "upper": self.init("AZ")
        case "word": self = .word
        case "xdigit": self.init("09AFaf")
        default: return nil
        }
    }
}
