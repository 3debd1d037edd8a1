extension CronExpression {
    /// The first time strictly after `moment` at which the schedule runs; seconds are always zero.
    ///
    /// The answer is in the same clock as `moment`: give UTC and get UTC.
    /// - Returns: nil when it never runs again: always for `@reboot` and for a date that never comes
    ///   (`0 0 31 2 *`), otherwise only when the time would lie beyond the year 9999.
    public func next(after moment: CivilDateTime) -> CivilDateTime? {
        guard let fields, fields.everMatches else { return nil }
        return fields.next(after: moment)
    }

    /// The next times in order, at most `count` of them; fewer only when ``next(after:)`` finds no more.
    public func next(after moment: CivilDateTime, count: Int) -> [CivilDateTime] {
        guard let fields, fields.everMatches else { return [] }
        var times: [CivilDateTime] = []
        var last = moment
        while times.count < count, let time = fields.next(after: last) {
            times.append(time)
            last = time
        }
        return times
    }
}

extension CronFields {
    fileprivate func next(after moment: CivilDateTime) -> CivilDateTime? {
        let months = self.month.matching
        var (year, month, firstDay) = (moment.year, moment.month, moment.day)
        if months.contains(month), days(year: year, month: month).contains(firstDay), let time = time(after: moment) {
            return CivilDateTime(date: (year, month, firstDay), hour: time.hour, minute: time.minute, second: 0)
        }
        firstDay += 1
        while year <= CivilCalendar.years.upperBound {
            if months.contains(month), let day = days(year: year, month: month).first(atLeast: firstDay) {
                return start(of: (year, month, day))
            }
            firstDay = 1
            if let nextMonth = months.first(atLeast: month + 1) {
                month = nextMonth
            } else {
                year += 1
                month = months.first ?? 1
            }
        }
        return nil
    }

    /// The first run on a day that has one.
    private func start(of date: (year: Int, month: Int, day: Int)) -> CivilDateTime {
        CivilDateTime(date: date, hour: hour.matching.first ?? 0, minute: minute.matching.first ?? 0, second: 0)
    }

    /// The first run later on the same day.
    private func time(after moment: CivilDateTime) -> (hour: Int, minute: Int)? {
        if hour.matching.contains(moment.hour), let minute = minute.matching.first(atLeast: moment.minute + 1) {
            return (moment.hour, minute)
        }
        return hour.matching.first(atLeast: moment.hour + 1).map { ($0, minute.matching.first ?? 0) }
    }

    /// The days of a month on which it runs, by the rule of ``bothDaysMustMatch``.
    private func days(year: Int, month: Int) -> ValueSet {
        let inMonth = ValueSet(1...CivilCalendar.length(ofMonth: month, year: year)).bits
        let byWeekday = weekdayPattern(startingAt: CivilCalendar.weekday(year: year, month: month, day: 1))
        let byDate = dayOfMonth.matching.bits
        return ValueSet(bits: inMonth & (bothDaysMustMatch ? byDate & byWeekday : byDate | byWeekday))
    }

    /// The selected weekdays as days 1 to 35 of a month whose first day is `first`.
    private func weekdayPattern(startingAt first: Int) -> UInt64 {
        let week = dayOfWeek.matching.bits
        let rotated = (week >> first | week << (7 - first)) & 0x7F
        let fiveWeeks: UInt64 = 1 | 1 << 7 | 1 << 14 | 1 << 21 | 1 << 28
        return (rotated * fiveWeeks) << 1
    }
}
