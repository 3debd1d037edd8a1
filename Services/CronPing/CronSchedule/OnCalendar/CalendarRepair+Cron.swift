extension CalendarRepair {
    /// The calendar event that means what a cron expression does; nil where there is none.
    static func event(ofCron text: String) -> String? {
        guard let fields = (try? Schedule(text, Schedule.Options()))?.fields else { return nil }
        var (day, weekday) = (fields.dayOfMonth, fields.dayOfWeek)
        if !fields.bothDaysMustMatch {
            // Where one of the two is enough, an event can only say it when one takes every day.
            guard day.matchesAll || weekday.matchesAll else { return nil }
            (day, weekday) = (.star(.dayOfMonth), .star(.dayOfWeek))
        }
        guard let minute = list(fields.minute), let hour = list(fields.hour), let month = list(fields.month) else { return nil }
        guard let second = fields.second.map(list) ?? "00", let year = fields.year.map(list) ?? "*" else { return nil }
        guard let date = day.hasMonthlyTerms ? daysFromEnd(day) : list(day).map({ "-" + $0 }) else { return nil }
        var event = [year, month].joined(separator: "-") + date + " " + [hour, minute, second].joined(separator: ":")
        if !weekday.matchesAll {
            guard !weekday.hasMonthlyTerms else { return nil }
            event = weekdays(weekday) + " " + event
        }
        return event
    }

    private static func list(_ field: ScheduleField) -> String? {
        field.matchesAll
            ? "*"
            : joined(field.terms) { term in
                guard case .span(let span) = term else { return nil }
                let first = field.kind == .year ? String(span.first) : span.first.twoDigits
                let last = field.kind == .year ? String(span.last) : span.last.twoDigits
                return switch span.form {
                case .single: first
                case .star where span.step == 1: first + ".." + last
                case .star, .open: first + "/\(span.step)"
                case .range: first == last ? first : first + ".." + last + (span.step == 1 ? "" : "/\(span.step)")
                }
            }
    }

    private static func daysFromEnd(_ field: ScheduleField) -> String? {
        joined(field.terms) { term in
            guard case .lastDay(let before) = term else { return nil }
            return (before + 1).twoDigits
        }.map { "~" + $0 }
    }

    /// The members joined by commas; nil when one of them cannot be written.
    private static func joined(_ terms: [ScheduleTerm], _ text: (ScheduleTerm) -> String?) -> String? {
        let members = terms.compactMap(text)
        return members.count == terms.count ? members.joined(separator: ",") : nil
    }

    private static func weekdays(_ field: ScheduleField) -> String {
        let days = field.matching.values.map { $0 == 0 ? 7 : $0 }.sorted()
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        if let first = days.first, let last = days.last, days.count > 2, last - first == days.count - 1 {
            return names[first - 1] + ".." + names[last - 1]
        }
        return days.map { names[$0 - 1] }.joined(separator: ",")
    }
}
