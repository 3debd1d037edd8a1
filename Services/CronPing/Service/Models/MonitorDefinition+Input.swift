import CronSchedule
import Timekeeping
import HTTPCore

extension MonitorDefinition {
    /// The longest period and the longest grace time: a year.
    static let minutesPerYear = 525_600

    /// Reads what a client sends.
    ///
    /// - Throws: `InvalidInput` with all that is wrong.
    init(_ reader: ObjectReader) throws(InvalidInput) {
        name = reader.line("name", required: true, length: 1...200) ?? ""
        description = reader.text("description", length: 0...2_000)
        tags = reader.tags("tags")
        schedule = reader.schedule(longest: Self.minutesPerYear)
        graceSeconds = reader.grace(longest: Self.minutesPerYear)
        alertEmail = reader.emailAddress("alert_email")
        alertWebhook = reader.webAddress("alert_webhook")
        try reader.finish()
    }
}

extension ObjectReader {
    /// `schedule` (a cron expression) or `schedule_minutes`, 60 without either.
    fileprivate func schedule(longest: Int) -> MonitorSchedule {
        let minutes = integer("schedule_minutes", in: 1...longest)
        let period = MonitorSchedule.every(seconds: Int64(minutes ?? 60) * 60)
        guard let cron = string("schedule") else { return period }
        if minutes != nil { fault("schedule", .notAllowed, "cannot be given together with \"schedule_minutes\"") }
        do {
            let expression = try Schedule.read(cron)
            if !expression.everRuns {
                fault("schedule", "never_runs", "names no time at which it would run")
            }
            return .cron(expression)
        } catch {
            fault("schedule", "invalid_cron_expression", error.advice)
            return period
        }
    }

    /// `grace_seconds` or `grace_minutes`, ten minutes without either.
    fileprivate func grace(longest: Int) -> Int64 {
        let minutes = integer("grace_minutes", in: 0...longest)
        let seconds = integer("grace_seconds", in: 0...longest * 60)
        if minutes != nil, seconds != nil { fault("grace_seconds", .notAllowed, "cannot be given together with \"grace_minutes\"") }
        return Int64(seconds ?? (minutes ?? 10) * 60)
    }

    /// Up to 20 words. White space is not allowed in one, because healthchecks' clients write them with spaces between.
    fileprivate func tags(_ name: String) -> [String] {
        var tags: [String] = []
        for (position, tag) in (strings(name, count: 0...20, length: 1...50) ?? []).enumerated() where !tags.contains(tag) {
            if tag.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.isControl }) {
                fault(at: path.member(name).element(position), .notAllowed, "must not contain white space or control characters")
            }
            tags.append(tag)
        }
        return tags
    }
}
