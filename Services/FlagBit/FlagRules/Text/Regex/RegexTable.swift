/// A program made deterministic: one look into a table for each scalar of the text.
///
/// A row is a set of the program's states and the neighbour before it, a column a symbol or, the last one, the end of the text. The cells say
/// where the next row starts.
final class RegexTable: Sendable {
    /// How many cells a table may have; programs that need more are simulated.
    static let maximumSize = 8192
    /// How many rows a table may have: each takes some microseconds to make, for each of a flag's conditions.
    static let maximumRowCount = 256
    /// How many instructions a program may have; with more, it would take long to find out whether a table is small enough.
    static let maximumProgramSize = 256

    private static let lost: UInt16 = 0xFFFF
    private static let matched: UInt16 = 0xFFFE

    private let alphabet: RegexAlphabet
    private let cells: [UInt16]

    /// Nil if the table would be too large.
    init?(_ program: RegexProgram) {
        guard program.instructions.count <= Self.maximumProgramSize else { return nil }
        alphabet = program.alphabet
        var builder = Builder(program)
        guard builder.build() else { return nil }
        cells = builder.cells
    }

    func matches(_ text: String) -> Bool {
        var row = 0
        for scalar in text.unicodeScalars {
            let next = cells[row + alphabet.symbol(of: scalar)]
            if next >= Self.matched { return next == Self.matched }
            row = Int(next)
        }
        return cells[row + alphabet.count] == Self.matched
    }
}

extension RegexTable {
    private struct Row: Hashable {
        let states: RegexBits
        let previous: RegexNeighbour
    }

    private struct Builder {
        let program: RegexProgram
        var cells: [UInt16] = []
        var rows: [(states: RegexStates, previous: RegexNeighbour)] = []
        var known: [Row: UInt16] = [:]
        var width: Int { program.alphabet.count + 1 }

        init(_ program: RegexProgram) { self.program = program }

        /// False if the table would be too large.
        mutating func build() -> Bool {
            var next = 0
            guard start(ofRow: RegexStates(of: program), after: .edge) != nil else { return false }
            while next < rows.count {
                guard fillRow(next) else { return false }
                next += 1
            }
            return true
        }

        /// Where the row starts, which is added if it is new; nil if it would be too large.
        private mutating func start(ofRow states: RegexStates, after previous: RegexNeighbour) -> UInt16? {
            let row = Row(states: states.bits, previous: previous.intersection(program.concern))
            if let start = known[row] { return start }
            let start = cells.count
            guard rows.count < RegexTable.maximumRowCount, start + width <= RegexTable.maximumSize else { return nil }
            cells += repeatElement(RegexTable.lost, count: width)
            rows.append((states, row.previous))
            known[row] = UInt16(start)
            return UInt16(start)
        }

        private mutating func fillRow(_ number: Int) -> Bool {
            let (states, previous) = rows[number]
            let first = number * width
            var passed: [RegexNeighbour: RegexStates?] = [:]
            func pass(before next: RegexNeighbour) -> RegexStates? {
                if let known = passed[next] { return known }
                var after = states
                let states = after.pass(program, after: previous, before: next) ? nil : after
                passed[next] = states
                return states
            }
            if pass(before: .edge) == nil { cells[first + width - 1] = RegexTable.matched }
            for symbol in 0..<width - 1 {
                guard var states = pass(before: program.neighbours[symbol]) else {
                    cells[first + symbol] = RegexTable.matched
                    continue
                }
                guard states.take(symbol, program) else { continue }
                guard let next = start(ofRow: states, after: program.neighbours[symbol]) else { return false }
                cells[first + symbol] = next
            }
            loseIfStuck(first)
            return true
        }

        /// A row that leads only to itself will never match, so that nothing more has to be read.
        private mutating func loseIfStuck(_ first: Int) {
            let row = first..<first + width
            guard cells[row].allSatisfy({ $0 == RegexTable.lost || $0 == first }) else { return }
            for index in row { cells[index] = RegexTable.lost }
        }
    }
}
