import CronSchedule
import Glibc
import TestKit
import Testing

/// Texts that nobody would write, the same in every run.
///
/// `FUZZ_ROUNDS` says how many of each kind, for a run of minutes.
struct ParserFuzzTests {
    private static let rounds = getenv("FUZZ_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 1_000

    @Test("any text is read, or refused in a way that holds together", arguments: Schedule.Flavor.allCases)
    func reading(_ flavor: Schedule.Flavor) {
        var texts = HostileText(seed: 41, flavor)
        var counts = (read: 0, refused: 0, repaired: 0)
        for _ in 0..<Self.rounds * 4 {
            let text = texts.next()
            let options = texts.options()
            do throws(ScheduleError) {
                let schedule = try Schedule.parse(text, options)
                counts.read += 1
                // What stands between the blanks means the same.
                if (try? Schedule.parse(schedule.text, options)) != schedule { Issue.record("another schedule: \(text.debugDescription)") }
            } catch {
                counts.refused += 1
                if error.suggestion != nil { counts.repaired += 1 }
                if let fault = fault(error, text, options) { Issue.record("\(fault): \(text.debugDescription), \(error)") }
            }
        }
        #expect(counts.read > 0 && counts.refused > 0 && counts.repaired > 0)
    }

    /// What does not hold together in an error.
    private func fault(_ error: ScheduleError, _ text: String, _ options: Schedule.Options) -> String? {
        if error.message.isEmpty || error.message.utf8.count >= 250 { return "message of \(error.message.utf8.count) bytes" }
        let behind = text.utf8.dropFirst(error.position)
        if error.position < 0 || error.position > text.utf8.count || !behind.starts(with: error.value.utf8) {
            return "value is not at its position"
        }
        if let suggestion = error.suggestion, (try? Schedule.parse(suggestion, options)) == nil {
            return "suggestion is wrong, too: \(suggestion)"
        }
        return nil
    }
}

/// Draws texts of all kinds: random bytes, members of the language in any order, damaged schedules, very long lists.
private struct HostileText {
    private var random: SplitMix64
    private var schedules: RandomSchedule
    private let flavor: Schedule.Flavor

    private static let events = [
        "Mon..Fri *-*-* 09:00", "*-*-* 00/4:00:00", "hourly", "Sat,Sun 2026-*-01/7 12:30 Europe/Berlin", "*-02~03", "*:0/15", "@1700000000",
    ]
    private static let pieces = [
        "*", "*/5", "/", "-", ",", "?", "#", "L", "W", "LW", "L-3", "0", "00", "7", "8", "24", "59", "60", "2027", "99999999999999999999",
        "SUN", "mon",
        "Friday", "Sept", "MON-FRI", "FRI-MON", "22-2", "*/90", "H/15", "5#2", "@daily", "@Every", "5m", "TZ=UTC", "CRON_TZ=Europe/Berlin",
        "Europe/Berlin",
        "root", "/usr/bin/backup", "..", "~", ":", "09:00", "=", "%", "\u{A0}", "\u{2013}", "\u{201C}", "\"", "\u{FF0A}", "\u{FF15}",
        "\u{669}", "\n", "\t",
        "\r\n", "\u{0}", "\u{7F}", "\u{FEFF}", "\u{1F4A5}", "e\u{301}",
    ]

    init(seed: UInt64, _ flavor: Schedule.Flavor) {
        random = SplitMix64(seed: seed)
        schedules = RandomSchedule(seed: seed)
        self.flavor = flavor
    }

    mutating func options() -> Schedule.Options {
        let rule: Schedule.Options.DayRule = number(0...3) == 0 ? .both : .debian
        return Schedule.Options(
            flavor: flavor,
            sunday: number(0...3) == 0 ? number(0...1) : nil,
            january: number(0...7) == 0 ? 0 : 1,
            dayRule: rule
        )
    }

    mutating func next() -> String {
        switch number(0...9) {
        case 0: String(decoding: (0..<number(0...60)).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
        case 1: (0..<number(1...12)).map { _ in piece() }.joined(separator: number(0...1) == 0 ? " " : "")
        case 2: longText()
        case 3: (0..<number(4...8)).map { _ in (0..<number(1...3)).map { _ in piece() }.joined() }.joined(separator: " ")
        case 4: schedule()
        default: damaged(schedule())
        }
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func piece() -> String {
        Self.pieces[number(0...Self.pieces.count - 1)]
    }

    private mutating func schedule() -> String {
        flavor == .systemd && number(0...3) > 0 ? Self.events[number(0...Self.events.count - 1)] : schedules.next().text
    }

    /// A list or a heap of one piece, around the longest text that is read.
    private mutating func longText() -> String {
        let piece = piece()
        let separator = [",", " ", "", "-"][number(0...3)]
        let count = number(1...2_000) / (piece.utf8.count + separator.utf8.count)
        return (number(0...1) == 0 ? "0 0 " : "") + Array(repeating: piece, count: count).joined(separator: separator) + " * * *"
    }

    /// With pieces put in, bytes taken out or changed, or a word twice.
    private mutating func damaged(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for _ in 0..<number(1...3) {
            let index = number(0...bytes.count)
            switch number(0...3) {
            case 0: bytes.insert(contentsOf: piece().utf8, at: index)
            case 1 where index < bytes.count: bytes.remove(at: index)
            case 2 where index < bytes.count: bytes[index] = UInt8(number(0x20...0x7E))
            default: bytes.replaceSubrange(index..<min(index + 1, bytes.count), with: " \(piece())".utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
