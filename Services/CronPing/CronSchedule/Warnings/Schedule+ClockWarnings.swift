extension Schedule {
    private static let year: Int64 = 365 * 86_400

    /// Says what becomes of the times that the clocks skip or repeat within a year, for the first such change of each kind.
    func addClockWarnings(_ zone: Zone, from instant: Int64, to warnings: inout [ScheduleWarning]) {
        guard let recurrence, zone.local(at: instant) != nil else { return }
        var kinds: [ZoneChange.Kind] = []
        for change in zone.changes(in: instant..<instant + Self.year) where !kinds.contains(change.kind) {
            guard let times = disturbedTimes(recurrence, by: change, in: zone) else { continue }
            kinds.append(change.kind)
            warnings.append(.init(.daylightSaving, about: text, "\(times.sentence): \(times.consequence(clockRule))".asSentence))
        }
    }

    /// The times that a change skips or repeats; nil when there are none, or it makes no difference.
    func disturbedTimes(_ recurrence: Recurrence, by change: ZoneChange, in zone: Zone) -> ChangedTimes? {
        isUndisturbed(by: change, recurrence) ? nil : ChangedTimes(of: recurrence, at: change, in: zone)
    }

    /// Whether it just goes on through a change, because each hour is like the other and whole hours are skipped or repeated.
    private func isUndisturbed(by change: ZoneChange, _ recurrence: Recurrence) -> Bool {
        guard recurrence.hours.count == 24, change.length % 3600 == 0 else { return false }
        return change.kind == .gap ? clockRule != .fixedTimes : clockRule == .wallClock
    }
}
