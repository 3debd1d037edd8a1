extension ObjectReader {
    /// Adds a fault for every member that nothing asked for.
    func reportUnknownFields() {
        guard let members, !acceptsUnknownFields else { return }
        for (name, _) in members where !knownNames.contains(where: { ExactText($0) == ExactText(name) }) {
            fault(at: path.member(name), .unknownField, unknownFieldMessage(name))
        }
    }

    private func unknownFieldMessage(_ name: String) -> String {
        let message = "unknown field \(InputText.quoted(name))"
        guard let suggestion = NameSuggestion.nearest(to: name, among: knownNames) else { return message }
        return "\(message); did you mean \(InputText.quoted(suggestion))?"
    }
}

/// Finds the name that somebody who mistyped probably meant.
enum NameSuggestion {
    /// Longer names are not compared: nobody mistypes them, and the comparison takes time in the square of the length.
    private static let longestName = 64

    /// The candidate closest to the name, if it is close: written alike but for case and separators, or
    /// up to two slips away (one if the name is short). The first one if several are equally close.
    static func nearest(to name: String, among candidates: [String]) -> String? {
        guard name.utf8.count <= longestName else { return nil }
        let letters = letters(of: name)
        let allowed = letters.count <= 4 ? 1 : 2
        return candidates.map { (name: $0, distance: distance(letters, Self.letters(of: $0))) }
            .filter { $0.distance <= allowed }
            .min { $0.distance < $1.distance }?.name
    }

    /// The name as letters and digits in lowercase: `unitPrice`, `unit-price` and `unit_price` are the same.
    private static func letters(of name: String) -> [UInt8] {
        name.lowercased().utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
    }

    /// How many slips turn one into the other: insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
                if row > 0 && column > 0 && letter == right[column - 1] && left[row - 1] == other {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
