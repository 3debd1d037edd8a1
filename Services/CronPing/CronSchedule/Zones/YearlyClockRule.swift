/// Summer time that comes every year by the same rule: the part of a POSIX `TZ` string (`CET-1CEST,M3.5.0,M10.5.0/3`) that matters.
struct YearlyClockRule: Hashable, Sendable {
    /// When the clocks change in a year.
    struct Change: Hashable, Sendable {
        /// How the day is named.
        enum Day: Hashable, Sendable {
            /// `Mm.w.d`: the w-th weekday (Sunday as 0) of a month, the last one for 5.
            case weekday(Int, week: Int, month: Int)
            /// `Jn`: from 1 to 365, in which February 29 is never counted.
            case ordinal(Int)
            /// `n`: from 0 to 365, in which February 29 is counted.
            case offset(Int)
        }

        var day: Day
        /// Seconds after the start of the day on the clock that is changed, -167 to 167 hours.
        var time: Int

        /// The time of the change on the clock that is changed, in seconds since 1970.
        func local(in year: Int) -> Int64 {
            Int64(days(in: year) * 86_400 + time)
        }

        private func days(in year: Int) -> Int {
            let newYear = CivilCalendar.days(year: year, month: 1, day: 1)
            switch day {
            case .offset(let days): return newYear + days
            case .ordinal(let number):
                let isLeap = CivilCalendar.length(ofMonth: 2, year: year) == 29
                return newYear + number - (isLeap && number >= 60 ? 0 : 1)
            case .weekday(let weekday, let week, let month):
                let first = CivilCalendar.weekday(year: year, month: month, day: 1)
                let day = 1 + (weekday - first + 7) % 7 + (week - 1) * 7
                let fits = day <= CivilCalendar.length(ofMonth: month, year: year)
                return CivilCalendar.days(year: year, month: month, day: fits ? day : day - 7)
            }
        }
    }

    /// Seconds east of UTC outside summer time and within it.
    var (standardOffset, summerOffset): (Int, Int)
    /// When summer time begins, on a clock that shows standard time, and when it ends, on one that shows summer time.
    var (begin, end): (Change, Change)

    /// The stretch in which an instant lies.
    func period(at instant: Int64) -> Zone.Period {
        let (current, next) = changes(around: instant)
        let before = changes(around: current.at - 1).latest
        return Zone.Period(start: current.at, end: next, offset: current.offset, offsetBefore: before.offset)
    }

    /// The last change that does not come after an instant, and when the next one comes.
    ///
    /// Changes at the same instant count as the last of them: a summer time that ends when the next begins does not end (RFC 8536, 3.3.1).
    private func changes(around instant: Int64) -> (latest: (at: Int64, offset: Int), next: Int64) {
        let year = CivilCalendar.date(days: CivilCalendar.floorDivide(Int(instant), 86_400)).year
        var latest = (at: Int64.min, offset: standardOffset)
        var next = Int64.max
        // A change may be up to eight days outside its year, so the years next to the neighbours count, too.
        for year in year - 2...year + 2 {
            for (at, offset) in [beginning(in: year), ending(in: year)] {
                if at > instant { next = min(next, at) } else if at >= latest.at { latest = (at, offset) }
            }
        }
        return (latest, next)
    }

    private func beginning(in year: Int) -> (at: Int64, offset: Int) {
        (begin.local(in: year) - Int64(standardOffset), summerOffset)
    }

    private func ending(in year: Int) -> (at: Int64, offset: Int) {
        (end.local(in: year) - Int64(summerOffset), standardOffset)
    }
}
