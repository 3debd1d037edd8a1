extension Recurrence {
    /// The first time strictly after another; nil when there is none, or none before the year 10000.
    func next(after local: Int64) -> Int64? {
        guard let moment = CivilDateTime(epochSeconds: local) else {
            return local < 0 ? start(after: (1, 1, 0)) : nil
        }
        if runs(on: moment), let time = time(after: moment) {
            return local - Int64(moment.secondOfDay) + Int64(time)
        }
        return start(after: (moment.year, moment.month, moment.day))
    }

    /// The first run on a day later than the given one.
    private func start(after date: (year: Int, month: Int, day: Int)) -> Int64? {
        var (year, month, firstDay) = (date.year, date.month, date.day + 1)
        // Years that are named come, however late they are.
        let lastYear = years == nil ? min(CivilCalendar.years.upperBound, year + Self.longestGap) : YearSet.range.upperBound
        while year <= lastYear {
            if let years, !years.contains(year) {
                guard let later = years.first(atLeast: year) else { return nil }
                (year, month, firstDay) = (later, 1, 1)
            }
            if months.contains(month), let day = days.days(year: year, month: month).first(atLeast: firstDay) {
                return Self.seconds(year, month, day) + Int64(firstTime)
            }
            firstDay = 1
            if let later = months.first(atLeast: month + 1) {
                month = later
            } else {
                year += 1
                month = months.first ?? 1
            }
        }
        return nil
    }

    /// The first time of a day that has any, in seconds from its start.
    private var firstTime: Int { (hours.first ?? 0) * 3600 + firstTimeOfHour }

    private var firstTimeOfHour: Int { (minutes.first ?? 0) * 60 + (seconds.first ?? 0) }

    /// The first time later on the same day, in seconds from its start.
    private func time(after moment: CivilDateTime) -> Int? {
        if hours.contains(moment.hour) {
            if minutes.contains(moment.minute), let second = seconds.first(atLeast: moment.second + 1) {
                return moment.hour * 3600 + moment.minute * 60 + second
            }
            if let minute = minutes.first(atLeast: moment.minute + 1) {
                return moment.hour * 3600 + minute * 60 + (seconds.first ?? 0)
            }
        }
        return hours.first(atLeast: moment.hour + 1).map { $0 * 3600 + firstTimeOfHour }
    }

    static func seconds(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        Int64(CivilCalendar.days(year: year, month: month, day: day) * 86_400)
    }
}
