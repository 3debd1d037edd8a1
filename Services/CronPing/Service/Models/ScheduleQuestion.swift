import CronSchedule
import HTTPCore

/// What the cron tools are asked about: an expression, how it is to be read, and on whose clock it runs.
struct ScheduleQuestion {
    /// What the client wrote.
    let text: String
    /// How it is to be read.
    let options: Schedule.Options
    /// The zone that was asked for; nil if none was.
    private let zone: Zone?
    private let zones: ZoneDatabase

    /// Reads the parameters; `QueryReader.finish()` throws what is wrong with them.
    init(_ query: QueryReader, _ zones: ZoneDatabase) {
        text = query.string("expr", required: true) ?? ""
        options = Schedule.Options(
            flavor: query.choice("flavor") ?? .debian,
            sunday: query.integer("dow_start", in: 0...1),
            january: query.integer("month_start", in: 0...1, default: 1),
            dayRule: query.boolean("logical_and_day_fields", default: false) ? .both : .debian
        )
        zone = query.zone("tz", zones)
        self.zones = zones
    }

    /// Reads the expression, and the zone that it may end with.
    func schedule() throws(UnreadableSchedule) -> ZonedSchedule {
        let schedule = try Schedule.read(text, options)
        guard let name = schedule.zoneName else { return ZonedSchedule(schedule: schedule, zone: zone ?? .utc, clock: zone ?? .utc) }
        do {
            let own = try zones.zone(named: name)
            return ZonedSchedule(schedule: schedule, zone: own, clock: zone ?? own)
        } catch {
            let meant = error.suggestion.map { String(schedule.text.dropLast(name.count)) + $0 }
            throw UnreadableSchedule(message: error.message, suggestion: meant)
        }
    }
}

/// A schedule with the zones that matter to an answer.
struct ZonedSchedule: Sendable {
    /// What runs.
    let schedule: Schedule
    /// On whose clock it runs: the expression's own, or the one that was asked for.
    let zone: Zone
    /// On whose clock times are written: the one that was asked for, or the expression's own.
    let clock: Zone
}

extension DescriptionStyle {
    /// How answers are to be worded.
    init(_ query: QueryReader) {
        self.init(
            uses24HourClock: query.boolean("use_24h"),
            isVerbose: query.boolean("verbose", default: false),
            trimsLeadingZero: query.boolean("trim_leading_zero", default: false),
            language: query.language("lang")
        )
    }
}

extension QueryReader {
    /// A time zone of the machine's database; UTC in any spelling.
    fileprivate func zone(_ name: String, _ zones: ZoneDatabase) -> Zone? {
        guard let text = string(name) else { return nil }
        do {
            return try zones.zone(named: text)
        } catch {
            // Whoever writes "utc" or "europe/berlin" has named a zone: no two differ only in their capitals.
            if let meant = error.suggestion, meant.lowercased() == text.lowercased(), let zone = try? zones.zone(named: meant) {
                return zone
            }
            fault(name, "unknown_time_zone", error.message.suggesting(error.suggestion))
            return nil
        }
    }

    /// A language of descriptions by its code; English where none is given.
    fileprivate func language(_ name: String) -> Language {
        guard let code = string(name) else { return .english }
        if let language = Language(code: code) { return language }
        fault(name, .notAllowed, "must be one of \(Language.all.map { "\"\($0.code)\"" }.joined(separator: ", "))")
        return .english
    }
}
