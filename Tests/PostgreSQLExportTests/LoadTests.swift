import Database
import PostgreSQLExport
import TestKit
import Testing
import Timekeeping

/// What must survive the way to a real PostgreSQL.
@Suite(.serialized) struct LoadTests {
    /// Reserved words, capitals and quotes everywhere a name can be.
    static let people = Table(
        "user",
        columns: [
            .identity(), .text("email"), .text("select", default: "it's :x \\n"), .boolean("Done", default: true),
            .timestamp("at", nullable: true), .real("ratio", nullable: true), .json("tags", nullable: true, default: "[]"),
            .blob("body", nullable: true), .text("kind", default: "a", allowed: ["a", "b's"]), .integer("count", default: -7),
        ],
        indexes: [
            .unique("user_by_email", onExpressions: ["lower(\"email\")"]),
            .index("user_by_at", on: ["at", "Done"], where: "at IS NOT NULL AND done = 1"),
            // A name that PostgreSQL would make up for the key, and one for the sequence.
            .index("user_pkey", on: ["select"]), .index("user_id_seq", on: ["kind"]),
        ]
    )
    static let orders = Table(
        "order",
        columns: [
            .identity(), .reference("user_id", to: "user", onDelete: .cascade),
            .reference("other_id", to: "user", nullable: true, onDelete: .setNull), .text("a\"b"),
        ],
        indexes: [.index("order_by_user", on: ["user_id"])]
    )
    static let counts = Table("counts", columns: [.text("day"), .integer("group"), .integer("n")], primaryKey: ["group", "day"])

    private static let texts = [
        "", " ", "it's", "back\\slash", "\\N", "\\.", "\\", "tab\tnew\nline\r\n", "\u{1}\u{7F}\u{8}\u{B}\u{C}", "ÄÖ😀\u{10FFFF}", "\\x00",
        "\"q\"", "$check$", ":x", "-- comment", "\u{FEFF}bom", "\\t",
    ]

    private func fixture() async throws -> ExportFixture {
        let fixture = try ExportFixture([Self.people, Self.orders, Self.counts])
        for (number, text) in Self.texts.enumerated() {
            try await fixture.insert("INSERT INTO user (email, \"select\") VALUES (?, ?)", "a\(number)@example.com", text)
        }
        try await fixture.insert("INSERT INTO user (id, email) VALUES (4294967299, 'Max@Example.com')")
        try await fixture.insert("UPDATE user SET done = 0, at = -1, ratio = 9e999, kind = 'b''s' WHERE id = 1")
        try await fixture.insert(
            "UPDATE user SET at = ?, ratio = -9e999, tags = ? WHERE id = 2",
            Int64(-210_866_803_200_000),
            "{\"b\": 1.0,\"a\":\"\\n\"}"
        )
        try await fixture.insert(
            "UPDATE user SET at = ?, ratio = ?, body = x'00ff5c0a' WHERE id = 3",
            Int64(9_224_318_015_999_999),
            Double.leastNonzeroMagnitude
        )
        try await fixture.insert("UPDATE user SET at = ?, ratio = ?, body = x'' WHERE id = 4", Int64(-62_135_596_800_001), 0.1)
        try await fixture.insert("UPDATE user SET at = ?, count = ? WHERE id = 5", Int64(253_402_300_800_000), Int64.min)
        try await fixture.insert(
            "INSERT INTO \"order\" (user_id, other_id, \"a\"\"b\") VALUES (4294967299, 1, 'x'), (2, NULL, 'y'), (2, 2, 'z')"
        )
        try await fixture.insert("DELETE FROM \"order\" WHERE id = 3")
        try await fixture.insert("INSERT INTO counts VALUES ('2026-11-26', 3, 4), ('2026-11-25', 3, 5)")
        return fixture
    }

