import CronSchedule
import Testing

private func event(_ text: String) throws -> Schedule {
    try Schedule.parse(text, .init(flavor: .systemd))
}

struct CalendarEventTests {
    @Test("the next times are those of systemd", arguments: CalendarEventReference.rows)
    func reference(_ row: ReferenceTimes.Row) throws {
        let times = try event(row.expression).next(after: try moment(row.start), count: 3)
        #expect(times == (try row.times.split(separator: " ").map { try moment(String($0)) }))
    }

    @Test(
        "the examples of systemd.time(7) mean what their normalized form means",
        arguments: [
            ("Sat,Thu,Mon..Wed,Sat..Sun", "Mon..Thu,Sat,Sun *-*-* 00:00:00"),
            ("Mon,Sun 12-*-* 2,1:23", "Mon,Sun 2012-*-* 01,02:23:00"),
            ("Wed *-1", "Wed *-*-01 00:00:00"),
            ("Wed..Wed,Wed *-1", "Wed *-*-01 00:00:00"),
            ("Wed, 17:48", "Wed *-*-* 17:48:00"),
            ("Wed..Sat,Tue 12-10-15 1:2:3", "Tue..Sat 2012-10-15 01:02:03"),
            ("*-*-7 0:0:0", "*-*-07 00:00:00"),
            ("10-15", "*-10-15 00:00:00"),
            ("monday *-12-* 17:00", "Mon *-12-* 17:00:00"),
            ("Mon,Fri *-*-3,1,2 *:30:45", "Mon,Fri *-*-01,02,03 *:30:45"),
            ("12,14,13,12:20,10,30", "*-*-* 12,13,14:10,20,30:00"),
            ("12..14:10,20,30", "*-*-* 12..14:10,20,30:00"),
            ("mon,fri *-1/2-1,3 *:30:45", "Mon,Fri *-01/2-01,03 *:30:45"),
            ("03-05 08:05:40", "*-03-05 08:05:40"),
            ("08:05:40", "*-*-* 08:05:40"),
            ("05:40", "*-*-* 05:40:00"),
            ("Sat,Sun 12-05 08:05:40", "Sat,Sun *-12-05 08:05:40"),
            ("Sat,Sun 08:05:40", "Sat,Sun *-*-* 08:05:40"),
            ("2003-03-05 05:40", "2003-03-05 05:40:00"),
            ("2003-02..04-05", "2003-02..04-05 00:00:00"),
            ("2003-03-05 05:40 UTC", "2003-03-05 05:40:00 UTC"),
            ("2003-03-05", "2003-03-05 00:00:00"),
            ("03-05", "*-03-05 00:00:00"),
            ("hourly", "*-*-* *:00:00"),
            ("daily", "*-*-* 00:00:00"),
            ("daily UTC", "*-*-* 00:00:00 UTC"),
            ("monthly", "*-*-01 00:00:00"),
            ("weekly", "Mon *-*-* 00:00:00"),
            ("weekly Pacific/Auckland", "Mon *-*-* 00:00:00 Pacific/Auckland"),
            ("yearly", "*-01-01 00:00:00"),
            ("annually", "*-01-01 00:00:00"),
            ("*:2/3", "*-*-* *:02/3:00"),
            ("minutely", "*-*-* *:*:00"),
            ("quarterly", "*-01,04,07,10-01 00:00:00"),
            ("semiannually", "*-01,07-01 00:00:00"),
            ("Bi-Annually", "*-01,07-01 00:00:00"),
            ("semi-annually", "*-01,07-01 00:00:00"),
            ("biannually", "*-01,07-01 00:00:00"),
            ("anually", "*-01-01 00:00:00"),
            ("@1395716396", "2014-03-25 02:59:56 UTC"),
            ("@1395716396 Europe/Berlin", "2014-03-25 02:59:56 UTC"),
            ("Tue @ +1395716396", "Tue 2014-03-25 02:59:56 UTC"),
            ("*-*~*", "*-*-* 00:00:00"),
            ("69-1-1", "2069-01-01 00:00:00"),
            ("0..2,70..99-1-1", "2000..2002,1970..1999-01-01 00:00:00"),
        ]
    )
    func examples(_ text: String, normalized: String) throws {
        let (event, full) = (try event(text), try event(normalized))
        #expect(event.text == text)
        #expect(event.zoneName == full.zoneName)
        for kind in FieldKind.allCases {
            #expect(event.fields?[kind]?.values == full.fields?[kind]?.values)
        }
        for start in [try moment("1969-12-31T23:59:59"), try moment("2026-01-01T00:00:00")] {
            #expect(event.next(after: start, count: 20) == full.next(after: start, count: 20))
        }
    }

