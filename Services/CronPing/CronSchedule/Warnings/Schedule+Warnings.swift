extension Schedule {
    /// What a reader could misunderstand.
    ///
    /// - Parameters:
    ///   - zone: the zone whose clock the schedule goes by; nil if that does not matter, then nothing is said of daylight saving.
    ///   - instant: from when on changes of the clocks are looked at, for a year, and years count as not over; seconds since 1970.
    /// - Returns: field by field, then what concerns several; empty for most expressions.
    public func warnings(in zone: Zone? = nil, from instant: Int64 = 0) -> [ScheduleWarning] {
        guard let fields else { return [.init(.neverRuns, about: text, "Runs when the machine starts, so it has no next time")] }
        var warnings: [ScheduleWarning] = []
        fields.addStepWarnings(flavor, to: &warnings)
        if flavor != .systemd { fields.addDayRuleWarning(text, to: &warnings) }
        if let never = neverReason(fields, in: zone ?? .utc, from: instant) {
            warnings.append(.init(.neverRuns, about: text, never))
        } else {
            fields.addShortMonthWarnings(to: &warnings)
            if let zone { addClockWarnings(zone, from: instant, to: &warnings) }
        }
        if flavor == .debian { fields.addDebianWarning(text, to: &warnings) }
        return warnings
    }

    /// Why it does not run at or after an instant, in a sentence; nil when it does.
    private func neverReason(_ fields: ScheduleFields, in zone: Zone, from instant: Int64) -> String? {
        if let clause = neverClause(in: zone) { return "Never runs: \(clause)" }
        // Only years end, and only times that are not moved may be skipped for ever.
        let year = fields.year.flatMap { $0.isBareStar ? nil : $0 }
        guard year != nil || clockRule != .fixedTimes, next(after: max(instant, .min + 1) - 1, in: zone) == nil else { return nil }
        let now = zone.local(at: instant)
        let over = year.flatMap { Self.overClause($0, in: now?.year ?? .max) }
        let last = previous(before: instant, in: zone).flatMap { zone.local(at: $0) }.map { "the last time was \(Phrase.dateTime($0))" }
        let skipped = now == nil ? nil : skippedClause(after: instant + Int64(zone.offset(at: instant)) - 1, in: zone)
        if year == nil, skipped == nil { return nil }
        return "Never runs again: \([over, last, skipped.map { "and \($0)" }].compactMap { $0 }.joined(separator: ", "))"
    }

    /// That all years of a field are over; nil in one that is not later.
    private static func overClause(_ field: ScheduleField, in year: Int) -> String? {
        let years = YearSet(field).values
        guard years.allSatisfy({ $0 < year }) else { return nil }
        return years.count == 1 ? "year \(years[0]) is over" : "years \(field.raw) are over"
    }

    /// Why it has no time at all; nil when it has one.
    func neverClause(in zone: Zone) -> String? {
        guard everRuns else {
            return "none of the selected months \(fields?.choosesYears == true ? "and years " : "")has one of the selected days"
        }
        // A date that comes in any year is not skipped in each.
        guard let year = fields?.year, !year.isBareStar, next(after: .min, in: zone) == nil else { return nil }
        return skippedClause(after: Zone.instants.lowerBound, in: zone) ?? "the clocks in \(zone.name) skip its times"
    }

    /// That the next time on the clock after another does not exist; nil when it does.
    private func skippedClause(after local: Int64, in zone: Zone) -> String? {
        guard let recurrence, let time = recurrence.next(after: local) else { return nil }
        let widest = Int64(Zone.widestOffset)
        for change in zone.changes(in: time - widest..<time + widest + 1) where change.kind == .gap && change.localTimes.contains(time) {
            guard let times = ChangedTimes(of: recurrence, at: change, in: zone) else { continue }
            let isLast = recurrence.next(after: change.localTimes.upperBound - 1) == nil
            return times.sentence + (isLast ? "" : ", nor do its later times")
        }
        return nil
    }
}
