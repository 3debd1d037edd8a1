import HTTPCore
import Testing
import Timekeeping

@Suite("Times in an object")
struct ObjectReaderTimeTests {
    private func reader(_ value: String) throws -> ObjectReader {
        ObjectReader(["at": try JSONParser.parse(Array(value.utf8))])
    }

    @Test(
        "are read as RFC 3339 and as seconds since 1970",
        arguments: [
            (#""2026-11-26T09:00:00Z""#, "2026-11-26T09:00:00Z"), (#""2026-11-26t10:00:00.2509+01:00""#, "2026-11-26T09:00:00.250Z"),
            (#""2026-11-26 09:00:00z""#, "2026-11-26T09:00:00Z"), ("1795683600", "2026-11-26T09:00:00Z"), ("0", "1970-01-01T00:00:00Z"),
            ("-1", "1969-12-31T23:59:59Z"), ("1795683600.25", "2026-11-26T09:00:00.250Z"), ("1.7956836e9", "2026-11-26T09:00:00Z"),
            ("253402300799", "9999-12-31T23:59:59Z"),
        ]
    )
    func reads(value: String, time: String) throws {
        let reader = try reader(value)
        #expect(reader.timestamp("at")?.rfc3339 == time)
        try reader.finish()
    }

    @Test("may be absent or null", arguments: [[:], ["at": nil]] as [JSONValue])
    func absent(object: JSONValue) throws {
        let reader = ObjectReader(object)
        #expect(reader.timestamp("at") == nil)
        try reader.finish()
    }

    @Test(
        "that are none are refused",
        arguments: [
            (#""tomorrow""#, "not_a_time"), (#""2026-11-26""#, "not_a_time"), (#""2026-02-29T00:00:00Z""#, "not_a_time"),
            (#""1795683600""#, "not_a_time"), ("\"\"", "not_a_time"), ("true", "not_a_time"), ("[]", "not_a_time"), ("{}", "not_a_time"),
            (#""2026-11-26T09:00:00."# + String(repeating: "0", count: 100) + #"Z""#, "not_a_time"), ("1795683600000", "out_of_range"),
            ("253402300800", "out_of_range"), ("-62167219201", "out_of_range"), ("99999999999999999999", "out_of_range"),
            ("-1e400", "out_of_range"),
        ]
    )
    func refuses(value: String, code: String) throws {
        let reader = try reader(value)
        #expect(reader.timestamp("at") == nil)
        let error = #expect(throws: InvalidInput.self) { try reader.finish() }
        #expect(error?.faults.map { "\($0.path) \($0.code.rawValue)" } == ["$.at \(code)"])
    }

    @Test func `one that is required must be there`() {
        let reader = ObjectReader([:])
        #expect(reader.timestamp("at", required: true) == nil)
        #expect(throws: InvalidInput.self) { try reader.finish() }
    }

    @Test func `are written in UTC`() {
        #expect(JSONValue(Timestamp(milliseconds: 1_795_683_600_250)) == "2026-11-26T09:00:00.250Z")
        #expect(JSONValue(nil as Timestamp?) == .null)
    }
}
