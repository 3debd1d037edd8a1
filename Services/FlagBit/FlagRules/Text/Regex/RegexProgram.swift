/// A compiled pattern: Thompson's nondeterministic automaton, its states numbered as its instructions are.
final class RegexProgram: Sendable {
    let instructions: [RegexInstruction]
    let alphabet: RegexAlphabet
    /// By symbol: what assertions beside it see.
    let neighbours: [RegexNeighbour]
    /// What the assertions ask for.
    let concern: RegexNeighbour
    /// The states that go on without taking anything.
    let passers: RegexBits
    /// The states that take a symbol, as many words for each symbol as ``passers`` has.
    let takers: [UInt64]
    /// Whether a match can only start where the text does.
    let isAnchored: Bool

    init(_ pattern: String, ignoresCase: Bool) throws(LinearRegex.PatternError) {
        guard pattern.utf8.count <= LinearRegex.maximumLength else {
            throw LinearRegex.PatternError(message: "it is longer than \(LinearRegex.maximumLength) bytes")
        }
        var parser = RegexParser(pattern, ignoresCase: ignoresCase)
        instructions = try parser.parse().instructions
        let sets = parser.sets.list

        var concern = RegexNeighbour()
        var passers = RegexBits(count: instructions.count)
        var takersBySet = [RegexBits](repeating: passers, count: sets.count)
        for (state, instruction) in instructions.enumerated() {
            if case .take(let set) = instruction { takersBySet[set].insert(state) } else { passers.insert(state) }
            if case .check(let assertion) = instruction { concern.formUnion(assertion.concern) }
        }
        // The alphabet has to tell apart what assertions ask for, too.
        alphabet = RegexAlphabet(sets + (concern.contains(.newline) ? [.newline] : []) + (concern.contains(.word) ? [.word] : []))
        neighbours = alphabet.examples.map { example in
            var neighbour = RegexNeighbour()
            if CharacterSet.newline.contains(example) { neighbour.insert(.newline) }
            if CharacterSet.word.contains(example) { neighbour.insert(.word) }
            return neighbour.intersection(concern)
        }
        let wordCount = passers.words.count
        var takers = [UInt64](repeating: 0, count: alphabet.count * wordCount)
        for (symbol, memberships) in alphabet.memberships.enumerated() {
            memberships.forEach { set in
                guard set < sets.count else { return }
                for word in 0..<wordCount { takers[symbol * wordCount + word] |= takersBySet[set].words[word] }
            }
        }
        self.concern = concern
        self.passers = passers
        self.takers = takers
        if case .check(.startOfText)? = instructions.first { isAnchored = true } else { isAnchored = false }
    }
}

extension RegexProgram {
    func matches(_ text: String) -> Bool {
        var states = RegexStates(of: self)
        var previous = RegexNeighbour.edge
        for scalar in text.unicodeScalars {
            let symbol = alphabet.symbol(of: scalar)
            let next = neighbours[symbol]
            if states.pass(self, after: previous, before: next) { return true }
            guard states.take(symbol, self) else { return false }
            previous = next
        }
        return states.pass(self, after: previous, before: .edge)
    }
}
