/// The states that a program is in at a place in the text. A match can start at any place, so the first state is always one of them, unless
/// the program is anchored.
struct RegexStates {
    private(set) var bits: RegexBits
    /// Room for a stack of states whose successors are still to be added.
    private var pending: [Int]

    /// Those at the start of the text.
    init(of program: RegexProgram) {
        bits = RegexBits(count: program.instructions.count)
        bits.insert(0)
        pending = [Int](repeating: 0, count: program.instructions.count)
    }

    /// Adds all states that can be reached without taking anything, between two neighbours; true if the pattern has matched.
    mutating func pass(_ program: RegexProgram, after previous: RegexNeighbour, before next: RegexNeighbour) -> Bool {
        Self.pass(program.instructions, program.passers.words, &bits.words, &pending, after: previous, before: next)
    }

    private static func pass(
        _ instructions: [RegexInstruction],
        _ passers: [UInt64],
        _ states: inout [UInt64],
        _ pending: inout [Int],
        after previous: RegexNeighbour,
        before next: RegexNeighbour
    ) -> Bool {
        let instructions = instructions.span
        let passers = passers.span
        var words = states.mutableSpan
        var stack = pending.mutableSpan
        var count = 0
        for index in words.indices {
            var rest = words[index] & passers[index]
            while rest != 0 {
                stack[count] = index << 6 | rest.trailingZeroBitCount
                count += 1
                rest &= rest &- 1
            }
        }
        while count > 0 {
            count -= 1
            let state = stack[count]
            let distance: Int
            switch instructions[state] {
            case .match: return true
            case .jump(let length): distance = length
            case .fork(let length):
                distance = length
                if words.insert(state + 1), passers.contains(state + 1) {
                    stack[count] = state + 1
                    count += 1
                }
            case .check(let assertion):
                guard assertion.holds(after: previous, before: next) else { continue }
                distance = 1
            case .take: continue
            }
            if words.insert(state + distance), passers.contains(state + distance) {
                stack[count] = state + distance
                count += 1
            }
        }
        return false
    }

    /// Goes on over a symbol; false if no state is left. A state that takes it is followed by the next one, so this shifts all at once.
    mutating func take(_ symbol: Int, _ program: RegexProgram) -> Bool {
        let allTakers = program.takers
        let takers = allTakers.span
        var words = bits.words.mutableSpan
        var carry: UInt64 = program.isAnchored ? 0 : 1
        var all: UInt64 = 0
        for index in words.indices {
            let taken = words[index] & takers[symbol * words.count + index]
            words[index] = taken << 1 | carry
            all |= words[index]
            carry = taken >> 63
        }
        return all != 0
    }
}

extension MutableSpan<UInt64> {
    /// Adds a number to a set like ``RegexBits``; false if it was there.
    @inline(__always)
    fileprivate mutating func insert(_ number: Int) -> Bool {
        let bit = UInt64(1) << UInt64(number & 63)
        let word = self[number >> 6]
        self[number >> 6] = word | bit
        return word & bit == 0
    }
}

extension Span<UInt64> {
    @inline(__always)
    fileprivate func contains(_ number: Int) -> Bool {
        self[number >> 6] >> UInt64(number & 63) & 1 == 1
    }
}
