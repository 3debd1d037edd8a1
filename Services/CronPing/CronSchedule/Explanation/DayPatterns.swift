/// What every day, hour and minute of a schedule has in it, and how to count the gaps of a stretch of time from that.
struct DayPatterns {
    private let recurrence: Recurrence
    /// The patterns of an instant, a minute, an hour and a day.
    let levels: [TimePattern]

    /// How many levels there are.
    static let count = 4

    /// How many seconds each level takes.
    private static let lengths: [Int64] = [1, 60, 3600, 86_400]

    init(_ recurrence: Recurrence) {
        self.recurrence = recurrence
        let minute = TimePattern(.instant, at: recurrence.seconds, unit: 1)
        let hour = TimePattern(minute, at: recurrence.minutes, unit: 60)
        levels = [.instant, minute, hour, TimePattern(hour, at: recurrence.hours, unit: 3600)]
    }

    /// Adds the runs of a stretch of time in which the clock runs evenly.
    ///
    /// - Parameters:
    ///   - range: in seconds since 1970 on the clock.
    ///   - offset: how far the clock is from UTC, in seconds.
    func add(_ range: Range<Int64>, offset: Int, to counter: inout GapCounter) {
        var day = CivilCalendar.floorDivide(Int(range.lowerBound), 86_400)
        while Int64(day) * 86_400 < range.upperBound {
            let date = CivilCalendar.date(days: day)
            let isChosen = recurrence.months.contains(date.month) && recurrence.years?.contains(date.year) ?? true
            if isChosen, CivilCalendar.years.contains(date.year) {
                for other in recurrence.days.days(year: date.year, month: date.month).values where other >= date.day {
                    add(3, at: Int64(day + other - date.day) * 86_400, within: range, offset, to: &counter)
                }
            }
            day += CivilCalendar.length(ofMonth: date.month, year: date.year) - date.day + 1
        }
    }

    /// Adds a day, an hour, a minute or an instant, or what lies in the range of it.
    private func add(_ level: Int, at start: Int64, within range: Range<Int64>, _ offset: Int, to counter: inout GapCounter) {
        let end = start + Self.lengths[level]
        if range.lowerBound <= start, end <= range.upperBound {
            counter.add(levels[level], level: level, at: start - Int64(offset))
        } else if range.overlaps(start..<end) {
            let parts = [recurrence.seconds, recurrence.minutes, recurrence.hours][level - 1]
            for part in parts.values {
                add(level - 1, at: start + Int64(part) * Self.lengths[level - 1], within: range, offset, to: &counter)
            }
        }
    }
}
