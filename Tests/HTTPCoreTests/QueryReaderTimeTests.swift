import HTTPCore
import Testing
import Timekeeping

@Suite("Days in a query")
struct QueryReaderTimeTests {
    @Test(
        "are read as dates, times and seconds",
        arguments: [
            ("day=2026-11-26", "2026-11-26"), ("day=2026-11-26T23:59:59Z", "2026-11-26"), ("day=2026-11-26%2023:59:59.999Z", "2026-11-26"),
            ("day=2026-11-26T00:30:00%2B01:00", "2026-11-25"), ("day=2026-11-26T23:30:00-01:00", "2026-11-27"), ("day=0", "1970-01-01"),
            ("day=-1", "1969-12-31"), ("day=1795737599", "2026-11-26"), ("day=1795737600", "2026-11-27"),
        ]
    )
    func reads(query: String, day: String) throws {
        let reader = QueryReader(query)
        #expect(reader.day("day")?.description == day)
        try reader.finish()
    }

    @Test("may be absent")
    func absent() throws {
        let reader = QueryReader("other=x")
        #expect(reader.day("day") == nil)
        try reader.finish()
    }

    @Test(
        "that are none are refused",
        arguments: [
            ("day=today", "not_a_date"), ("day=2026-02-29", "not_a_date"), ("day=2026-11", "not_a_date"),
            ("day=2026-11-26T00:30:00+01:00", "not_a_date"), ("day=1.5", "not_a_date"), ("day=253402300800", "not_a_date"),
            ("day=9223372036854775807", "not_a_date"), ("day=-62167219201", "not_a_date"), ("day=", "too_short"), ("day", "too_short"),
            ("day=2026-11-26&day=2026-11-27", "repeated"),
        ]
    )
    func refuses(query: String, code: String) {
        let reader = QueryReader(query)
        #expect(reader.day("day") == nil)
        let error = #expect(throws: InvalidInput.self) { try reader.finish() }
        #expect(error?.faults.map { "\($0.path) \($0.code.rawValue)" } == ["query.day \(code)"])
    }
}
