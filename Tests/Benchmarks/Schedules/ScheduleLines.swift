import CronSchedule
import Glibc

/// Questions about schedules and their answers, a line each, with tabs between the parts. An answer begins with `ok` or `error`:
///
///     times FLAVOR ZONE FROM COUNT next|previous EXPRESSION     ok, seconds since 1970 with blanks between them
///     describe FLAVOR STYLE/LANGUAGE EXPRESSION                 ok, text; the style is `-` or of `24h+verbose+trim`
///     warnings FLAVOR ZONE|- FROM EXPRESSION                    ok, then for each warning kind|field|message|suggestion (the bar is U+001F)
///     parse FLAVOR EXPRESSION                                   ok
///     sets FLAVOR EXPRESSION                                    ok, then for each field kind=raw=values, and both|either for the days
///     trial FLAVOR ZONE FROM EXPRESSION                         ok, nanoseconds of computing, refused, suggestion; or ok, these, accepted,
///                                                               next times, previous times, description
///
/// What cannot be read is answered with error, message, suggestion, problem, field, value, position.
struct ScheduleLines {
    /// How many parts follow the name of a question.
    private static let parts = ["times": 6, "describe": 3, "warnings": 4, "parse": 2, "sets": 2, "trial": 4]

    private let zones = ZoneDatabase()

    func answer(to line: String) -> String {
        let name = line.prefix { $0 != "\t" }
        // The expression is the rest of a line; it may have tabs in it.
        let parts = line.split(separator: "\t", maxSplits: Self.parts[String(name)] ?? 0, omittingEmptySubsequences: false)
        do {
            return try answer(parts)
        } catch let error as ScheduleError {
            return [
                "error", error.message, error.suggestion ?? "", error.problem.rawValue, error.field?.rawValue ?? "", error.value,
                String(error.position),
            ].joined(separator: "\t")
        } catch {
            return "error\t\(error)"
        }
    }

    private func answer(_ parts: [Substring]) throws -> String {
        guard parts.count > 1, parts.count == Self.parts[String(parts[0])].map({ $0 + 1 }) else { throw NotUnderstood(what: "question") }
        return switch parts[0] {
        case "times": try times(parts)
        case "describe": try description(parts)
        case "warnings": try warnings(parts)
        case "sets": try sets(schedule(parts))
        case "trial": try trial(parts)
        default: try parsed(parts)
        }
    }

    private func schedule(_ parts: [Substring]) throws -> Schedule {
        guard let flavor = Schedule.Flavor(rawValue: String(parts[1])) else { throw NotUnderstood(what: "flavor") }
        return try Schedule.parse(String(parts[parts.count - 1]), .init(flavor: flavor))
    }

    private func parsed(_ parts: [Substring]) throws -> String {
        _ = try schedule(parts)
        return "ok"
    }

    private func times(_ parts: [Substring]) throws -> String {
        let schedule = try schedule(parts)
        let zone = try zones.zone(named: schedule.zoneName ?? String(parts[2]))
        guard let from = Int64(parts[3]), let count = Int(parts[4]) else { throw NotUnderstood(what: "number") }
        let times =
            parts[5] == "next"
            ? schedule.next(after: from, in: zone, count: count) : schedule.previous(before: from, in: zone, count: count)
        return "ok\t" + times.map(String.init).joined(separator: " ")
    }

    private func description(_ parts: [Substring]) throws -> String {
        let words = parts[2].split(separator: "/")
        guard words.count == 2, let language = Language(code: String(words[1])) else { throw NotUnderstood(what: "language") }
        let options = words[0].split(separator: "+")
        let style = DescriptionStyle(
            uses24HourClock: options.contains("24h") ? true : nil,
            isVerbose: options.contains("verbose"),
            trimsLeadingZero: options.contains("trim"),
            language: language
        )
        return "ok\t" + (try schedule(parts).description(style))
    }

    private func warnings(_ parts: [Substring]) throws -> String {
        let schedule = try schedule(parts)
        guard let from = Int64(parts[3]) else { throw NotUnderstood(what: "number") }
        let warnings = schedule.warnings(in: parts[2] == "-" ? nil : try zones.zone(named: String(parts[2])), from: from)
        let texts = warnings.map {
            [$0.kind.rawValue, $0.field?.rawValue ?? "", $0.message, $0.suggestions.joined(separator: " and ")].joined(separator: "\u{1F}")
        }
        return (["ok"] + texts).joined(separator: "\t")
    }

    private func trial(_ parts: [Substring]) throws -> String {
        guard let from = Int64(parts[3]) else { throw NotUnderstood(what: "number") }
        let zone = try zones.zone(named: String(parts[2]))
        let start = processorTime
        do {
            let schedule = try schedule(parts)
            let next = schedule.next(after: from, in: zone, count: 10)
            let previous = schedule.previous(before: from, in: zone, count: 10)
            let description = schedule.description
            _ = schedule.warnings(in: zone, from: from)
            let results = [next, previous].map { $0.map(String.init).joined(separator: " ") } + [description]
            return (["ok", String(processorTime - start), "accepted"] + results).joined(separator: "\t")
        } catch let error as ScheduleError {
            return ["ok", String(processorTime - start), "refused", error.suggestion ?? ""].joined(separator: "\t")
        }
    }

    /// Nanoseconds that this thread has computed: what other processes do meanwhile does not count.
    private var processorTime: Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    private func sets(_ schedule: Schedule) -> String {
        guard let fields = schedule.fields else { return "ok\tnone" }
        let sets = fields.all.map { field in
            let values = field.values.map { $0.map(String.init).joined(separator: ",") } ?? "*"
            return [field.kind.rawValue, field.raw, values].joined(separator: "=")
        }
        return (["ok"] + sets + [fields.bothDaysMustMatch ? "both" : "either"]).joined(separator: "\t")
    }
}

/// A question that is not one.
struct NotUnderstood: Error {
    let what: String
}
