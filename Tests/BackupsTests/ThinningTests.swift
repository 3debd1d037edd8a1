import Testing
import Timekeeping

@testable import Backups

@Suite struct ThinningTests {
    /// A Wednesday.
    private static let now = time("2026-11-25T12:30:00Z")

    private static func time(_ text: String) -> Timestamp { Timestamp(rfc3339: text) ?? Timestamp(seconds: 0) }

    private func kept(_ times: [Timestamp], _ keep: String) throws -> [String] {
        let keep = try #require(Keep(keep))
        return Set(times).subtracting(Thinning.superfluous(times, keep: keep, now: Self.now)).sorted().map(\.rfc3339)
    }

    @Test func `the newest of each hour, day and week that has one stays`() throws {
        let times = [
            "2026-11-08T23:59:59Z", "2026-11-15T10:00:00Z", "2026-11-16T00:00:00Z", "2026-11-22T23:59:59Z", "2026-11-23T00:00:00Z",
            "2026-11-24T09:00:00Z", "2026-11-24T21:00:00Z", "2026-11-25T11:10:00Z", "2026-11-25T11:50:00Z", "2026-11-25T12:00:00Z",
        ].map(Self.time)
        #expect(try kept(times, "2h") == ["2026-11-25T11:50:00Z", "2026-11-25T12:00:00Z"])
        #expect(try kept(times, "3d") == ["2026-11-23T00:00:00Z", "2026-11-24T21:00:00Z", "2026-11-25T12:00:00Z"])
        // The weeks begin on Monday, the 16th and the 23rd.
        #expect(try kept(times, "3w") == ["2026-11-15T10:00:00Z", "2026-11-22T23:59:59Z", "2026-11-25T12:00:00Z"])
    }

    @Test func `gaps do not use up what is kept`() throws {
        let times = ["2020-01-01T00:00:00Z", "2023-01-01T00:00:00Z", "2026-11-25T12:00:00Z"].map(Self.time)
        #expect(try kept(times, "3h").count == 3)
    }

    @Test func `what is from the future counts by itself`() throws {
        let times = [
            "2026-11-25T10:00:00Z", "2026-11-25T12:00:00Z", "2026-11-26T10:00:00Z", "2026-11-26T11:00:00Z", "2026-11-26T11:30:00Z",
        ].map(Self.time)
        #expect(try kept(times, "1h") == ["2026-11-25T12:00:00Z", "2026-11-26T11:30:00Z"])
        #expect(try kept(times, "2h") == times.filter { $0 != times[3] }.map(\.rfc3339))
    }

    @Test func `the newest stays whatever is kept, and nothing comes of nothing`() throws {
        #expect(try kept([Self.now], "1w").count == 1)
        #expect(Thinning.superfluous([], keep: Keep(), now: Self.now).isEmpty)
    }

    @Test func `thinned every hour for ten weeks, days and weeks are left`() throws {
        var times: [Timestamp] = []
        for hour in 0..<Int64(24 * 70) {
            times.append(Self.now.adding(seconds: hour * 3_600))
            let superfluous = Thinning.superfluous(times, keep: Keep(), now: times[times.count - 1])
            times.removeAll { superfluous.contains($0) }
        }
        // 24 hours, of which the last is of today and the first of yesterday; five more days; and the weeks before that.
        #expect((30...34).contains(times.count), "\(times.count)")
        let oldest = try #require(times.min())
        // On a Wednesday, the Sunday before the Sunday before the last.
        #expect((Self.now.adding(seconds: 24 * 70 * 3_600).seconds - oldest.seconds) / 86_400 == 16)
    }

    @Test func `times before the epoch fall into the right week`() throws {
        // A Sunday and a Monday.
        let times = ["1969-12-28T12:00:00Z", "1969-12-29T12:00:00Z"].map(Self.time)
        #expect(try kept(times, "2w").count == 2)
    }
}
