import HTTPCore
import Testing
import Timekeeping

@testable import Capacity

@Suite struct CapacityReportTests {
    /// The last ten days, each with the same at nine o'clock.
    private func days(_ change: @escaping (inout ActivityHour) -> Void) -> [ActivityHour] {
        (0..<10).map { day in ActivityHour.sample(day * 24, change) }
    }

    @Test func `five hundred operations a day are no reason to move`() {
        let report = CapacityReport.sample(
            hours: days {
                $0.reads = 450
                $0.writes = 50
                $0.peakReads = 3
                $0.peakWrites = 10
                $0.databaseBytes = 10 << 20
            }
        )
        #expect(report.verdict == .stay)
        #expect(report.used == 0.005)
        #expect(report.summary.hasSuffix("operations a day, 0.5 % of capacity: stay."))
        #expect(report.text.contains("One file is the right choice."))
    }

    @Test(arguments: [(0, Reason.Standing.no), (999, .no), (1_000, .watch), (1_999, .watch), (2_000, .yes)])
    func `writes are a reason when an hour is full of them`(perSecond: Int, standing: Reason.Standing) {
        let report = CapacityReport.sample(hours: [.sample { $0.writes = perSecond * 3_600 }])
        #expect(report.standing(.writes) == standing)
    }

    @Test func `one second at the limit is something to watch, no reason to move`() {
        let report = CapacityReport.sample(hours: [.sample { $0.peakWrites = 2_000 }])
        #expect(report.standing(.writes) == .watch)
        #expect(report.verdict == .watch)
        #expect(report.used == 1)
    }

    @Test func `reads are no part of the share, which would contradict the verdict, and are named beside it`() {
        let report = CapacityReport.sample(
            hours: days {
                $0.reads = 1
                $0.peakReads = 75_000
            }
        )
        #expect(report.verdict == .stay)
        #expect(report.summary.hasSuffix("0 % of capacity: stay."))
        #expect(report.text.contains("75,000 reads (150 % of one thread), 0 writes"))
    }

    @Test(arguments: [(4, Reason.Standing.no), (5, .watch), (51, .watch), (101, .yes)])
    func `size counts against the memory, and by itself`(gibibytes: Int, standing: Reason.Standing) {
        let bytes = Int64(gibibytes) << 30
        #expect(CapacityReport.sample(databaseBytes: bytes).standing(.size) == standing)
        let roomy = Machine(memoryBytes: 256 << 30, roomBytes: nil, processors: 64)
        let expected: Reason.Standing = gibibytes == 5 ? .no : standing
        #expect(CapacityReport.sample(databaseBytes: bytes, machine: roomy).standing(.size) == expected)
    }

    @Test func `refused writes are watched, and a reason when they come again and again`() {
        let once = CapacityReport.sample(hours: [.sample(24 * 9) { $0.refused = 4 }])
        #expect(once.standing(.contention) == .watch)
        #expect(CapacityReport.sample(hours: days { $0.refused = 4 }).standing(.contention) == .yes)
        #expect(CapacityReport.sample(hours: [.sample(24 * 9) { $0.peakQueue = 999 }]).standing(.contention) == .no)
        #expect(CapacityReport.sample(hours: [.sample(24 * 9) { $0.peakQueue = 1_000 }]).standing(.contention) == .watch)
    }

    @Test func `a disk that fills up is watched, and never a reason to move`() {
        let small = Machine(memoryBytes: 4 << 30, roomBytes: 1 << 30, processors: 2)
        let grown = CapacityReport.sample(hours: [.sample()], databaseBytes: 1 << 30, machine: small)
        #expect(grown.standing(.growth) == .watch)
        #expect(grown.verdict == .watch)
        #expect(CapacityReport.sample(hours: [.sample()], databaseBytes: 1 << 30).standing(.growth) == .no, "with 60 GiB of room")
    }

    @Test func `long reads are told from erasures, which write no more than the file`() {
        let hours = days { $0.walBytes = 300 << 20 }
        #expect(CapacityReport.sample(hours: hours, databaseBytes: 250 << 20).standing(.analytics) == .watch)
        #expect(CapacityReport.sample(hours: hours, databaseBytes: 10 << 20).standing(.analytics) == .yes)
        #expect(CapacityReport.sample(hours: days { $0.walBytes = 64 << 20 }).standing(.analytics) == .no)
    }

    @Test func `whether one machine is enough is asked, not answered, and decides nothing`() {
        #expect(CapacityReport.sample().standing(.machines) == .ask)
        #expect(CapacityReport.sample().verdict == .stay)
    }

    @Test func `too little history is said`() {
        let young = CapacityReport(
            path: "/data/app.db",
            time: nine.adding(seconds: 1_200),
            load: Load([.sample { $0.writes = 9 }], databaseBytes: 4_096, at: nine.adding(seconds: 1_200)),
            databaseBytes: 4_096,
            machine: Machine(memoryBytes: nil, roomBytes: nil, processors: 1),
            rates: nil
        )
        #expect(young.summary.hasPrefix("Counted for 20 minutes only, too little to tell"))
        #expect(CapacityReport.sample(hours: []).summary == "Nothing was counted yet. So far there is no reason to move.")
        #expect(CapacityReport.sample(hours: [], databaseBytes: 200 << 30).summary.hasSuffix("By what is known so far: move."))
    }

    @Test func `a measurement that failed is part of the report`() {
        let report = CapacityReport.sample(rates: nil, probeFailure: "the disk is full")
        #expect(report.used == nil)
        #expect(report.text.contains("could not be measured: the disk is full"))
        #expect(report.json["probe"] == .null)
        #expect(report.json["probe_failure"] == "the disk is full")
        #expect(report.verdict == .stay)
    }

    @Test func `programs get the same, and the text beside it`() throws {
        let report = CapacityReport.sample()
        let json = try JSONParser.parse(report.json.serialized())
        #expect(json["verdict"] == "stay")
        #expect(json["text"]?.stringValue == report.text)
        #expect(json["reasons"]?.arrayValue?.count == Reason.Topic.allCases.count)
        #expect(json["machine"]?["processors"] == 2)
    }
}
