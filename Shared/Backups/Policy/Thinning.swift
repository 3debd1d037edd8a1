public import Timekeeping

/// Which backups go.
public enum Thinning {
    private static let hour: Int64 = 3_600_000
    private static let day = 24 * hour
    private static let week = 7 * day
    /// The epoch began on a Thursday, three days after a Monday.
    private static let mondayOffset = 3 * day

    /// The backups that need not stay. The newest of each of the last so many hours, days and weeks that have a backup do (in UTC, weeks
    /// beginning on Monday), and the newest one of all does in any case.
    ///
    /// What is from the future was made before the clock was set back. It counts by itself, so that none of today goes for its sake.
    ///
    /// - Parameters:
    ///   - times: when the backups were taken, in any order.
    ///   - now: the wall clock.
    public static func superfluous(_ times: [Timestamp], keep: Keep, now: Timestamp) -> Set<Timestamp> {
        superfluous(times.filter { $0 <= now }, keep).union(superfluous(times.filter { $0 > now }, keep))
    }

    private static func superfluous(_ times: [Timestamp], _ keep: Keep) -> Set<Timestamp> {
        let newestFirst = Set(times).sorted(by: >)
        var kept = Set(newestFirst.prefix(1))
        for (number, length) in [(keep.hourly, hour), (keep.daily, day), (keep.weekly, week)] {
            var spans: Set<Int64> = []
            for time in newestFirst where spans.count < number {
                if spans.insert(span(of: time, length)).inserted { kept.insert(time) }
            }
        }
        return Set(newestFirst).subtracting(kept)
    }

    /// The number of the hour, day or week in which a moment lies.
    private static func span(of time: Timestamp, _ length: Int64) -> Int64 {
        let moment = length == week ? time.milliseconds + mondayOffset : time.milliseconds
        let (quotient, remainder) = moment.quotientAndRemainder(dividingBy: length)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
