import Database
import PostgreSQLExport
import TestKit
import Testing

/// That the rows are the same is not all that a move needs.
@Suite(.serialized) struct VerificationTests {
    private static let parents = Table("parents", columns: [.identity(), .text("name")], indexes: [.unique("by_name", on: ["name"])])
    private static let children = Table(
        "order",
        columns: [
            .identity(), .reference("parent_id", to: "parents", onDelete: .cascade), .boolean("done"), .integer("n", nullable: true),
        ],
        indexes: [.index("open_orders", on: ["parent_id"], where: "done = 0")]
    )
    private static let counts = Table("counts", columns: [.text("day"), .integer("n")], primaryKey: ["day", "n"])

    @Test func `what is not as the export made it is found and named, and other tables are only noted`() async throws {
        let fixture = try ExportFixture([Self.parents, Self.children, Self.counts])
        try await fixture.insert("INSERT INTO parents (name) VALUES ('a'), ('b')")
        try await fixture.insert("INSERT INTO \"order\" (parent_id, done) VALUES (1, 0)")
        let manifest = try fixture.export()
        let server = try await PostgreSQLServer.start()
        try await server.createDatabase("whole")
        #expect(try await server.load(fixture.dump, into: "whole").status == 0)
        let changes = [
            ("SELECT setval('parents_id_seq', 1)", "table \"parents\", column \"id\": gives no numbers, or numbers that rows have already"),
            (
                "ALTER TABLE parents ALTER id DROP IDENTITY",
                "table \"parents\", column \"id\": gives no numbers, or numbers that rows have already"
            ),
            ("ALTER TABLE \"order\" ALTER n TYPE int", "table \"order\", column \"n\": is not bigint"),
            ("ALTER TABLE \"order\" ALTER done DROP NOT NULL", "table \"order\", column \"done\": is not boolean NOT NULL"),
            (
                "ALTER TABLE parents ALTER name TYPE text COLLATE \"default\"",
                "table \"parents\", column \"name\": is not text COLLATE \"C\" NOT NULL"
            ),
            ("DROP INDEX by_name", "table \"parents\": the index \"by_name\" is missing or another one"),
            (
                "DROP INDEX open_orders; CREATE INDEX open_orders ON \"order\" (parent_id)",
                "table \"order\": the index \"open_orders\" is missing or another one"
            ),
            (
                "ALTER TABLE \"order\" DROP CONSTRAINT order_parent_id_fkey",
                "table \"order\", column \"parent_id\": does not refer to \"parents\""
            ),
            ("ALTER TABLE counts DROP CONSTRAINT counts_pkey", "table \"counts\": the primary key is not \"day\", \"n\""),
        ]
        for (number, (change, fault)) in changes.enumerated() {
            let name = "changed\(number)"
            try await server.query("CREATE DATABASE \(name) TEMPLATE whole", in: "postgres")
            try await server.query(change, in: name)
            let found = try PostgreSQLVerification(of: server.url(name), against: manifest, schema: fixture.schema)
            #expect(found.faults == [fault], "\(change)")
            #expect(!found.isSame)
            #expect(found.text.hasSuffix("but the tables are not as the export made them: see above."))
        }
        try await server.query("CREATE TABLE \"more\n|\" (a int)", in: "whole")
        let whole = try PostgreSQLVerification(of: server.url("whole"), against: manifest, schema: fixture.schema)
        #expect(whole.isSame, "\(whole.text)")
        #expect(whole.others == ["more?|"])
        #expect(whole.text.hasSuffix("not of the export: table \"more?|\"\nAll 3 tables hold exactly what was exported."))
    }
}
