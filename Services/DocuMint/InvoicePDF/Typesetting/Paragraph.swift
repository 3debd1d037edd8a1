/// Text between two line ends: its visible characters, their direction, and where lines may end in it.
struct Paragraph: Sendable {
    /// Without direction marks and characters that only say where to break.
    private(set) var scalars: [Unicode.Scalar]
    /// `nil` when everything is read from left to right.
    private(set) var bidi: BidiLevels?
    /// What was left out before a character and says how to break there.
    private var breaks: [Int: InvisibleCharacter] = [:]

    init(_ text: [Unicode.Scalar], isRightToLeft: Bool) {
        scalars = text
        bidi = BidiLevels(of: text, isRightToLeft: isRightToLeft)
        if text.contains(where: { $0.value >= 0xAD && InvisibleCharacter($0) != nil }) { removeInvisible() }
    }

    private mutating func removeInvisible() {
        let text = scalars
        let levels = bidi?.levels
        scalars.removeAll(keepingCapacity: true)
        bidi?.levels.removeAll(keepingCapacity: true)
        for (index, scalar) in text.enumerated() {
            switch InvisibleCharacter(scalar) {
            case nil, .joiner:
                scalars.append(scalar)
                if let levels { bidi?.levels.append(levels[index]) }
            case .direction: break
            case .some(let invisible): breaks[scalars.count] = invisible
            }
        }
    }
}

extension Paragraph {
    enum Opportunity {
        case none
        case allowed
        case withHyphen
    }

    func isSpace(_ index: Int) -> Bool { BreakClass(scalars[index]) == .space }

    /// Whether a line may end before the character at `index`, which is not the first.
    func opportunity(before index: Int) -> Opportunity {
        if !breaks.isEmpty, let explicit = breaks[index] {
            return explicit == .noBreak ? .none : explicit == .softHyphen ? .withHyphen : .allowed
        }
        switch (BreakClass(scalars[index - 1]), BreakClass(scalars[index])) {
        case (.space, let next): return next == .space ? .none : .allowed
        case (_, .space), (.glue, _), (_, .glue), (_, .mark), (_, .closing), (.opening, _): return .none
        case (.hyphen, let next): return next == .letter || next == .ideograph ? .allowed : .none
        case (.ideograph, _), (_, .ideograph): return .allowed
        case (.closing, _), (.mark, _): return followsIdeograph(index) ? .allowed : .none
        default: return .none
        }
    }

    /// Whether a full stop, a small kana or a mark before `index` belongs to ideographs, between which lines may end.
    private func followsIdeograph(_ index: Int) -> Bool {
        scalars[index - 1].value >= 0x3000 && BreakClass(scalars[index]) != .mark
    }

    /// Whether a word that is wider than a line may be parted before the character at `index`.
    func mayPartWord(before index: Int) -> Bool {
        BreakClass(scalars[index]) != .mark
    }

    /// The same, where it does not hurt.
    func shouldPartWord(before index: Int) -> Bool {
        mayPartWord(before: index) && BreakClass(scalars[index]) != .closing
            && ![.leadingVowel, .opening].contains(BreakClass(scalars[index - 1])) && breaks[index] != .noBreak
    }
}
