/// Reads a pattern and compiles it as it goes: the stack of open groups is its own, so that no nesting exhausts the thread's.
struct RegexParser {
    typealias PatternError = LinearRegex.PatternError

    /// What `(?ims)` turn on. (`U`, which group of repetitions is greedy, makes no difference to whether a pattern matches.)
    struct Flags: OptionSet {
        let rawValue: Int
        static let ignoresCase = Flags(rawValue: 1)
        static let anchorsAtLines = Flags(rawValue: 2)
        static let dotTakesNewline = Flags(rawValue: 4)
    }

    /// A group whose end has not been read.
    struct Group {
        /// Where it starts in the pattern.
        let start: Int
        let outerFlags: Flags
        var branches: [RegexFragment] = []
        var sequence = RegexFragment()
        /// What a quantifier that follows would repeat.
        var last: RegexFragment?
    }

    var input: RegexScanner
    var flags: Flags
    var sets = RegexSets()
    var groupNames: Set<String> = []
    private var groups: [Group] = []
    private var group: Group
    /// Whether the last thing read was a quantifier.
    private var isAfterQuantifier = false
    /// Of all fragments.
    private var size = 0
    /// How many ranges all sets have that were read.
    private var rangeCount = 0

    init(_ pattern: String, ignoresCase: Bool) {
        input = RegexScanner(pattern)
        flags = ignoresCase ? .ignoresCase : []
        group = Group(start: 0, outerFlags: [])
    }

    /// The whole pattern; ``sets`` has what it takes.
    mutating func parse() throws(PatternError) -> RegexFragment {
        while let scalar = input.next() { try read(scalar) }
        guard groups.isEmpty else { throw PatternError("\"(\" without \")\"", at: group.start) }
        var program = closedGroup()
        program.append(.match)
        return program
    }

    private mutating func read(_ scalar: Unicode.Scalar) throws(PatternError) {
        let start = input.position - 1
        let wasAfterQuantifier = isAfterQuantifier
        isAfterQuantifier = false
        switch scalar {
        case "(": try openGroup(at: start)
        case ")": try closeGroup(at: start)
        case "|":
            endSequence()
            group.branches.append(group.sequence)
            group.sequence = RegexFragment()
            try grow(by: 6)
        case "*", "+", "?", "{":
            guard let bounds = try input.quantifier(scalar) else { return try take(scalar: scalar.value) }
            if wasAfterQuantifier { throw .repeatedQuantifier(input.text(from: start), at: start) }
            try repeatLast(bounds, at: start)
            isAfterQuantifier = true
        case "^": try check(flags.contains(.anchorsAtLines) ? .startOfLine : .startOfText)
        case "$": try check(flags.contains(.anchorsAtLines) ? .endOfLine : .endOfText)
        case ".": try take(flags.contains(.dotTakesNewline) ? .all : CharacterSet.newline.inverted)
        case "[": try take(readClass(at: start))
        case "\\": try readEscape(at: start)
        default: try take(scalar: scalar.value)
        }
    }
}

extension RegexParser {
    mutating func take(scalar: UInt32) throws(PatternError) {
        try take(withCase(CharacterSet([scalar...scalar])))
    }

    mutating func take(_ set: CharacterSet) throws(PatternError) {
        try push(RegexFragment(.take(set: sets.number(of: set))))
    }

    mutating func check(_ assertion: RegexAssertion) throws(PatternError) {
        try push(RegexFragment(.check(assertion)))
    }

    /// The set as it is under the current flags.
    mutating func withCase(_ set: CharacterSet) throws(PatternError) -> CharacterSet {
        let set = flags.contains(.ignoresCase) ? set.ignoringCase : set
        rangeCount += set.ranges.count
        guard rangeCount <= LinearRegex.maximumRangeCount else { throw .tooLarge }
        return set
    }

    private mutating func push(_ fragment: RegexFragment) throws(PatternError) {
        endSequence()
        group.last = fragment
        try grow(by: fragment.size)
    }

    private mutating func endSequence() {
        if let last = group.last { group.sequence.append(last) }
        group.last = nil
    }

    private mutating func grow(by count: Int) throws(PatternError) {
        size += count
        guard size <= LinearRegex.maximumSize else { throw .tooLarge }
    }

    private mutating func repeatLast(_ bounds: RegexScanner.Bounds, at start: Int) throws(PatternError) {
        guard let last = group.last else { throw PatternError("nothing to repeat before \"\(input.text(from: start))\"", at: start) }
        try grow(by: last.sizeIfRepeated(bounds.minimum, atMost: bounds.maximum) - last.size)
        group.last = last.repeated(bounds.minimum, atMost: bounds.maximum)
    }
}

extension RegexParser {
    private mutating func openGroup(at start: Int) throws(PatternError) {
        let outerFlags = flags
        guard try readGroupStart(at: start) else { return }
        guard groups.count < LinearRegex.maximumDepth else {
            throw PatternError("more than \(LinearRegex.maximumDepth) groups inside each other", at: start)
        }
        groups.append(group)
        group = Group(start: start, outerFlags: outerFlags)
    }

    private mutating func closeGroup(at start: Int) throws(PatternError) {
        let fragment = closedGroup()
        guard let outer = groups.popLast() else { throw PatternError("\")\" without \"(\"", at: start) }
        flags = group.outerFlags
        group = outer
        endSequence()
        group.last = fragment
    }

    private mutating func closedGroup() -> RegexFragment {
        endSequence()
        return group.branches.isEmpty ? group.sequence : RegexFragment(anyOf: group.branches + [group.sequence])
    }
}

/// The sets of a pattern, each once.
struct RegexSets {
    private(set) var list: [CharacterSet] = []
    private var numbers: [CharacterSet: Int] = [:]

    mutating func number(of set: CharacterSet) -> Int {
        if let number = numbers[set] { return number }
        numbers[set] = list.count
        list.append(set)
        return list.count - 1
    }
}
