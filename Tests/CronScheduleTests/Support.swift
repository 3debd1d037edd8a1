import CronSchedule
import Testing

extension Substring {
    var trimmingBlanks: Substring {
        var trimmed = self
        while trimmed.first == " " { trimmed.removeFirst() }
        while trimmed.last == " " { trimmed.removeLast() }
        return trimmed
    }
}

/// A moment from its ISO 8601 text, with or without seconds.
func moment(_ text: String) throws -> CivilDateTime {
    let parts = text.split { "-T:".contains($0) }.compactMap { Int($0) }
    return try #require(
        CivilDateTime(
            year: parts[0],
            month: parts[1],
            day: parts[2],
            hour: parts[3],
            minute: parts[4],
            second: parts.count > 5 ? parts[5] : 0
        )
    )
}

/// The same numbers in every run (SplitMix64, https://prng.di.unimi.it/splitmix64.c).
struct FixedRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Valid expressions of every form the language has.
struct RandomExpression {
    private var random: FixedRandom

    init(seed: UInt64) {
        random = FixedRandom(seed: seed)
    }

    mutating func next() -> String {
        CronFieldKind.allCases.map { field($0) }.joined(separator: " ")
    }

    private mutating func field(_ kind: CronFieldKind) -> String {
        let members = Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 2...4, using: &random) : 1
        return (0..<members).map { _ in member(kind) }.joined(separator: ",")
    }

    private mutating func member(_ kind: CronFieldKind) -> String {
        let ends = [Int.random(in: kind.range, using: &random), Int.random(in: kind.range, using: &random)].sorted()
        let step = Int.random(in: 1...40, using: &random)
        return switch Int.random(in: 0..<10, using: &random) {
        case 0..<3: "*"
        case 3: "*/\(step)"
        case 4..<7: "\(ends[0])"
        case 7..<9: "\(ends[0])-\(ends[1])"
        default: "\(ends[0])-\(ends[1])/\(step)"
        }
    }
}
