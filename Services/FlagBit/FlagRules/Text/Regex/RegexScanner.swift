/// A pattern, read from left to right.
struct RegexScanner {
    private let scalars: [Unicode.Scalar]
    /// The index of the next character.
    private(set) var position = 0
    /// What does not come any more. To look for it again and again would take quadratic time.
    private var absent: Set<String> = []

    init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    var count: Int { scalars.count }

    mutating func next() -> Unicode.Scalar? {
        guard position < scalars.count else { return nil }
        position += 1
        return scalars[position - 1]
    }

    /// The character that is `distance` after the next one.
    func peek(_ distance: Int = 0) -> Unicode.Scalar? {
        position + distance < scalars.count ? scalars[position + distance] : nil
    }

    @discardableResult
    mutating func skip(_ text: String) -> Bool {
        let wanted = text.unicodeScalars
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    /// What is there up to `text`, which is skipped, too; nil if it does not come.
    mutating func skip(through text: String) -> String? {
        guard !absent.contains(text) else { return nil }
        let start = position
        while position < scalars.count {
            let end = position
            if skip(text) { return self.text(start..<end) }
            position += 1
        }
        position = start
        absent.insert(text)
        return nil
    }

    /// The pattern from an index up to the next character, shortened to be quoted in a message.
    func text(from start: Int) -> String {
        position - start <= 40 ? text(start..<position) : text(start..<start + 40) + "…"
    }

    private func text(_ indices: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[indices]))
    }
}

extension RegexScanner {
    /// How often a quantifier repeats.
    struct Bounds {
        let minimum: Int
        /// Nil means without end.
        let maximum: Int?
    }

    /// The quantifier that starts with a character just read; nil if a `{` starts none, which then stands for itself.
    mutating func quantifier(_ first: Unicode.Scalar) throws(LinearRegex.PatternError) -> Bounds? {
        let start = position - 1
        let bounds: Bounds
        switch first {
        case "*": bounds = Bounds(minimum: 0, maximum: nil)
        case "+": bounds = Bounds(minimum: 1, maximum: nil)
        case "?": bounds = Bounds(minimum: 0, maximum: 1)
        default:
            guard let braced = braces() else {
                position = start + 1
                return nil
            }
            let isValid = max(braced.minimum, braced.maximum ?? 0) <= 1000 && braced.minimum <= braced.maximum ?? .max
            guard isValid else {
                throw LinearRegex.PatternError("\"\(text(from: start))\" must count from less to more and to at most 1000", at: start)
            }
            bounds = braced
        }
        // Whether as many or as few as possible makes no difference to whether there is a match.
        skip("?")
        return bounds
    }

    private mutating func braces() -> Bounds? {
        guard let minimum = number() else { return nil }
        if skip("}") { return Bounds(minimum: minimum, maximum: minimum) }
        guard skip(",") else { return nil }
        if skip("}") { return Bounds(minimum: minimum, maximum: nil) }
        guard let maximum = number(), skip("}") else { return nil }
        return Bounds(minimum: minimum, maximum: maximum)
    }

    /// A number without leading zeros; all that are too large are alike.
    private mutating func number() -> Int? {
        let start = position
        var number = 0
        while let digit = peek().flatMap({ Int(digit: $0, radix: 10) }) {
            number = min(number * 10 + digit, 1_000_000)
            position += 1
        }
        let hasLeadingZero = position - start > 1 && scalars[start] == "0"
        return position == start || hasLeadingZero ? nil : number
    }
}

extension Int {
    /// The value of a digit, nil for other characters.
    init?(digit: Unicode.Scalar, radix: Int) {
        let value: UInt32
        switch digit {
        case "0"..."9": value = digit.value - 0x30
        case "A"..."F": value = digit.value - 0x41 + 10
        case "a"..."f": value = digit.value - 0x61 + 10
        default: return nil
        }
        guard value < radix else { return nil }
        self = Int(value)
    }
}
