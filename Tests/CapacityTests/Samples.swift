import Timekeeping

@testable import Capacity

/// A whole hour: 2026-04-20T09:00:00Z, a Monday.
let nine = Timestamp(seconds: 1_776_675_600)

extension ActivityHour {
    /// An hour that begins so many hours after ``nine``, counted from its beginning.
    static func sample(_ hours: Int64 = 0, _ change: (inout ActivityHour) -> Void = { _ in }) -> ActivityHour {
        let start = nine.adding(seconds: hours * 3_600)
        var hour = ActivityHour(hour: start, since: start)
        change(&hour)
        return hour
    }
}

extension CapacityReport {
    /// A small service on a small server, with ten days of history, as far as not said otherwise.
    static func sample(
        hours: [ActivityHour]? = nil,
        databaseBytes: Int64 = 10 << 20,
        machine: Machine = Machine(memoryBytes: 4 << 30, roomBytes: 60 << 30, processors: 2),
        rates: ProbeRates? = ProbeRates(writesOneByOne: 400, writesTogether: 4_000, reads: 100_000),
        probeFailure: String? = nil
    ) -> CapacityReport {
        let now = nine.adding(seconds: 10 * 86_400)
        let hours = hours ?? [.sample { $0.databaseBytes = databaseBytes }]
        return CapacityReport(
            path: "/data/app.db",
            time: now,
            load: Load(hours, databaseBytes: databaseBytes, at: now),
            databaseBytes: databaseBytes,
            machine: machine,
            rates: rates,
            probeFailure: probeFailure
        )
    }

    /// Whether something is a reason here.
    func standing(_ topic: Reason.Topic) -> Reason.Standing? { reasons.first { $0.topic == topic }?.standing }
}
