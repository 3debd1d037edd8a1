import Database
import Glibc
import TestKit
import Testing

@testable import PostgreSQLExport

@Suite struct DatabaseAddressTests {
    @Test(
        arguments: [
            ("postgresql://user@host/name", "postgresql://user@host/name", nil),
            ("postgresql://user:secret@host:5432/name?sslmode=require", "postgresql://user@host:5432/name?sslmode=require", "secret"),
            ("postgres://user:s%40%2F%25:?@h1:1,h2:2/name", "postgres://user@h1:1,h2:2/name", "s@/%:?"),
            ("postgresql://:@host", "postgresql://@host", ""),
            ("postgresql://host/name?user=u&password=sec%20ret&port=1", "postgresql://host/name?user=u&port=1", "sec ret"),
            ("postgresql:///name?p%61ssword=secret", "postgresql:///name", "secret"),
            ("postgresql://a:first@/name?password=last", "postgresql://a@/name", "last"),
            ("postgresql://[::1]:5432/name", "postgresql://[::1]:5432/name", nil),
            ("name", "name", nil),
            ("host=h dbname=n", "host=h dbname=n", nil),
            ("host=h password=secret dbname=n", "host=h dbname=n", "secret"),
            (" password = 'a \\'b\\\\ c'  user='x y' ", "user='x y'", "a 'b\\ c"),
            ("password=a\\ b", "", "a b"),
        ] as [(String, String, String?)]
    )
    func `the password is taken out, all else stays`(address: String, text: String, password: String?) throws {
        let read = try DatabaseAddress(address)
        #expect(read.text == text)
        #expect(read.password == password)
    }

    @Test(arguments: [
        "", "a\u{0}", "postgresql://user:secr/et@host/name", "postgresql://user:secr@et@host/name", "postgresql://user:secret%@host",
        "postgresql://user:secret%00@host", "postgresql://host/?password", "host=h password=secret more", "host=h password='secret",
    ])
    func `what psql would refuse, showing a part of the password, is refused without showing it`(address: String) {
        let error = #expect(throws: PostgreSQLExportError.self) { try DatabaseAddress(address) }
        #expect(error?.description.contains("secr") == false)
    }

    @Test func `psql gets the password through its environment only`() throws {
        let folder = try TemporaryFolder()
        let seen = folder.file("seen")
        let script = try folder.write("#!/bin/sh\necho \"$PGPASSWORD\" \"$@\" > '\(seen)'\nexit 1\n".utf8, to: "psql")
        #expect(chmod(script, 0o700) == 0)
        #expect(throws: PostgreSQLExportError.self) {
            try PSQL(program: script).run(address: DatabaseAddress("postgresql://u:secret@h/n"), statements: ["SELECT 1;"])
        }
        let text = String(decoding: try folder.read("seen"), as: UTF8.self)
        #expect(text.hasPrefix("secret --no-psqlrc "))
        #expect(text.hasSuffix("--dbname=postgresql://u@h/n --command=SELECT 1;\n"))
        #expect(text.split(separator: "secret", omittingEmptySubsequences: false).count == 2)
    }
}
