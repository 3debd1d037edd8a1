/// Which days of a month a schedule runs on.
struct DayRule: Hashable, Sendable {
    /// Days of the month, 1–31.
    var dates = ValueSet()
    /// `L` and `L-n`, as the n of each.
    var beforeLast = ValueSet()
    /// `nW`, as the n of each.
    var nearestWeekdays = ValueSet()
    /// `LW` and `L-nW`, as the n of each.
    var lastWeekdays = ValueSet()
    /// Days of the week, Sunday as 0.
    var weekdays = ValueSet()
    /// `n#o`: bit 7 × (o - 1) + n.
    var ordinalWeekdays = ValueSet()
    /// `nL`, as the n of each, Sunday as 0.
    var finalWeekdays = ValueSet()
    /// Whether a day must match date and weekday, not just one of them.
    var bothMustMatch: Bool

    /// Whether the month has to be looked at for more than its first weekday and its length.
    private var hasSpecialDates = false
    private var hasSpecialWeekdays = false

    init(_ fields: ScheduleFields) {
        bothMustMatch = fields.bothDaysMustMatch
        dates = fields.dayOfMonth.matching
        weekdays = fields.dayOfWeek.matching
        guard fields.dayOfMonth.hasMonthlyTerms || fields.dayOfWeek.hasMonthlyTerms else { return }
        add(fields.dayOfMonth.terms)
        add(fields.dayOfWeek.terms)
        hasSpecialDates = !(beforeLast.isEmpty && nearestWeekdays.isEmpty && lastWeekdays.isEmpty)
        hasSpecialWeekdays = !(ordinalWeekdays.isEmpty && finalWeekdays.isEmpty)
    }

    private mutating func add(_ terms: [ScheduleTerm]) {
        for term in terms {
            switch term {
            case .span: continue
            case .lastDay(let before): beforeLast.insert(before)
            case .nearestWeekday(let day): nearestWeekdays.insert(day)
            case .lastWeekday(let before): lastWeekdays.insert(before)
            case .ordinalWeekday(let weekday, let ordinal): ordinalWeekdays.insert(7 * (ordinal - 1) + weekday)
            case .finalWeekday(let weekday): finalWeekdays.insert(weekday)
            }
        }
    }

    /// The days of a month that match.
    func days(year: Int, month: Int) -> ValueSet {
        let length = CivilCalendar.length(ofMonth: month, year: year)
        let first = CivilCalendar.weekday(year: year, month: month, day: 1)
        let byDate = datesOfMonth(first: first, length: length)
        let byWeekday = weekdaysOfMonth(first: first, length: length)
        return ValueSet(bits: ValueSet(1...length).bits & (bothMustMatch ? byDate & byWeekday : byDate | byWeekday))
    }

    /// The days that match by date, as bits, for a month that begins with the weekday `first`.
    func datesOfMonth(first: Int, length: Int) -> UInt64 {
        guard hasSpecialDates else { return dates.bits }
        var days = dates
        for before in beforeLast where before < length { days.insert(length - before) }
        for day in nearestWeekdays where day <= length { days.insert(nearestWeekday(to: day, first, length)) }
        for before in lastWeekdays where before < length { days.insert(nearestWeekday(to: length - before, first, length)) }
        return days.bits
    }

    /// The days that match by weekday, as bits.
    func weekdaysOfMonth(first: Int, length: Int) -> UInt64 {
        let week = weekdays.bits
        let rotated = (week &>> UInt64(first) | week &<< UInt64(7 - first)) & 0x7F
        let fiveWeeks: UInt64 = 1 | 1 << 7 | 1 << 14 | 1 << 21 | 1 << 28
        let plain = (rotated &* fiveWeeks) << 1
        guard hasSpecialWeekdays else { return plain }
        var days = ValueSet(bits: plain)
        for bit in ordinalWeekdays {
            let day = 1 + (bit % 7 - first + 7) % 7 + bit / 7 * 7
            if day <= length { days.insert(day) }
        }
        let lastWeekday = (first + length - 1) % 7
        for weekday in finalWeekdays { days.insert(length - (lastWeekday - weekday + 7) % 7) }
        return days.bits
    }

    /// The Monday to Friday that is nearest to a day without leaving its month.
    private func nearestWeekday(to day: Int, _ first: Int, _ length: Int) -> Int {
        switch (first + day - 1) % 7 {
        case 6: day == 1 ? 3 : day - 1
        case 0: day == length ? day - 2 : day + 1
        default: day
        }
    }
}
