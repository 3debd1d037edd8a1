import Database
import Testing

@testable import PostgreSQLExport

@Suite struct IndexExpressionTests {
    private let expression = IndexExpression(
        table: Table(
            "t",
            columns: [
                .identity(), .text("Name"), .boolean("done"), .boolean("open", nullable: true), .timestamp("at"),
                .json("j", nullable: true),
            ]
        ),
        index: "i"
    )

    @Test(arguments: [
        ("at IS NOT NULL", "\"at\" IS NOT NULL"),
        ("\"at\"  is not\n null", "\"at\" IS NOT NULL"),
        ("done = 1", "\"done\""),
        ("done == 0", "(NOT \"done\")"),
        ("done <> 1 AND name <> 'it''s'", "(NOT \"done\") AND \"Name\" <> 'it''s'"),
        ("done != 0", "\"done\""),
        ("open IS 1", "(\"open\" IS TRUE)"),
        ("open IS NOT 0", "(\"open\" IS NOT FALSE)"),
        ("open IS NOT NULL", "\"open\" IS NOT NULL"),
        ("NOT done", "NOT \"done\""),
        ("lower(name) = 'a' OR (id > 5)", "lower ( \"Name\" ) = 'a' OR ( \"id\" > 5 )"),
        ("name IN ('a', 'b')", "\"Name\" IN ( 'a' , 'b' )"),
        ("j IS NULL", "\"j\" IS NULL"),
    ])
    func `what means the same is translated`(sqlite: String, wanted: String) throws {
        #expect(try expression.translated(sqlite) == wanted)
    }

    @Test(arguments: [
        "done = 2", "done > 0", "1 = done", "done IN (0, 1)", "at > 5", "5 < at", "j = '{}'", "missing = 1", "random() = 1", "name = 'open",
        "\"nosuch\" IS NULL", "name LIKE 'a%'", "name GLOB 'a'",
    ])
    func `what means something else is refused`(sqlite: String) {
        #expect(throws: PostgreSQLExportError.self) { try expression.translated(sqlite) }
    }
}
