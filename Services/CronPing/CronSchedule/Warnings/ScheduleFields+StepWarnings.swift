extension ScheduleFields {
    /// Says of each field which steps and ranges do not do what they look like.
    func addStepWarnings(_ flavor: Schedule.Flavor, to warnings: inout [ScheduleWarning]) {
        if let second { add(second, flavor, to: &warnings) }
        add(minute, flavor, to: &warnings)
        add(hour, flavor, to: &warnings)
        add(dayOfMonth, flavor, to: &warnings)
        add(month, flavor, to: &warnings)
        add(dayOfWeek, flavor, to: &warnings)
    }

    private func add(_ field: ScheduleField, _ flavor: Schedule.Flavor, to warnings: inout [ScheduleWarning]) {
        let members = field.rawMembers
        for (index, term) in field.terms.enumerated() {
            guard case .span(let span) = term, span.step > 1 || span.last < span.first, !field.matchesAll else { continue }
            if field.terms[..<index].contains(term) { continue }
            let member = ScheduleMember(kind: field.kind, span: span, raw: members[index])
            if span.last < span.first {
                let split = flavor == .systemd ? nil : member.split
                let suggestion = split.map { expression(replacing: field.kind, with: field.raw(replacing: index, with: $0)) }
                warnings.append(
                    .init(
                        .wrappedRange,
                        in: field.kind,
                        about: member.raw,
                        member.wrappedMessage,
                        suggestions: suggestion.map { [$0] } ?? []
                    )
                )
            } else if let message = member.tooLongMessage {
                let even = flavor == .systemd ? [] : evenExpressions(field, member)
                warnings.append(.init(.stepLongerThanField, in: field.kind, about: member.raw, message, suggestions: even))
            } else if member.isUneven {
                let even = flavor == .systemd ? [] : evenExpressions(field, member)
                warnings.append(
                    .init(
                        .unevenStep,
                        in: field.kind,
                        about: member.raw,
                        member.unevenMessage(next: followingPeriod(field.kind)),
                        suggestions: even
                    )
                )
            }
        }
    }

    /// When a field starts again, for sentences: "the next hour"; nil for the day of month, which starts again at no fixed distance.
    private func followingPeriod(_ kind: FieldKind) -> String? {
        switch kind {
        case .second: minute.matchesAll ? "the next minute" : "in the next minute that matches"
        case .minute: hour.matchesAll ? "the next hour" : "in the next hour that matches"
        case .hour: choosesDays ? "on the next day that matches" : "the next day"
        case .month: choosesYears ? "in the next year that matches" : "the next year"
        case .dayOfWeek: "the next week"
        case .dayOfMonth, .year: nil
        }
    }

    /// Whether there are days without a run.
    private var choosesDays: Bool {
        !(month.matchesAll && !choosesYears && dayOfMonth.matchesAll && dayOfWeek.matchesAll)
    }

    /// The words of the expression, one of them another.
    func expression(replacing kind: FieldKind, with raw: String) -> String {
        all.map { $0.kind == kind ? raw : $0.raw }.joined(separator: " ")
    }
}

extension ScheduleField {
    /// The list members as they were written, one for each term; the whole list where terms and members are not in the same order (systemd's
    /// days from the end, `~03,01`).
    var rawMembers: [String] {
        if terms.count == 1 { return [raw] }
        let members = raw.split(separator: ",", omittingEmptySubsequences: false)
        return members.count == terms.count && raw.first != "~" ? members.map(String.init) : terms.map { _ in raw }
    }

    /// The field with another list member in the place of one.
    func raw(replacing index: Int, with member: String) -> String {
        var members = raw.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        members[index] = member
        return members.joined(separator: ",")
    }
}
