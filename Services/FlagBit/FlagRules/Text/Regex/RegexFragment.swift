/// A step of a compiled pattern. Distances count from the step itself.
enum RegexInstruction: Sendable {
    /// Takes a scalar of the set with this number, and goes on with the next step.
    case take(set: Int)
    /// Goes on with the next step, and also at a distance.
    case fork(Int)
    case jump(Int)
    /// Goes on with the next step if the assertion holds here.
    case check(RegexAssertion)
    case match
}

/// A piece of a compiled pattern: entered at its first step, left behind its last. It has no absolute addresses, so copies need no changes.
struct RegexFragment: Sendable {
    private(set) var instructions: [RegexInstruction] = []

    var count: Int { instructions.count }

    init() {}

    init(_ instruction: RegexInstruction) { instructions = [instruction] }

    mutating func append(_ other: RegexFragment) { instructions += other.instructions }

    mutating func append(_ instruction: RegexInstruction) { instructions.append(instruction) }

    /// One of the branches; there is at least one.
    init(anyOf branches: [RegexFragment]) {
        let end = branches.reduce(0) { $0 + $1.count + 2 } - 2
        var rest = branches.count
        for branch in branches {
            rest -= 1
            if rest > 0 { append(.fork(branch.count + 2)) }
            append(branch)
            if rest > 0 { append(.jump(end - count)) }
        }
    }
}

extension RegexFragment {
    /// How much the pattern's size grows by it; see ``LinearRegex/maximumSize``.
    var size: Int {
        instructions.reduce(0) { size, instruction in
            if case .take = instruction { size + 1 } else { size + 3 }
        }
    }

    /// The size of what ``repeated(_:atMost:)`` gives, found without making it.
    func sizeIfRepeated(_ minimum: Int, atMost maximum: Int?) -> Int {
        let size = size
        guard let maximum else { return minimum == 0 ? size + 6 : size * minimum + 3 }
        return size * minimum + (size + 3) * (maximum - minimum)
    }

    /// The fragment `minimum` to `maximum` times in a row; nil means without end.
    func repeated(_ minimum: Int, atMost maximum: Int?) -> RegexFragment {
        guard count > 0 else { return self }
        var result = RegexFragment()
        for _ in 0..<minimum { result.append(self) }
        if let maximum {
            for rest in (0..<maximum - minimum).reversed() {
                result.append(.fork((count + 1) * (rest + 1)))
                result.append(self)
            }
        } else if minimum > 0 {
            result.append(.fork(-count))
        } else {
            result.append(.fork(count + 2))
            result.append(self)
            result.append(.jump(-count - 1))
        }
        return result
    }
}
