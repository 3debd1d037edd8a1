import CronSchedule
import TestKit
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

extension Schedule {
    /// The next time on a clock without a zone.
    func next(after moment: CivilDateTime) -> CivilDateTime? { next(after: moment, count: 1).first }

    /// The next times on a clock without a zone.
    func next(after moment: CivilDateTime, count: Int) -> [CivilDateTime] {
        next(after: moment.epochSeconds, count: count).compactMap { CivilDateTime(epochSeconds: $0) }
    }
}

/// Valid expressions of every form the language has.
struct RandomExpression {
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    mutating func next() -> String {
        FieldKind.five.map { field($0) }.joined(separator: " ")
    }

    private mutating func field(_ kind: FieldKind) -> String {
        let members = Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 2...4, using: &random) : 1
        return (0..<members).map { _ in member(kind) }.joined(separator: ",")
    }

    private mutating func member(_ kind: FieldKind) -> String {
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

extension FieldKind {
    /// The fields of Debian cron.
    static let five: [FieldKind] = [.minute, .hour, .dayOfMonth, .month, .dayOfWeek]
}
