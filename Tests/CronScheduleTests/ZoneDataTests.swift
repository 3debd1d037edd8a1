import CronSchedule
import TestKit
import Testing

struct ZoneDataTests {
    /// A file of version 1 or 2 or later: changes to types of local time, then a rule.
    private func file(
        version: UInt8 = UInt8(ascii: "2"),
        changes: [(at: Int64, type: UInt8)] = [],
        offsets: [Int32] = [0],
        leapSeconds: Int = 0,
        rule: String = ""
    ) -> [UInt8] {
        func bytes<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
            withUnsafeBytes(of: value.bigEndian) { Array($0) }
        }
        func block(_ times: [[UInt8]]) -> [UInt8] {
            var block = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
            for count in [0, 0, leapSeconds, times.count, offsets.count, 4] { block += bytes(UInt32(count)) }
            for time in times { block += time }
            block += changes.map(\.type)
            for offset in offsets { block += bytes(offset) + [0, 0] }
            block += Array("ABC\0".utf8)
            return block + [UInt8](repeating: 0, count: leapSeconds * 12)
        }
        let first = block(changes.map { bytes(Int32(truncatingIfNeeded: $0.at)) })
        guard version > 0 else { return first }
        let second = block(changes.map { bytes($0.at) })
        return (leapSeconds == 0 ? first : Array(first.dropLast(4 * leapSeconds))) + second + Array("\n\(rule)\n".utf8)
    }

    @Test(
        "the rule at the end of the file says when clocks change",
        arguments: [
            ("CET-1CEST,M3.5.0,M10.5.0/3", 2026, "2026-03-29T01:00:00+7200 2026-10-25T01:00:00+3600"),
            ("EST5EDT,M3.2.0,M11.1.0", 2026, "2026-03-08T07:00:00-14400 2026-11-01T06:00:00-18000"),
            ("AEST-10AEDT,M10.1.0,M4.1.0/3", 2026, "2026-04-04T16:00:00+36000 2026-10-03T16:00:00+39600"),
            ("IST-1GMT0,M10.5.0,M3.5.0/1", 2026, "2026-03-29T01:00:00+3600 2026-10-25T01:00:00+0"),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2026, "2026-03-29T01:00:00-3600 2026-10-25T01:00:00-7200"),
            ("EET-2EEST,M3.4.4/50,M10.4.4/50", 2026, "2026-03-28T00:00:00+10800 2026-10-23T23:00:00+7200"),
            ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 2026, "2026-04-04T15:00:00+37800 2026-10-03T15:30:00+39600"),
            ("AAA0BBB,J59/0,J60/0", 2028, "2028-02-28T00:00:00+3600 2028-02-29T23:00:00+0"),
            ("AAA0BBB,J59/0,J60/0", 2027, "2027-02-28T00:00:00+3600 2027-02-28T23:00:00+0"),
            ("AAA0BBB,58/0,59/0", 2028, "2028-02-28T00:00:00+3600 2028-02-28T23:00:00+0"),
            ("AAA0BBB,59/0,365/0", 2028, "2028-02-29T00:00:00+3600 2028-12-30T23:00:00+0"),
            ("AAA+1:02:03BBB-2:00:00,M2.1.1/1:02:03,M2.1.1/23:00:01", 2026, "2026-02-02T02:04:06+7200 2026-02-02T21:00:01-3723"),
            ("AAA0BBB,M1.1.0/-167,M12.5.6/167", 2026, "2026-01-02T22:00:00+0 2026-12-27T01:00:00+3600"),
            ("XXX3EDT4,0/0,J365/23", 2026, ""), ("EST5EDT4,0/0,J365/25", 2026, ""), ("<+03>-3", 2026, ""), ("UTC0", 2026, ""),
        ]
    )
    func rule(_ rule: String, _ year: Int, _ expected: String) throws {
        let zone = try Zone(name: "Test", tzif: file(rule: rule))
        let start = try moment("\(year)-01-01T00:00").epochSeconds
        let end = try moment("\(year + 1)-01-01T00:00").epochSeconds
        let changes = zone.changes(in: start..<end).map { change in
            "\(CivilDateTime(epochSeconds: change.at)?.description ?? "")\(change.offsetAfter < 0 ? "" : "+")\(change.offsetAfter)"
        }
        #expect(changes.joined(separator: " ") == expected)
    }

    @Test func `summer time that ends when the next begins lasts all year`() throws {
        let zone = try Zone(name: "Test", tzif: file(rule: "EST5EDT,0/0,J365/25"))
        #expect(zone.changes(in: .min ..< .max).isEmpty)
        #expect(zone.offset(at: 1_776_675_600) == -4 * 3600)
    }

    @Test(
        "a rule that cannot be read is refused",
        arguments: [
            "A0", "AAA", "<A0", "AAA25", "AAA0BBB", "AAA0BBB,M3.5.0", "AAA0BBB,M3.5.0,", "AAA0BBB,M13.5.0,M10.5.0",
            "AAA0BBB,M3.6.0,M10.5.0",
            "AAA0BBB,M3.5.7,M10.5.0", "AAA0BBB,M3.5.0,M10.5.0/168", "AAA0BBB,J0,J5", "AAA0BBB,J366,J5", "AAA0BBB,366,5",
            "AAA0BBB,M3.5.0,M10.5.0x",
            "AAA9999999999999999999999", "AAA0:60", "AAA0BBB,M0.5.0,M10.5.0", "AAA0BBB,,", "ÄÄÄ0",
        ]
    )
    func malformedRule(_ rule: String) throws {
        let error = try #require(throws: ZoneError.self) { try Zone(name: "Test", tzif: file(rule: rule)) }
        #expect(error.problem == .malformed)
        #expect(error.message == "The data of time zone \"Test\" are damaged: its rule for the years to come cannot be read")
    }

    @Test func `the listed changes come before the rule, and 64 bits are read`() throws {
        let changes: [(Int64, UInt8)] = [(-4_000_000_000, 1), (1_000_000_000, 2), (1_767_225_600, 1)]
        let data = file(changes: changes, offsets: [-7200, 3600, 600], rule: "CET-1CEST,M3.5.0,M10.5.0/3")
        let zone = try Zone(name: "Test", tzif: data)
        let found = zone.changes(in: .min..<1_798_761_600)
        #expect(found.map(\.at) == [-4_000_000_000, 1_000_000_000, 1_767_225_600, 1_774_746_000, 1_792_890_000])
        #expect(found.map(\.offsetBefore) == [-7200, 3600, 600, 3600, 7200])
        #expect(zone.offset(at: .min) == -7200)
    }

    @Test func `a file of version 1 has 32 bits and no rule`() throws {
        let zone = try Zone(name: "Test", tzif: file(version: 0, changes: [(5, 1), (9, 0)], offsets: [0, 60]))
        #expect(zone.changes(in: .min ..< .max).map(\.at) == [5, 9])
    }

    @Test func `a change that leaves the offset as it is is none`() throws {
        let zone = try Zone(name: "Test", tzif: file(changes: [(5, 1), (9, 2), (12, 0)], offsets: [0, 60, 60]))
        #expect(zone.changes(in: .min ..< .max).map(\.at) == [5, 12])
    }

    @Test func `changes just outside the calendar end the search for times`() throws {
        let year10000: Int64 = 253_402_300_800
        let schedule = try Schedule.parse("0 0 1 1 *")
        let late = try Zone(name: "Late", tzif: file(offsets: [0, 3600], rule: "AAA0BBB,J2/2:30,J100"))
        #expect(schedule.next(after: year10000 + 7200, in: late) == nil)
        let early = try Zone(name: "Early", tzif: file(changes: [(-62_135_596_800 - 27 * 3600, 1)], offsets: [0, 60]))
        #expect(schedule.previous(before: -62_135_596_800 - 20 * 3600, in: early) == nil)
    }

    @Test func `damaged data are refused with the reason`() throws {
        let rows: [([UInt8], String)] = [
            ([], "they end early"),
            (Array("# tzdb data for Africa".utf8), "they are not a TZif file"),
            (file(offsets: []), "they have no offset from UTC"),
            (file(changes: [(9, 0), (5, 0)]), "its changes are not in order"),
            (file(changes: [(5, 0), (5, 0)]), "its changes are not in order"),
            (file(changes: [(5, 1)]), "a change leads to no offset"),
            (file(offsets: [100_000]), "an offset is out of range"),
            (file(offsets: [.min]), "an offset is out of range"),
            (file(leapSeconds: 1), "they count leap seconds"),
        ]
        for (data, reason) in rows {
            let error = try #require(throws: ZoneError.self) { try Zone(name: "Test", tzif: data) }
            #expect(error.message == "The data of time zone \"Test\" are damaged: \(reason)")
        }
    }

    @Test func `a file that ends anywhere too early is refused`() throws {
        let data = file(changes: [(5, 1), (9, 0)], offsets: [0, 60], rule: "CET-1CEST,M3.5.0,M10.5.0/3")
        _ = try Zone(name: "Test", tzif: data)
        for length in data.indices {
            #expect(throws: ZoneError.self) { try Zone(name: "Test", tzif: Array(data[..<length])) }
        }
    }

    @Test func `whatever the bytes are, a zone or an error comes of them, and clocks that run in order`() throws {
        var random = SplitMix64(seed: 7)
        let data = file(changes: [(5, 1), (9, 0), (99, 1)], offsets: [0, 60], rule: "CET-1CEST,M3.5.0,M10.5.0/3")
        var zones = 0
        for _ in 0..<4000 {
            var bytes = data
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            guard let zone = try? Zone(name: "Test", tzif: bytes) else { continue }
            zones += 1
            for instant in [Int64.min, -1, 7, 4_000_000_000, 253_402_300_799, .max] { #expect(abs(zone.offset(at: instant)) <= 26 * 3600) }
            let changes = zone.changes(in: 1_767_225_600..<1_900_000_000)
            #expect(zip(changes, changes.dropFirst()).allSatisfy { $0.at < $1.at && $0.offsetAfter == $1.offsetBefore })
            let schedule = try Schedule.parse("30 2 * * *")
            let next = try #require(schedule.next(after: 1_776_675_600, in: zone))
            #expect(next > 1_776_675_600)
            #expect(schedule.previous(before: next + 1, in: zone) == next)
        }
        #expect(zones > 500)
    }
}
