import CronSchedule
import Glibc

/// Times the engine on one thread: whole and in parts, for all expressions of a file and for the slowest of them.
///
/// A line of the file is flavor, zone, first instant and expression, with tabs between them. What is printed is a name and nanoseconds for each
/// expression, and the expression where it is about one.
struct ScheduleBenchmark {
    private struct Case {
        let text: String
        let options: Schedule.Options
        let zone: Zone
        let from: Int64
    }

    private let cases: [Case]
    private let clock = ContinuousClock()

    init(path: String) throws {
        guard let file = fopen(path, "r") else { throw NotUnderstood(what: "path") }
        defer { fclose(file) }
        let zones = ZoneDatabase()
        var cases: [Case] = []
        while let line = Self.line(of: file) {
            let parts = line.split(separator: "\t")
            guard parts.count == 4, let flavor = Schedule.Flavor(rawValue: String(parts[0])), let from = Int64(parts[2]) else {
                throw NotUnderstood(what: "line")
            }
            cases.append(
                Case(text: String(parts[3]), options: .init(flavor: flavor), zone: try zones.zone(named: String(parts[1])), from: from)
            )
        }
        self.cases = cases
    }

    private static func line(of file: UnsafeMutablePointer<FILE>) -> String? {
        var buffer = [CChar](repeating: 0, count: 4096)
        guard fgets(&buffer, Int32(buffer.count), file) != nil else { return nil }
        return String(decoding: buffer.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    // MARK: Measuring

    mutating func run(seconds: Double) {
        let schedules = cases.compactMap { try? Schedule.parse($0.text, $0.options) }
        guard schedules.count == cases.count else { return print("error\tnot every expression can be read") }
        let pairs = Array(zip(cases, schedules))
        report("parse", seconds) { for item in cases { keep(try? Schedule.parse(item.text, item.options)) } }
        report("next", seconds) { for (item, schedule) in pairs { keep(schedule.next(after: item.from, in: item.zone, count: 10)) } }
        report("describe", seconds) { for (_, schedule) in pairs { keep(schedule.description) } }
        report("whole", seconds) { for item in cases { all(item) } }
        worst("worst next", pairs) { item, schedule in keep(schedule.next(after: item.from, in: item.zone, count: 10)) }
        worst("worst whole", pairs) { item, _ in all(item) }
    }

    private func all(_ item: Case) {
        guard let schedule = try? Schedule.parse(item.text, item.options) else { return }
        keep(schedule.next(after: item.from, in: item.zone, count: 10))
        keep(schedule.description)
    }

    /// The mean for an expression in the fastest of the rounds through all of them that fit into a time.
    private func report(_ name: String, _ seconds: Double, _ round: () -> Void) {
        var best = Int64.max
        let end = clock.now + .seconds(seconds)
        repeat { best = min(best, nanoseconds(round)) } while clock.now < end
        print("\(name)\t\(Double(best) / Double(cases.count))")
    }

    /// The slowest expression by the median of its rounds: the slowest round of all would only say when the machine did something else.
    private func worst(_ name: String, _ pairs: [(Case, Schedule)], _ round: (Case, Schedule) -> Void) {
        var (slowest, text) = (Int64(0), "")
        for (item, schedule) in pairs {
            let times = (0..<11).map { _ in nanoseconds { round(item, schedule) } }.sorted()
            if times[5] > slowest { (slowest, text) = (times[5], item.text) }
        }
        print("\(name)\t\(slowest)\t\(text)")
    }

    private func nanoseconds(_ work: () -> Void) -> Int64 {
        let duration = clock.measure(work).components
        return duration.seconds * 1_000_000_000 + duration.attoseconds / 1_000_000_000
    }

    /// Keeps the optimizer from leaving out what nobody reads.
    @inline(never) private func keep<Value>(_ value: Value) {}
}
