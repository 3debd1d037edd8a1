/// A condition on a place in the text, which takes no scalar.
enum RegexAssertion: Sendable {
    case startOfText, endOfText, startOfLine, endOfLine, wordBoundary, notWordBoundary

    /// Whether it holds between two neighbours.
    func holds(after previous: RegexNeighbour, before next: RegexNeighbour) -> Bool {
        switch self {
        case .startOfText: previous.contains(.edge)
        case .endOfText: next.contains(.edge)
        case .startOfLine: !previous.isDisjoint(with: [.edge, .newline])
        case .endOfLine: !next.isDisjoint(with: [.edge, .newline])
        case .wordBoundary: previous.contains(.word) != next.contains(.word)
        case .notWordBoundary: previous.contains(.word) == next.contains(.word)
        }
    }

    /// What it has to know about its neighbours.
    var concern: RegexNeighbour {
        switch self {
        case .startOfText, .endOfText: .edge
        case .startOfLine, .endOfLine: [.edge, .newline]
        case .wordBoundary, .notWordBoundary: .word
        }
    }
}

/// What is beside a place in the text, as far as assertions ask. Empty for a scalar that none of them asks for.
struct RegexNeighbour: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    /// Nothing: the text starts or ends here.
    static let edge = RegexNeighbour(rawValue: 1)
    static let newline = RegexNeighbour(rawValue: 2)
    /// One of `A-Z a-z 0-9 _`.
    static let word = RegexNeighbour(rawValue: 4)
}
