import CronSchedule
import TestKit

/// Valid expressions of all flavors, with everything that a field can hold.
struct RandomSchedule {
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// An expression and how to read it.
    mutating func next() -> (text: String, options: Schedule.Options) {
        if chance(6) { return (calendarEvent(), Schedule.Options(flavor: .systemd)) }
        let isQuartz = chance(3)
        var fields = [FieldKind.minute, .hour, .dayOfMonth, .month, .dayOfWeek].map { field($0, isQuartz) }
        if isQuartz {
            fields[chance(2) ? 2 : 4] = "?"
            if fields[2] == "?", fields[4] == "?" || fields[4] == "*" { fields[4] = "1" }
            if fields[4] == "?", fields[2] == "?" { fields[2] = "*" }
        }
        let hasYear = chance(4)
        if isQuartz || hasYear || chance(4) { fields.insert(field(.second, isQuartz), at: 0) }
        if hasYear { fields.append(field(.year, isQuartz)) }
        return (fields.joined(separator: " "), Schedule.Options(flavor: isQuartz ? .quartz : .debian))
    }

    /// In systemd's language: `Mon..Fri,Sun *-2,5..8~3 9..17:0/5:30`.
    private mutating func calendarEvent() -> String {
        let weekdays = ["", "Mon ", "Mon..Fri ", "Tue,Thu..Sun ", "Sat,Sun "][number(0...4)]
        let fromEnd = chance(4)
        let date = [component(.year), component(.month)].joined(separator: "-") + (fromEnd ? "~" : "-")
        let day = fromEnd ? ["1", "3", "7/1", "5,2"][number(0...3)] : component(.dayOfMonth)
        let time = [component(.hour), component(.minute), component(.second)].joined(separator: ":")
        return weekdays + date + day + " " + time + (chance(5) ? " Europe/Berlin" : "")
    }

    private mutating func component(_ kind: FieldKind) -> String {
        let range = kind == .year ? 1990...2100 : kind.range
        let first = number(range.lowerBound...range.upperBound - 2)
        let last = number(first + 1...range.upperBound)
        return switch number(0...6) {
        case 0..<3: "*"
        case 3: "\(first)"
        case 4: "\(range.lowerBound + number(0...2))/\(number(1...5))"
        case 5: "\(first)..\(last)"
        default: "\(first),\(last)"
        }
    }

    private mutating func chance(_ count: Int) -> Bool {
        number(1...count) == 1
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func field(_ kind: FieldKind, _ isQuartz: Bool) -> String {
        let members = chance(4) ? number(2...(chance(8) ? 20 : 4)) : 1
        return (0..<members).map { _ in member(kind, isQuartz) }.joined(separator: ",")
    }

    private mutating func member(_ kind: FieldKind, _ isQuartz: Bool) -> String {
        if chance(4), let special = special(kind) { return special }
        let range = kind == .dayOfWeek && isQuartz ? 1...7 : kind == .year ? 1990...2100 : kind.range
        var ends = [number(range), number(range)]
        if !isQuartz || kind == .year { ends.sort() }
        let step = number(1...min(range.count - 1, 40))
        return switch number(0...10) {
        case 0..<3: "*"
        case 3: "*/\(step)"
        case 4..<7: "\(ends[0])"
        case 7..<9: "\(ends[0])-\(ends[1])"
        case 9: "\(ends[0])/\(step)"
        default: "\(ends[0])-\(ends[1])/\(step)"
        }
    }

    private mutating func special(_ kind: FieldKind) -> String? {
        switch kind {
        case .dayOfMonth:
            switch number(0...4) {
            case 0: "L"
            case 1: "L-\(number(0...30))"
            case 2: "LW"
            case 3: "L-\(number(1...30))W"
            default: "\(number(1...31))W"
            }
        case .dayOfWeek: chance(2) ? "\(number(1...7))L" : "\(number(1...7))#\(number(1...5))"
        default: nil
        }
    }
}
