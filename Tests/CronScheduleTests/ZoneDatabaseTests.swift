import CronSchedule
import Testing

struct ZoneDatabaseTests {
    private let database = ZoneDatabase()

    @Test(
        "names of the IANA database are zones",
        arguments: ["Europe/Berlin", "US/Eastern", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "EST"]
    )
    func known(_ name: String) throws {
        #expect(try database.zone(named: name).name == name)
    }

    @Test("UTC has many names", arguments: ["UTC", "Z", "Etc/UTC", "GMT", "Zulu"])
    func utc(_ name: String) throws {
        let zone = try database.zone(named: name)
        #expect(zone.changes(in: .min ..< .max).isEmpty)
        #expect(zone.offset(at: 0) == 0)
    }

    @Test func `the zone of Z is called UTC`() throws {
        #expect(try database.zone(named: "Z") == .utc)
        #expect(try database.zone(named: "Z").name == "UTC")
    }

    @Test(
        "what is no name of a zone is refused",
        arguments: [
            "", " ", "/", ".", "..", "../etc/passwd", "/etc/localtime", "/usr/share/zoneinfo/Europe/Berlin", "Europe/../Europe/Berlin",
            "Europe/./Berlin", "Europe//Berlin", "Europe/Berlin/", "posix/Europe/Berlin", "right/Europe/Berlin", "localtime", "posixrules",
            "Factory", "tzdata.zi", "zone.tab", "leapseconds", "Europe", "Europe/Berlin\0", "Europe/Berlin\u{301}", "Ëurope/Berlin",
            "+02:00", "\n",
        ]
    )
    func refused(_ name: String) throws {
        let error = try #require(throws: ZoneError.self) { try database.zone(named: name) }
        #expect(error.problem == .unknown)
        #expect(error.name == name)
    }

    @Test func `a name of great length is refused`() throws {
        let error = try #require(throws: ZoneError.self) { try database.zone(named: String(repeating: "A/", count: 100_000)) }
        #expect(error.message.utf8.count < 200)
    }

    @Test(
        "a likely zone is suggested for a name that is none",
        arguments: [
            ("europe/berlin", "Europe/Berlin"), ("Berlin", "Europe/Berlin"), ("Europe/Berln", "Europe/Berlin"), ("utc", "UTC"),
            ("new york", "America/New_York"), ("America/New York", "America/New_York"), ("Asia/Calcuta", "Asia/Calcutta"),
            ("AMERICA/LOS_ANGELES", "America/Los_Angeles"), ("Buenos Aires", "America/Buenos_Aires"), ("Sidney", "Australia/Sydney"),
            ("Rome", "Europe/Rome"), ("est", "EST"), ("Tokio", "Asia/Tokyo"), ("TRUE", nil), ("null", nil), ("Roma", nil),
            ("localtime", nil), ("Middle/Earth", nil), ("../etc/passwd", nil), ("", nil), ("x", nil),
        ] as [(String, String?)]
    )
    func suggestion(_ name: String, _ suggestion: String?) throws {
        let error = try #require(throws: ZoneError.self) { try database.zone(named: name) }
        #expect(error.suggestion == suggestion)
    }

    @Test func `the message names the value and what is accepted`() throws {
        let error = try #require(throws: ZoneError.self) { try database.zone(named: "Europe/\u{7}Berln") }
        #expect(error.message == "Time zone \"Europe/?Berln\" is unknown (an IANA name like \"America/New_York\" or \"UTC\" is accepted)")
        #expect(error.description == error.message)
    }

    @Test func `every name that is listed is a zone`() throws {
        let names = database.names()
        #expect(names.count > 400)
        #expect(names.contains("Europe/Berlin") && names.contains("UTC"))
        #expect(names == names.sorted())
        for name in names { _ = try database.zone(named: name) }
    }

    @Test func `a directory that is not there has no zones`() throws {
        let empty = ZoneDatabase(directory: "/nonexistent")
        #expect(empty.names().isEmpty)
        let error = try #require(throws: ZoneError.self) { try empty.zone(named: "Europe/Berlin") }
        #expect(error.suggestion == nil)
        #expect(try empty.zone(named: "UTC") == .utc)
    }
}
