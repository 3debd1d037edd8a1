extension ScheduleFields {
    /// Says what Debian cron itself does not know (`entry.c`): there, the line is refused, or a field becomes part of the command.
    func addDebianWarning(_ text: String, to warnings: inout [ScheduleWarning]) {
        var parts: [String] = []
        if second != nil { parts.append("seconds") }
        addForeign(minute, to: &parts)
        addForeign(hour, to: &parts)
        addForeign(dayOfMonth, to: &parts)
        addForeign(month, to: &parts)
        addForeign(dayOfWeek, to: &parts)
        if year != nil { parts.append("years") }
        guard !parts.isEmpty else { return }
        warnings.append(
            .init(
                .notInDebianCron,
                about: text,
                "Debian cron itself refuses or misreads this, because it does not know \(Phrase.list(parts, "or"))",
                suggestions: debianExpression.map { [$0] } ?? []
            )
        )
    }

    private func addForeign(_ field: ScheduleField, to parts: inout [String]) {
        for (raw, term) in zip(field.rawMembers, field.terms) where term.isForeign || field.isQuestionMark {
            if !parts.contains(raw) { parts.append(raw) }
        }
    }

    /// The same in Debian's words, when `5/15` and `?` are all that it does not know.
    private var debianExpression: String? {
        guard second == nil, year == nil else { return nil }
        var words: [String] = []
        for field in all {
            var members: [String] = []
            for (raw, term) in zip(field.rawMembers, field.terms) {
                guard case .span(let span) = term else { return nil }
                members.append(field.isQuestionMark ? "*" : span.form == .open ? span.closed(raw, field.kind) : raw)
            }
            words.append(members.joined(separator: ","))
        }
        return words.joined(separator: " ")
    }
}

extension ScheduleField {
    fileprivate var isQuestionMark: Bool { raw.utf8.elementsEqual([UInt8(ascii: "?")]) }
}

extension ScheduleTerm {
    /// Whether Debian cron has no such member.
    fileprivate var isForeign: Bool {
        if case .span(let span) = self { span.form == .open } else { true }
    }
}

extension ScheduleTerm.Span {
    /// `5/15` as `5-59/15`, or just `5` where that is all.
    fileprivate func closed(_ raw: String, _ kind: FieldKind) -> String {
        let parts = raw.split(separator: "/")
        guard first + step <= last else { return String(parts[0]) }
        // As a name it is the same however days and months are numbered; the name of Sunday is only the first day.
        let end = kind.names.isEmpty || last == 7 ? String(last) : kind.names[last - kind.range.lowerBound]
        return "\(parts[0])-\(end)/\(parts[1])"
    }
}
