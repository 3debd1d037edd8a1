extension Recurrence {
    /// The last time strictly before another; nil when there is none, or none after the year 0.
    func previous(before local: Int64) -> Int64? {
        guard let moment = CivilDateTime(epochSeconds: local) else {
            return local < 0 ? nil : end(before: (CivilCalendar.years.upperBound, 12, 32))
        }
        if runs(on: moment), let time = time(before: moment) {
            return local - Int64(moment.secondOfDay) + Int64(time)
        }
        return end(before: (moment.year, moment.month, moment.day))
    }

    /// The last run on a day earlier than the given one.
    private func end(before date: (year: Int, month: Int, day: Int)) -> Int64? {
        var (year, month, lastDay) = (date.year, date.month, date.day - 1)
        let firstYear = years == nil ? max(CivilCalendar.years.lowerBound, year - Self.longestGap) : YearSet.range.lowerBound
        while year >= firstYear {
            if let years, !years.contains(year) {
                guard let earlier = years.last(atMost: year) else { return nil }
                (year, month, lastDay) = (earlier, 12, 31)
            }
            if months.contains(month), let day = days.days(year: year, month: month).last(atMost: lastDay) {
                return Self.seconds(year, month, day) + Int64(lastTime)
            }
            lastDay = 31
            if let earlier = months.last(atMost: month - 1) {
                month = earlier
            } else {
                year -= 1
                month = months.last ?? 12
            }
        }
        return nil
    }

    /// The last time of a day that has any, in seconds from its start.
    private var lastTime: Int { (hours.last ?? 0) * 3600 + lastTimeOfHour }

    private var lastTimeOfHour: Int { (minutes.last ?? 0) * 60 + (seconds.last ?? 0) }

    /// The last time earlier on the same day, in seconds from its start.
    private func time(before moment: CivilDateTime) -> Int? {
        if hours.contains(moment.hour) {
            if minutes.contains(moment.minute), let second = seconds.last(atMost: moment.second - 1) {
                return moment.hour * 3600 + moment.minute * 60 + second
            }
            if let minute = minutes.last(atMost: moment.minute - 1) {
                return moment.hour * 3600 + minute * 60 + (seconds.last ?? 0)
            }
        }
        return hours.last(atMost: moment.hour - 1).map { $0 * 3600 + lastTimeOfHour }
    }
}
