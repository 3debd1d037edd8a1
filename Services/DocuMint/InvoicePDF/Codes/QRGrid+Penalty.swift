extension QRGrid {
    /// How badly the code is read (ISO/IEC 18004 §7.8.3, table 11); the mask with the least is chosen.
    var penalty: Int {
        let dark = rows.reduce(0) { $0 + $1.darkCount }
        // 10 for each 5 % away from one half.
        let imbalance = abs(2 * dark - size * size) * 10 / (size * size)
        return linePenalty(of: rows) + linePenalty(of: columns) + blockPenalty + 10 * imbalance
    }

    /// Runs of five and more modules of one colour: their length less 2. Patterns like a finder with four light modules beside: 40.
    private func linePenalty(of lines: [QRLine]) -> Int {
        let pairs = QRLine(darkPrefix: size - 1)
        return lines.reduce(0) { penalty, line in
            let same = ~(line ^ line >> 1) & pairs
            let fives = same & same >> 1 & same >> 2 & same >> 3
            let starts = fives & ~(fives << 1)
            return penalty + fives.darkCount + 2 * starts.darkCount + 40 * findersLike(in: line)
        }
    }

    /// How often 1011101 stands with four light modules before or after it; what lies outside is light.
    private func findersLike(in line: QRLine) -> Int {
        let dark = line & line >> 2 & line >> 3 & line >> 4 & line >> 6
        let light = line >> 1 | line >> 5
        let darkBefore = line << 1 | line << 2 | line << 3 | line << 4
        let darkAfter = line >> 7 | line >> 8 | line >> 9 | line >> 10
        return (dark & ~light & ~(darkBefore & darkAfter)).darkCount
    }

    /// Squares of two by two modules of one colour: 3.
    private var blockPenalty: Int {
        let pairs = QRLine(darkPrefix: size - 1)
        return 3
            * zip(rows, rows.dropFirst()).reduce(0) { count, lines in
                let across = ~(lines.0 ^ lines.0 >> 1) & pairs
                let down = ~(lines.0 ^ lines.1)
                return count + (across & down & down >> 1).darkCount
            }
    }
}
