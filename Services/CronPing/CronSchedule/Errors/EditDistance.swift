/// How far texts are from one: how many letters must be added, dropped or replaced (Levenshtein).
struct EditDistance {
    let wanted: [UInt8]
    /// The largest distance that counts as near.
    let limit: Int

    /// The distance of another text; nil when it is not near.
    func callAsFunction(_ other: some Collection<UInt8>) -> Int? {
        guard isNear(other.count) else { return nil }
        var row = Array(0...wanted.count)
        for (line, letter) in other.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            var least = row[0]
            for (column, own) in wanted.enumerated() {
                let replaced = diagonal + (own == letter ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
                least = min(least, row[column + 1])
            }
            // It only grows.
            if least > limit { return nil }
        }
        return row[wanted.count] <= limit ? row[wanted.count] : nil
    }

    /// Whether a text of so many bytes can be near.
    func isNear(_ count: Int) -> Bool {
        abs(count - wanted.count) <= limit
    }
}
