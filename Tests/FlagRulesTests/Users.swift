import TestKit

/// Users as applications number them.
enum Users: String, CaseIterable {
    case integers
    case uuids
    case emails

    /// So many different ids, always the same ones.
    func ids(_ count: Int) -> [String] {
        var lottery = SplitMix64(seed: 1)
        return (1...count).map { number in
            switch self {
            case .integers: "\(number)"
            case .uuids: Self.uuid(lottery.next(), lottery.next())
            case .emails: "user\(number)@example.com"
            }
        }
    }

    private static func uuid(_ high: UInt64, _ low: UInt64) -> String {
        var digits = [high, low].map { String($0 | 1 << 63, radix: 16) }.joined()
        for place in [20, 16, 12, 8] { digits.insert("-", at: digits.index(digits.startIndex, offsetBy: place)) }
        return digits
    }
}

/// Seeds as stored flags have them: 22 characters.
func randomSeeds(_ count: Int) -> [String] {
    var lottery = SplitMix64(seed: 1)
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    return (0..<count).map { _ in String((0..<22).map { _ in letters[Int(lottery.next() % 62)] }) }
}
