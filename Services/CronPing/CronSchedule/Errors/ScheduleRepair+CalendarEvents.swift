extension ScheduleRepair {
    /// A calendar event of systemd in the language of the options, as a macro if there is one (`hourly`); nil when it has a time zone, or says
    /// what no expression does.
    func expression(forEvent text: String) -> String? {
        // "weekly" among cron expressions is cron's, on Sunday; systemd's is on Monday.
        if let macro = macro(text), (try? Schedule(macro, options)) != nil { return macro }
        guard let event = Self.event(text), event.zoneName == nil, let fields = event.fields else { return nil }
        var words: [String] = []
        for field in fields.all {
            guard let word = written(field) else { return nil }
            words.append(word)
        }
        if words.first == "0" { words.removeFirst() }
        guard let expression = inThisFlavor(words.joined(separator: " ")) else { return nil }
        return (try? Schedule(expression, options))?.recurrence == event.recurrence ? expression : nil
    }

    /// A text as a calendar event; nil when it is none.
    static func event(_ text: String) -> Schedule? {
        try? Schedule(text, Schedule.Options(flavor: .systemd))
    }

    private func written(_ field: ScheduleField) -> String? {
        var members: [String] = []
        for term in field.terms {
            switch term {
            case .span(let span): members.append(written(span, field.kind))
            case .lastDay(let before): members.append(before == 0 ? "L" : "L-\(before)")
            case .nearestWeekday, .lastWeekday, .ordinalWeekday, .finalWeekday: return nil
            }
        }
        return members.joined(separator: ",")
    }

    private func written(_ span: ScheduleTerm.Span, _ kind: FieldKind) -> String {
        let step = span.step == 1 ? "" : "/\(span.step)"
        return switch span.form {
        case .star: "*" + step
        case .single: String(span.first)
        case .open where span.first == kind.range.lowerBound: "*" + step
        case .range, .open: "\(span.first)-\(span.last)" + step
        }
    }
}
