/// A text to look for in others, prepared once: Knuth, Morris and Pratt's search, linear whatever the two texts are.
///
/// It compares UTF-8 bytes, which is to compare Unicode scalars, because no scalar's bytes occur inside another's.
struct SubstringSearch: Sendable {
    private let needle: [UInt8]
    /// For each prefix of the needle, by its last index: how many bytes at its end are also its beginning.
    private let borders: [Int]

    init(_ text: String) {
        let needle = Array(text.utf8)
        var borders = [Int](repeating: 0, count: needle.count)
        var matched = 0
        for index in needle.indices.dropFirst() {
            while matched > 0, needle[index] != needle[matched] { matched = borders[matched - 1] }
            if needle[index] == needle[matched] { matched += 1 }
            borders[index] = matched
        }
        self.needle = needle
        self.borders = borders
    }

    func isIn(_ text: String) -> Bool {
        guard !needle.isEmpty else { return true }
        var matched = 0
        for byte in text.utf8 {
            while matched > 0, byte != needle[matched] { matched = borders[matched - 1] }
            if byte == needle[matched] { matched += 1 }
            if matched == needle.count { return true }
        }
        return false
    }
}
