import Database
import PostgreSQLExport
import TestKit
import Testing
import Timekeeping

/// Random rows of all types, there and back.
@Suite(.serialized) struct RoundTripTests {
    struct Sample: Equatable {
        var integer: Int64?
        var boolean: Bool?
        var time: Timestamp?
        var real: Double?
        var text: String?
        var blob: [UInt8]?
    }

    static let table = Table(
        "samples",
        columns: [
            .identity(), .integer("i", nullable: true), .boolean("b", nullable: true), .timestamp("t", nullable: true),
            .real("r", nullable: true), .text("s", nullable: true), .blob("x", nullable: true),
        ]
    )

    /// What a generator of numbers makes of a seed: the same rows at every run.
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            // SplitMix64.
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    static func sample(_ generator: inout Generator) -> Sample {
        func maybe<T>(_ value: T, _ generator: inout Generator) -> T? { generator.next() % 5 == 0 ? nil : value }
        let alphabet = Array("aZ09 \\\t\n\r'\"$:;.,|\u{0}äß漢😀\u{1}\u{7F}\u{2028}\u{FFFF}NT".unicodeScalars)
        var text = ""
        for _ in 0..<Int.random(in: 0...40, using: &generator) {
            text.unicodeScalars.append(alphabet[Int.random(in: 1..<alphabet.count, using: &generator)])
        }
        text.unicodeScalars.removeAll { $0.value == 0 }
        // Any bit pattern but NaN, which SQLite stores as NULL, and -0.0, which it stores as 0.0.
        var real = Double(bitPattern: generator.next())
        if real.isNaN || real == 0 { real = 1.5 }
        let milliseconds = Int64.random(in: -62_135_596_800_000...253_402_300_799_999, using: &generator)
        let blob = (0..<Int.random(in: 0...60, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
        return Sample(
            integer: maybe(Int64(bitPattern: generator.next()), &generator),
            boolean: maybe(Bool.random(using: &generator), &generator),
            time: maybe(Timestamp(milliseconds: milliseconds), &generator),
            real: maybe(real, &generator),
            text: maybe(text, &generator),
            blob: maybe(blob, &generator)
        )
    }

    private func fixture(rows: Int, seed: UInt64) async throws -> (ExportFixture, [Sample]) {
        let fixture = try ExportFixture([Self.table])
        var generator = Generator(state: seed)
        var made: [Sample] = []
        for _ in 0..<rows { made.append(Self.sample(&generator)) }
        let samples = made
        try await fixture.database.write { connection in
            for sample in samples {
                try connection.execute(
                    "INSERT INTO samples (i, b, t, r, s, x) VALUES (?, ?, ?, ?, ?, ?)",
                    sample.integer,
                    sample.boolean,
                    sample.time,
                    sample.real,
                    sample.text,
                    sample.blob
                )
            }
        }
        return (fixture, samples)
    }

    @Test func `two thousand random rows come back value by value`() async throws {
        let server = try await PostgreSQLServer.start()
        let (fixture, samples) = try await fixture(rows: 2_000, seed: 42)
        let manifest = try fixture.export()
        let url = try await server.createDatabase("samples")
        let loaded = try await server.load(fixture.dump, into: "samples")
        #expect(loaded.status == 0, "\(loaded.errorText)")
        #expect(try PostgreSQLVerification(of: url, against: manifest, schema: fixture.schema).isSame)
        let answer = try await server.query(
            """
            SELECT i, b, to_char(t AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), r, encode(convert_to(s, 'UTF8'), 'hex') || '.', \
            encode(x, 'hex') || '.' FROM samples ORDER BY id
            """,
            in: "samples"
        )
        let found = answer.split(separator: "\n").map { Self.parse($0) }
        #expect(found.count == samples.count)
        let differing = zip(found, samples).enumerated().filter { $0.element.0 != $0.element.1 }
        let first = differing.first.map { "row \($0.offset + 1): found \($0.element.0), wrote \($0.element.1)" }
        #expect(differing.isEmpty, "\(differing.count) rows differ; \(first ?? "")")
    }

    /// What is NULL is empty; hexadecimal digits have a point at their end.
    private static func parse(_ line: Substring) -> Sample {
        let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let texts = fields.suffix(2).map { $0.isEmpty ? nil : bytes(String($0.dropLast())) }
        return Sample(
            integer: Int64(fields[0]),
            boolean: fields[1].isEmpty ? nil : fields[1] == "t",
            time: Timestamp(rfc3339: fields[2]),
            real: Double(fields[3].replacing("Infinity", with: "inf")),
            text: texts[0].map { String(decoding: $0, as: UTF8.self) },
            blob: texts[1]
        )
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.utf8.map { UInt8($0 > 0x39 ? $0 - 0x61 + 10 : $0 - 0x30) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    @Test func `the verification finds any single change`() async throws {
        let server = try await PostgreSQLServer.start()
        let (fixture, _) = try await fixture(rows: 50, seed: 7)
        let manifest = try fixture.export()
        let url = try await server.createDatabase("changed")
        #expect(try await server.load(fixture.dump, into: "changed").status == 0)
        let changes = [
            "UPDATE samples SET i = i + 1 WHERE id = (SELECT min(id) FROM samples WHERE i < 9)",
            "UPDATE samples SET b = NOT b WHERE id = (SELECT min(id) FROM samples WHERE b IS NOT NULL)",
            "UPDATE samples SET b = NULL WHERE id = (SELECT min(id) FROM samples WHERE b IS NOT NULL)",
            "UPDATE samples SET t = t + interval '1 microsecond' WHERE id = (SELECT min(id) FROM samples WHERE t IS NOT NULL)",
            "UPDATE samples SET r = -r WHERE id = (SELECT min(id) FROM samples WHERE r IS NOT NULL)",
            "UPDATE samples SET s = s || ' ' WHERE id = (SELECT min(id) FROM samples WHERE s IS NOT NULL)",
            "UPDATE samples SET x = x || '\\x00' WHERE id = (SELECT min(id) FROM samples WHERE x IS NOT NULL)",
            "UPDATE samples SET s = '' WHERE id = (SELECT min(id) FROM samples WHERE s IS NULL)",
            "DELETE FROM samples WHERE id = 50",
            "INSERT INTO samples DEFAULT VALUES",
        ]
        for change in changes {
            try await server.query("CREATE TABLE kept AS SELECT * FROM samples", in: "changed")
            try await server.query(change, in: "changed")
            let verification = try PostgreSQLVerification(of: url, against: manifest, schema: fixture.schema)
            #expect(!verification.isSame, "\(change)")
            #expect(verification.text.contains("DIFFERENT"))
            try await server.query("TRUNCATE samples; INSERT INTO samples SELECT * FROM kept; DROP TABLE kept", in: "changed")
        }
        // The order of the rows is another one now, and says nothing.
        #expect(try PostgreSQLVerification(of: url, against: manifest, schema: fixture.schema).isSame)
    }
}
