extension Schedule {
    /// Why it does or does not run at an instant.
    ///
    /// - Parameters:
    ///   - instant: in seconds since 1970-01-01T00:00:00Z.
    ///   - zone: the zone whose clock the schedule goes by.
    /// - Returns: what agrees with ``next(after:in:)``, also where a change of the clocks moves or drops a time.
    public func explanation(at instant: Int64, in zone: Zone = .utc) -> Explanation {
        let fires = instant > .min && next(after: instant - 1, in: zone) == instant
        let local = zone.local(at: instant)
        let verdicts = local.flatMap { local in fieldVerdicts(at: local) } ?? []
        let dayRule = fields.flatMap { $0.dayRuleClause(verdicts) }
        let (previous, next) = (previous(before: instant, in: zone), next(after: instant, in: zone))
        let never = fires || previous != nil || next != nil || fields == nil ? nil : neverClause(in: zone)
        let isAlwaysSkipped = never != nil && everRuns
        let clock = local.flatMap { isAlwaysSkipped ? never.map { ($0, nil) } : clockClause(fires: fires, at: instant, $0, in: zone) }
        let reason =
            if fires {
                clock?.reason ?? dayRule ?? "every field matches"
            } else if local == nil {
                "it lies outside the years 1 to 9999"
            } else {
                never.map { "it never runs, because \($0)" } ?? clock?.reason ?? refusal(verdicts, dayRule)
            }
        let when = local.map { "\(Phrase.dateTime($0)) (\(zone.name))" } ?? "that instant"
        return Explanation(
            instant: instant,
            zoneName: zone.name,
            localTime: local,
            offset: zone.offset(at: instant),
            fires: fires,
            verdicts: verdicts.map(\.verdict),
            dayRule: dayRule?.asSentence,
            daylightSaving: clock?.text.asSentence,
            previous: previous,
            next: next,
            summary: "\(fires ? "Runs" : "Does not run") at \(when): \(reason)"
        )
    }

    /// Why it does not run: the fields that do not match.
    private func refusal(_ verdicts: [FieldVerdict], _ dayRule: String?) -> String {
        guard let fields else { return "it runs only when the machine starts" }
        let isOneEnough = !fields.bothDaysMustMatch
        var reasons = verdicts.filter { !$0.matches && !($0.isDay && isOneEnough) }.map(\.clause)
        if isOneEnough, let dayRule, verdicts.allSatisfy({ !$0.isDay || !$0.matches }) { reasons.append(dayRule) }
        return Phrase.list(reasons)
    }

    // MARK: Changes of the clocks

    private func clockClause(
        fires: Bool,
        at instant: Int64,
        _ local: CivilDateTime,
        in zone: Zone
    ) -> (text: String, reason: String?)? {
        guard let recurrence else { return nil }
        guard recurrence.matches(local) else {
            guard fires, let change = zone.changes(in: instant..<instant + 1).first,
                let times = ChangedTimes(of: recurrence, at: change, in: zone)
            else { return dayClause(recurrence, at: instant, in: zone).map { ($0, nil) } }
            let text = "\(times.sentence), so it runs when the clocks have changed"
            return (text, text)
        }
        guard let pass = zone.pass(at: instant) else { return dayClause(recurrence, at: instant, in: zone).map { ($0, nil) } }
        let text = "this is the \(pass) \(Phrase.time(local)) of \(Phrase.date(local)), and it runs "
        return fires
            ? (text + (clockRule == .wallClock ? "both times" : "only the first time"), nil)
            : (text + "only the first time", text + "only the first time")
    }

    /// What becomes of the times that a change of the clocks skips or repeats on the day of an instant, as the clocks have it; nil when there
    /// are none.
    private func dayClause(_ recurrence: Recurrence, at instant: Int64, in zone: Zone) -> String? {
        let day: Int64 = 86_400
        let local = instant + Int64(zone.offset(at: instant))
        let start = Int64(CivilCalendar.floorDivide(Int(local), Int(day))) * day
        for change in zone.changes(in: instant - 2 * day..<instant + 2 * day) {
            // Where times are skipped up to midnight, they move to the next day.
            let times = change.localTimes.lowerBound..<change.localTimes.upperBound + (change.kind == .gap ? 1 : 0)
            guard times.overlaps(start..<start + day), let times = disturbedTimes(recurrence, by: change, in: zone) else { continue }
            return "\(times.sentence), as \(times.move): \(times.consequence(clockRule))"
        }
        return nil
    }
}

extension Zone {
    /// Whether the time on the clock comes twice, and which of the two an instant is: "first" or "second".
    fileprivate func pass(at instant: Int64) -> String? {
        let widest = Int64(2 * Self.widestOffset)
        for change in changes(in: instant - widest..<instant + widest) where change.kind == .overlap {
            if (change.at - Int64(change.length)..<change.at).contains(instant) { return "first" }
            if (change.at..<change.at + Int64(change.length)).contains(instant) { return "second" }
        }
        return nil
    }
}

extension String {
    /// With a capital in front.
    var asSentence: String { prefix(1).uppercased() + dropFirst() }
}
