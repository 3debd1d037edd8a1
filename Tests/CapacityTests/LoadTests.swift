import Testing
import Timekeeping

@testable import Capacity

@Suite struct LoadTests {
    @Test func `without an hour nothing is known`() {
        #expect(Load([], databaseBytes: 4_096, at: nine) == Load())
    }

    @Test func `an average is taken over the time there is, seven days at most`() {
        let hour = ActivityHour.sample {
            $0.writes = 50
            $0.reads = 450
        }
        let young = Load([hour], databaseBytes: 0, at: nine.adding(seconds: 43_200))
        #expect(young.writesPerDay == 100)
        #expect(young.operationsPerDay == 1_000)
        let late = Load([hour, .sample(24 * 9) { $0.writes = 70 }], databaseBytes: 0, at: nine.adding(seconds: 10 * 86_400))
        #expect(late.writesPerDay == 10, "what was nine days ago is not in the average")
        #expect(late.readsPerDay == 0)
    }

    @Test func `peaks are those of all that is recorded`() {
        let hours: [ActivityHour] = [
            .sample {
                $0.peakWrites = 90
                $0.writes = 7_200
            },
            .sample(24 * 30) {
                $0.peakWrites = 3
                $0.peakReads = 8
            },
        ]
        let load = Load(hours, databaseBytes: 0, at: nine.adding(seconds: 31 * 86_400))
        #expect(load.peakWrites == 90)
        #expect(load.peakReads == 8)
        #expect(load.busiestHour == 2)
    }

    @Test func `refusals and large WALs are counted by days`() {
        let hours: [ActivityHour] = [0, 1, 24].map { hour in
            ActivityHour.sample(hour) {
                $0.refused = 5
                $0.walBytes = 300 << 20
            }
        }
        let load = Load(hours, databaseBytes: 0, at: nine.adding(seconds: 2 * 86_400))
        #expect(load.refused == 15)
        #expect(load.daysWithRefusals == 2)
        #expect(load.daysWithLargeWAL == 2)
    }

    @Test func `growth needs a day, and may be negative`() {
        let hours = [ActivityHour.sample { $0.databaseBytes = 1_000 }]
        #expect(Load(hours, databaseBytes: 9_000, at: nine.adding(seconds: 86_400)).growthPerDay == nil)
        let later = nine.adding(seconds: 2 * 86_400 + 3_600)
        #expect(Load(hours, databaseBytes: 9_000, at: later).growthPerDay == 4_000)
        #expect(Load(hours, databaseBytes: 0, at: later).growthPerDay == -500)
    }

    @Test func `a size that no file has does no harm`() {
        let later = nine.adding(seconds: 2 * 86_400)
        #expect(Load([.sample { $0.databaseBytes = .min }], databaseBytes: .max, at: later).growthPerDay ?? 0 > 0)
    }

    @Test func `of hours long ago only the beginning counts`() {
        let now = nine.adding(seconds: 100 * 86_400)
        let old = ActivityHour.sample {
            $0.peakWrites = 90
            $0.writes = 7_200
        }
        let load = Load([old, .sample(24 * 100 - 2) { $0.writes = 70 }], databaseBytes: 0, at: now)
        #expect(load.since == now.adding(seconds: -90 * 86_400))
        #expect(load.writesPerDay == 10, "of seven days, not of two hours")
        #expect(load.peakWrites == 0)
        #expect(load.busiestHour == 70.0 / 3_600)
    }

    @Test func `a clock that was set back makes no negative time, and huge counts none that overflow`() {
        let hours: [ActivityHour] = [.sample { $0.writes = .max }, .sample(1) { $0.writes = .max }]
        let load = Load(hours, databaseBytes: 0, at: nine.adding(seconds: -60))
        #expect(load.seconds == 0)
        #expect(load.writesPerDay > 0)
        #expect(load.writesPerDay.isFinite)
    }
}
