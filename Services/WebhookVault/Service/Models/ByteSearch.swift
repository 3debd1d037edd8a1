import Glibc

/// Looks for bytes in other bytes, in one pass over them whatever they are (Knuth, Morris and Pratt).
struct ByteSearch: Sendable {
    private let pattern: [UInt8]
    /// For each position of the pattern, how many of its first bytes stand again right before that position.
    private let fallback: [Int]

    init(_ pattern: [UInt8]) {
        self.pattern = pattern
        var fallback = [0]
        for position in pattern.indices.dropFirst() {
            var matched = fallback[position - 1]
            while matched > 0, pattern[position] != pattern[matched] { matched = fallback[matched - 1] }
            fallback.append(pattern[position] == pattern[matched] ? matched + 1 : 0)
        }
        self.fallback = fallback
    }

    /// Whether the pattern stands anywhere in the bytes.
    func matches(_ bytes: [UInt8]) -> Bool {
        guard let first = pattern.first else { return true }
        return bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return false }
            var position = 0
            var matched = 0
            while position < bytes.count {
                // What cannot begin a match is passed over by the C library, many bytes at a time.
                if matched == 0 {
                    guard let next = memchr(start + position, Int32(first), bytes.count - position) else { return false }
                    position = UnsafeRawPointer(next) - start
                }
                while matched > 0, bytes[position] != pattern[matched] { matched = fallback[matched - 1] }
                if bytes[position] == pattern[matched] { matched += 1 }
                if matched == pattern.count { return true }
                position += 1
            }
            return false
        }
    }
}