    @Test func `each field keeps what was written for it, or its default`() throws {
        let full = try #require(try event("Mon..Fri,Sun 2026..2030-1/2~07/2 9..17/2:0,30:15 UTC").fields)
        #expect(full.all.map(\.raw) == ["15", "0,30", "9..17/2", "~07/2", "1/2", "Mon..Fri,Sun", "2026..2030"])
        let least = try #require(try event("Mon,").fields)
        #expect(least.all.map(\.raw) == ["0", "0", "0", "*", "*", "Mon"])
        #expect(least.dayOfWeek.values == [1])
        let timestamp = try #require(try event("@1395716396").fields)
        #expect(timestamp.all.map(\.raw) == ["56", "59", "2", "25", "3", "*", "2014"])
    }

    @Test func `a day must match both day fields`() throws {
        #expect(try event("Fri *-*-13").fields?.bothDaysMustMatch == true)
    }

    @Test(
        "weekdays have short and long names in any case, lists and ranges",
        arguments: [
            ("Mon", [1]), ("SUNDAY", [0]), ("sun", [0]), ("Mon..Sun", [0, 1, 2, 3, 4, 5, 6]), ("fri-Sun", [0, 5, 6]), ("Sun..Sun", [0]),
            ("Tuesday..thu,sat,", [2, 3, 4, 6]), ("Mon,Mon,Mon", [1]), ("Saturday-sunday,Wednesday", [0, 3, 6]),
        ]
    )
    func weekdays(_ text: String, values: [Int]) throws {
        #expect(try event(text).fields?.dayOfWeek.values == values)
        #expect(try event(text + " *-*-* 9:00").fields?.dayOfWeek.values == values)
    }

    @Test(
        "a range or step means the values that systemd takes it for",
        arguments: [
            ("5/20", [5, 25, 45]), ("0/59", [0, 59]), ("10..30/10", [10, 20, 30]), ("10..39/10", [10, 20, 30]), ("5..7/100", [5]),
            ("5..5", [5]), ("5..64/60", [5]), ("5..64/20", [5, 25, 45]), ("58/1", [58, 59]), ("1,3,5..7", [1, 3, 5, 6, 7]),
            ("00000007", [7]), ("0/30,20/30", [0, 20, 30, 50]),
        ]
    )
    func minutes(_ text: String, values: [Int]) throws {
        #expect(try event("*:" + text).fields?.minute.values == values)
    }

    @Test(
        "seconds may have a fraction that comes to nothing",
        arguments: [
            ("00.000", [0]), ("5.0000001", [5]), ("4.9999999", [5]), ("0/20.0", [0, 20, 40]), ("0..1.5", [0, 1]), ("5..5/1", [5]),
            ("1.0..3.000000", [1, 2, 3]), ("5..6.5/2", [5]),
        ]
    )
    func seconds(_ text: String, values: [Int]) throws {
        #expect(try event("*:*:" + text).fields?.second?.values == values)
    }

    @Test(
        "a time zone may follow",
        arguments: [
            ("9:00 UTC", "UTC"), ("9:00 utc", "UTC"), ("daily Utc", "UTC"), ("*-*-1 Europe/Berlin", "Europe/Berlin"), ("Mon CET", "CET"),
            ("*-*-*  UTC", "UTC"), ("Mon   GMT", "GMT"), ("9:00 America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
            ("9:00 Etc/GMT+5", "Etc/GMT+5"), ("9:00 NZ-CHAT", "NZ-CHAT"), ("9:00 posix/Asia/Tokyo", "posix/Asia/Tokyo"),
        ]
    )
    func zones(_ text: String, zone: String) throws {
        #expect(try event(text).zoneName == zone)
    }

    @Test(
        "blanks around an event and between its parts mean nothing",
        arguments: ["  Mon *-*-1 9:00", "Mon *-*-1 9:00\n", "Mon    *-*-1   9:00", "\tMon *-*-1 9:00 "]
    )
    func blanks(_ text: String) throws {
        #expect(try event(text).fields == (try event("Mon *-*-1 9:00").fields))
    }

    @Test func `a list has up to 241 members`() throws {
        let most = Array(repeating: "1", count: 241).joined(separator: ",")
        #expect(try event("*:" + most).fields?.minute.values == [1])
        let error = #expect(throws: ScheduleError.self) { try event("*:" + most + ",1") }
        #expect(error?.message == "Minute list has more than 241 values")
    }
}
