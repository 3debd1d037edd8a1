import CronSchedule
import Testing

struct ZoneChangesTests {
    @Test("the clocks change when Python's zoneinfo changes them", arguments: ReferenceChanges.rows)
    func reference(_ row: ReferenceChanges.Row) throws {
        let zone = try ZoneDatabase().zone(named: row.zone)
        let changes = zone.changes(in: row.instants).map { "\($0.at):\($0.offsetBefore):\($0.offsetAfter)" }
        #expect(changes.joined(separator: " ") == row.changes)
    }

    @Test("the offset is the old one up to a change and the new one from it on", arguments: ReferenceChanges.rows)
    func offsets(_ row: ReferenceChanges.Row) throws {
        let zone = try ZoneDatabase().zone(named: row.zone)
        for change in zone.changes(in: row.instants) {
            #expect(zone.offset(at: change.at - 1) == change.offsetBefore)
            #expect(zone.offset(at: change.at) == change.offsetAfter)
            #expect(zone.local(at: change.at)?.epochSeconds == change.at + Int64(change.offsetAfter))
        }
    }

    @Test func `a change forward is a gap, a change back an overlap`() throws {
        let changes = try ZoneDatabase().zone(named: "Australia/Lord_Howe").changes(in: 1_767_225_600..<1_798_761_600)
        #expect(changes.map(\.kind) == [.overlap, .gap])
        #expect(changes.map(\.length) == [1800, 1800])
    }

    @Test func `the range holds its first instant and not its last`() throws {
        let zone = try ZoneDatabase().zone(named: "Europe/Berlin")
        let change: Int64 = 1_774_746_000
        #expect(zone.changes(in: change..<change + 1).map(\.at) == [change])
        #expect(zone.changes(in: change - 10..<change).isEmpty)
        #expect(zone.changes(in: change + 1..<change + 10).isEmpty)
        #expect(zone.changes(in: change..<change).isEmpty)
    }

    @Test func `all changes of the calendar are found, and each year from 2008 to 9999 has two`() throws {
        let zone = try ZoneDatabase().zone(named: "America/New_York")
        let all = zone.changes(in: .min ..< .max)
        #expect(all.first?.at == -2_717_650_800)
        let later = all.filter { $0.at >= 1_199_145_600 }
        #expect(later.count == 2 * (9999 - 2007))
        #expect(later.last?.at == 253_397_570_400)
    }

    @Test func `clocks show nothing outside the years 1 to 9999`() throws {
        let zone = try ZoneDatabase().zone(named: "Asia/Tokyo")
        #expect(zone.local(at: 253_402_300_799 - 9 * 3600)?.description == "9999-12-31T23:59:59")
        #expect(zone.local(at: 253_402_300_800 - 9 * 3600) == nil)
        #expect(Zone.utc.local(at: -62_135_596_800)?.description == "0001-01-01T00:00:00")
        #expect(Zone.utc.local(at: -62_135_596_801) == nil)
        #expect(zone.local(at: .min) == nil)
        #expect(zone.local(at: .max) == nil)
        #expect(zone.offset(at: .max) == 9 * 3600)
    }
}

/// The changes of clocks within a range of instants, as Python's `zoneinfo` has them: the instant, the offset before, the offset after.
enum ReferenceChanges {
    struct Row: Sendable {
        let zone: String
        let instants: Range<Int64>
        let changes: String
    }

    static let rows = table.split(separator: "\n").map { line in
        let parts = line.split(separator: "|").map { String($0.trimmingBlanks) }
        let instants = parts.dropFirst().prefix(2).compactMap { Int64($0) }
        return Row(zone: parts[0], instants: instants[0]..<instants[1], changes: parts[3])
    }

    private static let table = """
        Europe/Berlin | -1704153600 | -1609459200 | -1693706400:3600:7200 -1680483600:7200:3600 -1663455600:3600:7200 \
        -1650150000:7200:3600 -1632006000:3600:7200 -1618700400:7200:3600
        Europe/Berlin | 1767225600 | 1798761600 | 1774746000:3600:7200 1792890000:7200:3600
        Europe/Berlin | 16693689600 | 16725225600 | 16701210000:3600:7200 16719354000:7200:3600
        America/New_York | -2745446400 | -2713910400 | -2717650800:-17762:-18000
        America/New_York | 1167609600 | 1199145600 | 1173596400:-18000:-14400 1194156000:-14400:-18000
        America/New_York | 4102444800 | 4133980800 | 4108690800:-18000:-14400 4129250400:-14400:-18000
        Australia/Lord_Howe | 1767225600 | 1798761600 | 1775314800:39600:37800 1791041400:37800:39600
        Africa/Casablanca | 1767225600 | 1798761600 | 1771120800:3600:0 1774144800:0:3600
        Africa/El_Aaiun | 2208988800 | 2240611200 | 2230164000:3600:0 2233792800:0:3600
        America/St_Johns | 567993600 | 631152000 | 576041460:-12600:-5400 594178260:-5400:-12600 607491060:-12600:-9000 \
        625631460:-9000:-12600
        America/St_Johns | 1293840000 | 1325376000 | 1299987060:-12600:-9000 1320553800:-9000:-12600
        Pacific/Apia | 1293840000 | 1338508800 | 1301752800:-36000:-39600 1316872800:-39600:-36000 1325239200:-36000:50400 \
        1333202400:50400:46800
        Asia/Gaza | 1767225600 | 1798761600 | 1774656000:7200:10800 1792796400:10800:7200
        Asia/Gaza | 3786912000 | 3818448000 | 3794083200:7200:10800 3812828400:10800:7200
        America/Scoresbysund | 1685577600 | 1735689600 | 1698541200:0:-3600 1729990800:-3600:-7200
        America/Scoresbysund | 2208988800 | 2240611200 | 2216250000:-7200:-3600 2234998800:-3600:-7200
        Antarctica/Troll | 1767225600 | 1798761600 | 1774746000:0:7200 1792890000:7200:0
        America/Asuncion | 1704067200 | 1735689600 | 1711249200:-10800:-14400 1728187200:-14400:-10800
        Asia/Beirut | 1767225600 | 1798761600 | 1774735200:7200:10800 1792875600:10800:7200
        America/Havana | 1767225600 | 1798761600 | 1772946000:-18000:-14400 1793509200:-14400:-18000
        Africa/Cairo | 1767225600 | 1798761600 | 1776981600:7200:10800 1793307600:10800:7200
        Europe/Dublin | 1767225600 | 1798761600 | 1774746000:0:3600 1792890000:3600:0
        Europe/Dublin | 2524608000 | 2556144000 | 2531955600:0:3600 2550704400:3600:0
        Australia/Sydney | 10413792000 | 10445328000 | 10421539200:39600:36000 10437868800:36000:39600
        Asia/Kathmandu | 486432000 | 517968000 | 504901800:19800:20700
        America/Caracas | 1180656000 | 1480550400 | 1197183600:-14400:-16200 1462086000:-16200:-14400
        Asia/Pyongyang | 1420070400 | 1546300800 | 1439564400:32400:30600 1525446000:30600:32400
        Pacific/Chatham | 1767225600 | 1798761600 | 1775311200:49500:45900 1790431200:45900:49500
        Asia/Tokyo | 1767225600 | 1798761600 | \u{20}
        US/Eastern | 1767225600 | 1798761600 | 1772953200:-18000:-14400 1793512800:-14400:-18000
        Etc/GMT+5 | 1767225600 | 1798761600 | \u{20}
        """
}