    @Test func `every trap arrives as it was, and the verification says so`() async throws {
        let server = try await PostgreSQLServer.start()
        let fixture = try await fixture()
        let manifest = try fixture.export()
        let url = try await server.createDatabase("traps")
        let loaded = try await server.load(fixture.dump, into: "traps")
        #expect(loaded.status == 0, "\(loaded.errorText)")
        #expect(loaded.errorText.isEmpty, "\(loaded.errorText)")

        let verification = try PostgreSQLVerification(of: url, against: manifest, schema: fixture.schema)
        #expect(verification.isSame, "\(verification.text)")
        #expect(verification.lines.map(\.foundRows) == [Int64(Self.texts.count) + 1, 2, 2])

        // Not by the checksum's own functions: what a client sees.
        let texts = try await server.query(
            "SELECT encode(convert_to(\"select\", 'UTF8'), 'hex') FROM \"user\" WHERE id < 100 ORDER BY id",
            in: "traps"
        )
        #expect(texts.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) == Self.texts.map { Self.hex($0) })
        let values = try await server.query(
            "SELECT id, at, ratio, \"Done\", kind, body, tags, count FROM \"user\" WHERE id < 6 ORDER BY id",
            in: "traps"
        )
        #expect(
            values == """
                1|1969-12-31 23:59:59.999+00|Infinity|f|b's||[]|-7
                2|4714-11-24 00:00:00+00 BC|-Infinity|t|a||{"b": 1.0,"a":"\\n"}|-7
                3|294276-12-31 23:59:59.999+00|5e-324|t|a|\\x00ff5c0a|[]|-7
                4|0001-12-31 23:59:59.999+00 BC|0.1|t|a|\\x|[]|-7
                5|10000-01-01 00:00:00+00||t|a||[]|-9223372036854775808
                """
        )
    }

    @Test func `numbers go on after the largest that was ever given, also that of a deleted row`() async throws {
        let server = try await PostgreSQLServer.start()
        let empty = Table("never", columns: [.identity(), .text("t")])
        let fixture = try ExportFixture([Self.people, Self.orders, empty])
        try await fixture.insert("INSERT INTO user (id, email) VALUES (4294967299, 'a')")
        try await fixture.insert("INSERT INTO \"order\" (user_id, \"a\"\"b\") VALUES (4294967299, 'x'), (4294967299, 'y')")
        try await fixture.insert("DELETE FROM \"order\"")
        try fixture.export()
        try await server.createDatabase("numbers")
        #expect(try await server.load(fixture.dump, into: "numbers").status == 0)
        #expect(try await server.query("INSERT INTO \"user\" (email) VALUES ('b') RETURNING id", in: "numbers") == "4294967300")
        let order = try await server.query(
            "INSERT INTO \"order\" (user_id, \"a\"\"b\") VALUES (4294967300, '') RETURNING id",
            in: "numbers"
        )
        #expect(order == "3")
        #expect(try await server.query("INSERT INTO never (t) VALUES ('') RETURNING id", in: "numbers") == "1")
        // By default, not always: rows can be brought in with their numbers.
        #expect(try await server.query("INSERT INTO never (id, t) VALUES (9, '') RETURNING id", in: "numbers") == "9")
    }

    @Test func `keys, references, checks, defaults and indexes hold`() async throws {
        let server = try await PostgreSQLServer.start()
        let fixture = try await fixture()
        try fixture.export()
        try await server.createDatabase("rules")
        #expect(try await server.load(fixture.dump, into: "rules").status == 0)
        let refused = [
            "INSERT INTO \"user\" (email) VALUES ('mAX@example.com')",
            "INSERT INTO \"user\" (id, email) VALUES (1, 'new')",
            "INSERT INTO \"user\" (email, kind) VALUES ('new', 'c')",
            "INSERT INTO \"user\" (email) VALUES (NULL)",
            "INSERT INTO \"order\" (user_id, \"a\"\"b\") VALUES (77777, '')",
            "INSERT INTO counts VALUES ('2026-11-26', 3, 4)",
        ]
        for sql in refused {
            await #expect(throws: PostgreSQLServer.Failure.self, "\(sql)") { try await server.query(sql, in: "rules") }
        }
        let row = try await server.query(
            "INSERT INTO \"user\" (email) VALUES ('new') RETURNING \"select\", \"Done\", tags, count",
            in: "rules"
        )
        #expect(row == "it's :x \\n|t|[]|-7")
        try await server.query("DELETE FROM \"user\" WHERE id = 1", in: "rules")
        #expect(try await server.query("SELECT id, other_id FROM \"order\" ORDER BY id", in: "rules") == "1|\n2|")
        try await server.query("DELETE FROM \"user\" WHERE id = 2", in: "rules")
        #expect(try await server.query("SELECT id FROM \"order\"", in: "rules") == "1")
        let partial = try await server.query("SELECT indexdef FROM pg_indexes WHERE indexname = 'user_by_at'", in: "rules")
        #expect(partial.hasSuffix("USING btree (at, \"Done\") WHERE ((at IS NOT NULL) AND \"Done\")"), "\(partial)")
        // Bytes decide the order, as in SQLite, whatever the language of the database.
        let collation = try await server.query(
            "SELECT collname FROM pg_collation c JOIN pg_attribute a ON a.attcollation = c.oid WHERE attname = 'email' AND attnum > 0",
            in: "rules"
        )
        #expect(Set(collation.split(separator: "\n")) == ["C"])
        #expect(try await server.query("SELECT count(*) > 0 FROM pg_stats WHERE tablename = 'user'", in: "rules") == "t")
    }

    @Test func `a database that is not empty, or not UTF-8, is left as it was`() async throws {
        let server = try await PostgreSQLServer.start()
        let fixture = try await fixture()
        try fixture.export()
        try await server.createDatabase("taken")
        try await server.query("CREATE TABLE counts (a int)", in: "taken")
        let loaded = try await server.load(fixture.dump, into: "taken")
        #expect(loaded.status == 3)
        #expect(loaded.errorText.contains("not empty, it has already: counts"))
        let tables = try await server.query("SELECT string_agg(tablename, ',') FROM pg_tables WHERE schemaname = 'public'", in: "taken")
        #expect(tables == "counts")
        try await server.createDatabase("latin", encoding: "LATIN1")
        let latin = try await server.load(fixture.dump, into: "latin")
        #expect(latin.status == 3)
        #expect(latin.errorText.contains("must be UTF8"))
    }

    @Test func `a load that is cut off leaves nothing`() async throws {
        let server = try await PostgreSQLServer.start()
        let fixture = try await fixture()
        try fixture.export()
        // Before the COMMIT; also in the middle of rows, where psql takes the end of the file for the end of the rows.
        let text = try fixture.text()
        let whole = Array(text[..<(try #require(text.firstRange(of: "COMMIT;")).lowerBound)].utf8)
        // In the transaction, too: outside, the time limits of the role would hold.
        #expect(String(decoding: whole, as: UTF8.self).contains("\nANALYZE "))
        for share in [20, 40, 45, 50, 55, 60, 80, 100] {
            let name = "cut\(share)"
            try await server.createDatabase(name)
            let part = try fixture.folder.write(whole.prefix(whole.count * share / 100), to: "part.sql")
            _ = try await server.load(part, into: name)
            #expect(try await server.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", in: name) == "0")
        }
    }

    private static func hex(_ text: String) -> String {
        text.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
