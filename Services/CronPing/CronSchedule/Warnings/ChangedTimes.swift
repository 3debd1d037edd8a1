/// The times of a schedule that a change of the clocks skips or repeats, in words.
struct ChangedTimes {
    let change: ZoneChange
    private let zone: Zone
    /// Seconds since 1970 on the clock of the zone, at most one more than are listed.
    private let times: [Int64]
    private let last: Int64
    /// Whether it runs anyway when the clocks have changed.
    private let runsAfterwards: Bool

    /// More than so many are said as "the times from … to …".
    private static let mostListed = 3

    /// nil when the schedule has no time there.
    init?(of recurrence: Recurrence, at change: ZoneChange, in zone: Zone) {
        let end = change.localTimes.upperBound
        var (times, time): ([Int64], Int64) = ([], change.localTimes.lowerBound - 1)
        while times.count <= Self.mostListed, let next = recurrence.next(after: time), next < end {
            times.append(next)
            time = next
        }
        guard !times.isEmpty, let last = recurrence.previous(before: end) else { return nil }
        self.times = times
        self.last = last
        runsAfterwards = CivilDateTime(epochSeconds: change.at + Int64(change.offsetAfter)).map(recurrence.matches) ?? false
        self.change = change
        self.zone = zone
    }

    private var isOne: Bool { times.count == 1 }

    private var first: Int64 { times[0] }

    /// "02:30 does not exist on 2027-03-28 in Europe/Berlin", "02:00 and 02:30 come twice on 2026-10-25 in Europe/Berlin", without a capital.
    var sentence: String {
        let verb =
            switch change.kind {
            case .gap: isOne ? "does not exist" : "do not exist"
            case .overlap: isOne ? "comes twice" : "come twice"
            }
        return "\(subject) \(verb)\(Self.isSameDay(first, last) ? " on \(Self.date(first))" : "") in \(zone.name)"
    }

    private var subject: String {
        let names = times.map(name)
        return times.count <= Self.mostListed ? Phrase.list(names) : "the times from \(names[0]) to \(name(last))"
    }

    /// What becomes of them: "it runs at 03:00 instead", "they are left out", "it runs only the first time".
    func consequence(_ rule: ClockRule) -> String {
        switch (change.kind, rule) {
        case (.gap, .fixedTimes) where isOne && !runsAfterwards: "it runs at \(name(end)) instead"
        case (.gap, .fixedTimes): "it runs once, at \(name(end))\(runsAfterwards ? "" : ", instead")"
        case (.gap, _): isOne ? "it is skipped" : "they are skipped"
        case (.overlap, .wallClock): isOne ? "it runs twice" : "it runs both times"
        case (.overlap, _): "it runs only the first time"
        }
    }

    /// "the clocks go from 02:00 to 03:00".
    var move: String {
        "the clocks go \(change.kind == .gap ? "from" : "back from") \(name(change.at + Int64(change.offsetBefore))) to \(name(end))"
    }

    /// The first time on the clock that has changed.
    private var end: Int64 { change.at + Int64(change.offsetAfter) }

    /// A time as on the day of the first, with the date when it is another one.
    private func name(_ time: Int64) -> String {
        guard let moment = CivilDateTime(epochSeconds: time) else { return "" }
        return Self.isSameDay(first, last) && Self.isSameDay(first, time) ? Phrase.time(moment) : Phrase.dateTime(moment)
    }

    private static func isSameDay(_ one: Int64, _ other: Int64) -> Bool { date(one) == date(other) }

    private static func date(_ time: Int64) -> String {
        CivilDateTime(epochSeconds: time).map(Phrase.date) ?? ""
    }
}

extension ZoneChange {
    /// The times on the clock that are skipped or come twice, in seconds since 1970 on the clock.
    var localTimes: Range<Int64> {
        at + Int64(min(offsetBefore, offsetAfter))..<at + Int64(max(offsetBefore, offsetAfter))
    }
}
