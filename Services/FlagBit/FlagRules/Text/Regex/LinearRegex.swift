/// A regular expression in RE2's syntax that is matched in time linear in the text, whatever the pattern.
///
/// It knows literals, `.`, classes (`[a-z]`, `[^a]`, `[[:alpha:]]`, `\d \D \s \S \w \W` for ASCII, `\pL` and `\p{Lu}` for Unicode's general
/// categories), `\b \B ^ $ \A \z`, groups (`(…)`, `(?:…)`, `(?P<name>…)`, `(?<name>…)`), `|`, `* + ? {n} {n,} {n,m}` with n and m up to 1000,
/// each also lazy (`*?`), the flags `(?imsU)` and `(?i:…)`, the escapes `\t \n \r \f \v \a \xHH \x{H…} \ooo` and `\Q…\E`. `.` takes all but
/// a newline, `$` is the very end of the text; `(?s)` and `(?m)` change that. Case is ignored by simple case folding.
/// Source: <https://github.com/google/re2/wiki/Syntax>.
///
/// Backreferences, lookaround, atomic groups, possessive quantifiers and recursion are refused, because they cannot be matched in linear time.
/// So are scripts (`\p{Greek}`).
///
/// A pattern has at most ``maximumLength`` bytes, and a size of at most ``maximumSize``. With that, the worst pattern takes about
/// 10 ms for a text of 4096 bytes; common ones take well under a microsecond for 30 bytes.
public struct LinearRegex: Sendable {
    /// Why a pattern cannot be used.
    public struct PatternError: Error, Sendable, Equatable {
        /// What is wrong, as a clause without a full stop: `")" without "(" at character 3`.
        public let message: String
    }

    /// The longest pattern, in bytes of UTF-8.
    public static let maximumLength = 4096
    /// How large a pattern may be, in units of the time that it may take: a character or class is 1, an assertion, `?` or `+` 3, `*` or `|` 6,
    /// and `{n}` multiplies what it repeats; each repetition that may be left out is one `?` more.
    public static let maximumSize = 1600
    /// How many groups may be open at once.
    public static let maximumDepth = 250
    /// How many ranges of characters the characters and classes of a pattern may have together: `[a-z_]` has two, `\pL` some 650.
    public static let maximumRangeCount = 20_000

    let matcher: Matcher

    enum Matcher: Sendable {
        case table(RegexTable)
        case program(RegexProgram)
    }

    /// Prepares a pattern.
    ///
    /// - Parameter ignoresCase: whether it starts as if with `(?i)`.
    public init(_ pattern: String, ignoresCase: Bool = false) throws(PatternError) {
        let program = try RegexProgram(pattern, ignoresCase: ignoresCase)
        matcher = if let table = RegexTable(program) { .table(table) } else { .program(program) }
    }

    /// Whether the pattern matches somewhere in the text.
    public func matches(_ text: String) -> Bool {
        switch matcher {
        case .table(let table): table.matches(text)
        case .program(let program): program.matches(text)
        }
    }
}

extension LinearRegex.PatternError {
    /// - Parameter index: of the character, from 0.
    init(_ problem: String, at index: Int) {
        self.init(message: "\(problem) at character \(index + 1)")
    }

    static func unsupported(_ construct: String, _ text: String, at index: Int) -> Self {
        Self("\(construct), which is not supported because matching must be linear, \"\(text)\"", at: index)
    }

    static func repeatedQuantifier(_ text: String, at index: Int) -> Self {
        text == "+" ? unsupported("a possessive quantifier", text, at: index) : Self("\"\(text)\" after another quantifier", at: index)
    }

    static let tooLarge = Self(
        message:
            "it is too large: with each repetition written out, it may have \(LinearRegex.maximumSize) characters (fewer with *, ?, | or "
            + "assertions) and \(LinearRegex.maximumRangeCount) ranges of characters"
    )
}
