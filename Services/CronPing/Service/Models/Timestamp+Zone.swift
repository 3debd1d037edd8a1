import CronSchedule
import Timekeeping

extension Timestamp {
    /// The years 1 to 9999, in seconds since 1970.
    static let civilSeconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// The time as the clocks of a zone show it, in RFC 3339 with its distance from UTC: `2026-04-20T11:00:00+02:00`, `2026-04-20T09:00:00Z`.
    ///
    /// RFC 3339 knows distances in whole minutes only: a time from before there were any is written in UTC.
    func rfc3339(in zone: Zone) -> String {
        let offset = zone.offset(at: seconds)
        guard offset != 0, offset % 60 == 0, let local = zone.local(at: seconds) else { return rfc3339 }
        let minutes = abs(offset) / 60
        let distance = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "\(local)\(offset < 0 ? "-" : "+")\(distance)"
    }
}
