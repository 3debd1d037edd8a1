import Timekeeping

/// Turns counters that go up into hours, and decides when those are worth a write. Pure: times are given in.
struct ActivityLedger: Sendable {
    /// So much has to have happened for a write of its own. Below that, the service counts as idle: its upkeep reads a little all the
    /// time, and nobody should pay a write for that.
    enum Threshold {
        static let writes = 10
        static let reads = 1_000
    }

    /// Between two tries to write, in nanoseconds. A killed process loses what it counted since the last one.
    static let interval: Int64 = 60_000_000_000
    /// A shorter time is too short to tell how much comes in a second.
    private static let shortest: Int64 = 500_000_000
    /// Hours that wait for a disk that takes no writes. Beyond that, the oldest one goes.
    private static let mostFinished = Capacity.keptHours

    /// Hours that are over and not in the file, in order.
    private(set) var finished: [ActivityHour] = []
    /// What came in the present hour since the last write; `nil` before the first look.
    private(set) var current: ActivityHour?
    private var previous: (counters: ActivityCounters, at: Int64)?
    private var lastTry: Int64?
    /// Whether the file has no hour yet. The first one is written in any case: it says since when there was counting.
    private var isFirst: Bool

    /// - Parameter isFirst: whether the file has no hour yet.
    init(isFirst: Bool = false) { self.isFirst = isFirst }

    /// Takes note of where the counters stand.
    ///
    /// - Parameters:
    ///   - time: of the wall clock, which may jump.
    ///   - moment: nanoseconds of a clock that only goes up.
    mutating func note(_ counters: ActivityCounters, at time: Timestamp, _ moment: Int64) {
        defer { previous = (counters, moment) }
        let hour = ActivityHour.start(of: time)
        if let current, current.hour != hour { finish(current) }
        var now = current.flatMap { $0.hour == hour ? $0 : nil } ?? ActivityHour(hour: hour, since: time)
        if let previous { now.add(from: previous.counters, to: counters, seconds: Self.seconds(from: previous.at, to: moment)) }
        now.databaseBytes = counters.databaseBytes
        now.walBytes = max(now.walBytes, counters.walBytes)
        now.peakQueue = max(now.peakQueue, counters.queue)
        current = now
    }

    /// What to write now. Often nothing: once a minute at most, and only if something happened or it is the first time.
    mutating func due(_ moment: Int64) -> [ActivityHour] {
        guard let last = lastTry else {
            lastTry = moment
            return []
        }
        guard moment - last >= Self.interval else { return [] }
        let hours = finished + (current.map { $0.isBusy || isFirst ? [$0] : [] } ?? [])
        if !hours.isEmpty { lastTry = moment }
        return hours
    }

    /// What to write at the stop.
    func rest() -> [ActivityHour] { finished + (current.map { $0.isWorthKeeping ? [$0] : [] } ?? []) }

    /// Those hours are in the file, by a write that is nobody's but ours and must not be counted.
    mutating func wrote(_ hours: [ActivityHour]) {
        countOwnWrite()
        finished = []
        isFirst = false
        if let current, hours.contains(where: { $0.hour == current.hour }) {
            self.current = ActivityHour(hour: current.hour, since: current.since)
        }
    }

    /// The file was asked for a write of ours, which it counts even if it fails.
    mutating func countOwnWrite() { previous?.counters.writes += 1 }

    private mutating func finish(_ hour: ActivityHour) {
        guard hour.isWorthKeeping else { return }
        finished.append(hour)
        if finished.count > Self.mostFinished { finished.removeFirst() }
    }

    /// `nil` if that is too short a time.
    private static func seconds(from start: Int64, to end: Int64) -> Double? {
        end - start >= shortest ? Double(end - start) / 1_000_000_000 : nil
    }
}

extension ActivityHour {
    /// Whether this much is worth a write while the hour goes on.
    fileprivate var isBusy: Bool {
        writes >= ActivityLedger.Threshold.writes || reads >= ActivityLedger.Threshold.reads || busy > 0 || refused > 0
    }

    /// Whether this much is worth a write at the end.
    fileprivate var isWorthKeeping: Bool { isBusy || writes > 0 }

    /// - Parameter seconds: that this took; `nil` if the busiest second is not to be told from it.
    fileprivate mutating func add(from old: ActivityCounters, to new: ActivityCounters, seconds: Double?) {
        let (newReads, newWrites) = (max(0, new.reads - old.reads), max(0, new.writes - old.writes))
        reads += newReads
        writes += newWrites
        busy += max(0, new.busy - old.busy)
        refused += max(0, new.refused - old.refused)
        guard let seconds else { return }
        peakReads = max(peakReads, Int((Double(newReads) / seconds).rounded(.up)))
        peakWrites = max(peakWrites, Int((Double(newWrites) / seconds).rounded(.up)))
    }
}
