public import Timekeeping

/// What the recorded hours come to.
public struct Load: Sendable, Equatable {
    /// When counting began, at most 90 days ago; `nil` if nothing was counted yet.
    public private(set) var since: Timestamp?
    /// How long ago that is, in seconds.
    public private(set) var seconds: Int64 = 0
    /// On average over the last seven days, or since counting began.
    public private(set) var readsPerDay = 0.0
    /// As ``readsPerDay``.
    public private(set) var writesPerDay = 0.0
    /// In the busiest second of the last 90 days.
    public private(set) var peakReads = 0
    /// As ``peakReads``.
    public private(set) var peakWrites = 0
    /// Writes per second, on average over the busiest hour of the last 90 days.
    public private(set) var busiestHour = 0.0
    /// Writes that waited at once, at most, as seen once a second in the last seven days.
    public private(set) var peakQueue = 0
    /// Writes refused in the last seven days because too many waited.
    public private(set) var refused = 0
    /// On how many of the last seven days that happened.
    public private(set) var daysWithRefusals = 0
    /// How often a long read held up a checkpoint or a purge in the last seven days.
    public private(set) var busy = 0
    /// The largest WAL of the last seven days, in bytes.
    public private(set) var largestWAL: Int64 = 0
    /// On how many of the last seven days the WAL was larger than ``CapacityReport/largeWAL``.
    public private(set) var daysWithLargeWAL = 0
    /// Bytes that the file grows a day, over the last 30 days; negative if it shrinks, `nil` before there is a day to tell from.
    public private(set) var growthPerDay: Double?

    /// Nothing was counted yet.
    public init() {}

    /// - Parameters:
    ///   - hours: in order. Those of the last 90 days count, the first one also when it is older: it says since when there was counting.
    ///   - databaseBytes: the file's size now.
    init(_ hours: [ActivityHour], databaseBytes: Int64, at now: Timestamp) {
        guard let first = hours.first else { return }
        let oldest = now.adding(seconds: -Capacity.keptSeconds)
        // A clock that was set back must not make the time negative, nor an hour last longer than it does.
        let start = max(oldest, min(first.since, now))
        let hours = hours.filter { $0.hour >= oldest }
        since = start
        seconds = now.seconds - start.seconds
        peakReads = hours.map { $0.peakReads }.max() ?? 0
        peakWrites = hours.map { $0.peakWrites }.max() ?? 0
        busiestHour = Double(hours.map { $0.writes }.max() ?? 0) / 3_600
        let week = hours.filter { $0.hour > now.adding(seconds: -7 * 86_400) }
        let days = Double(min(max(seconds, 1), 7 * 86_400)) / 86_400
        readsPerDay = Double(Self.sum(week) { $0.reads }) / days
        writesPerDay = Double(Self.sum(week) { $0.writes }) / days
        peakQueue = week.map { $0.peakQueue }.max() ?? 0
        refused = Self.sum(week) { $0.refused }
        busy = Self.sum(week) { $0.busy }
        largestWAL = week.map { $0.walBytes }.max() ?? 0
        daysWithRefusals = Self.days(of: week) { $0.refused > 0 }
        daysWithLargeWAL = Self.days(of: week) { $0.walBytes > CapacityReport.largeWAL }
        growthPerDay = Self.growth(hours, to: databaseBytes, at: now)
    }

    /// Reads and writes.
    public var operationsPerDay: Double { readsPerDay + writesPerDay }

    private static func sum(_ hours: [ActivityHour], _ number: (ActivityHour) -> Int) -> Int {
        hours.reduce(0) { sum, hour in
            let (next, isBeyond) = sum.addingReportingOverflow(number(hour))
            return isBeyond ? .max : next
        }
    }

    private static func days(of hours: [ActivityHour], where condition: (ActivityHour) -> Bool) -> Int {
        Set(hours.filter(condition).map { CalendarDay(of: $0.hour) }).count
    }

    private static func growth(_ hours: [ActivityHour], to databaseBytes: Int64, at now: Timestamp) -> Double? {
        guard let first = hours.first(where: { $0.hour > now.adding(seconds: -30 * 86_400) }) else { return nil }
        // The size in a row is that at the end of its hour.
        let seconds = now.seconds - first.hour.seconds - 3_600
        guard seconds >= 86_400 else { return nil }
        return (Double(databaseBytes) - Double(first.databaseBytes)) * 86_400 / Double(seconds)
    }
}
