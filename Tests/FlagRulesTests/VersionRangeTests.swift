import Testing

@testable import FlagRules

@Suite struct `Ranges of versions` {
    private func versions(_ kind: VersionRange.Kind, _ text: String, of versions: String) throws -> String {
        let range = try #require(VersionRange(kind, text), "\(text)")
        return try versions.split(separator: " ").filter { range.contains(try #require(SemanticVersion(String($0)))) }.joined(
            separator: " "
        )
    }

    @Test(
        "a caret leaves the first number that is not 0",
        arguments: [
            ("1.2.3", "1.2.2 1.2.3-rc 1.2.3 1.2.4 1.3.0-a 1.3.0 1.99.99 2.0.0-0 2.0.0", "1.2.3 1.2.4 1.3.0 1.99.99"),
            ("0.2.3", "0.2.2 0.2.3 0.2.9 0.3.0-0 0.3.0 1.2.3", "0.2.3 0.2.9"),
            ("0.0.3", "0.0.2 0.0.3-a 0.0.3 0.0.4-0 0.0.4", "0.0.3"),
            ("0.0.0", "0.0.0-0 0.0.0 0.0.1", "0.0.0"),
            ("1", "0.9.9 1.0.0-a 1.0.0 1.9.9 2.0.0", "1.0.0 1.9.9"),
            ("1.x", "0.9.9 1.0.0 1.9.9 2.0.0", "1.0.0 1.9.9"),
            ("1.2", "1.1.9 1.2.0 1.3.0 2.0.0", "1.2.0 1.3.0"),
            ("0", "0.0.0 0.9.9 1.0.0-0 1.0.0", "0.0.0 0.9.9"),
            ("0.0", "0.0.0 0.0.9 0.1.0", "0.0.0 0.0.9"),
            ("0.1", "0.0.9 0.1.0 0.1.9 0.2.0", "0.1.0 0.1.9"),
            ("0.0.x", "0.0.0 0.0.9 0.1.0", "0.0.0 0.0.9"),
            (
                "1.2.3-beta.2", "1.2.3-beta.1 1.2.3-beta.2 1.2.3-beta.10 1.2.3-rc 1.2.3 1.2.4-rc 1.3.0 2.0.0",
                "1.2.3-beta.2 1.2.3-beta.10 1.2.3-rc 1.2.3 1.3.0"
            ),
            ("0.0.3-beta", "0.0.3-alpha 0.0.3-beta 0.0.3-pr.2 0.0.3 0.0.4", "0.0.3-beta 0.0.3-pr.2 0.0.3"),
            ("1.2.3+build", "1.2.2 1.2.3 1.2.3+other 1.2.4", "1.2.3 1.2.3+other 1.2.4"),
        ]
    )
    func caret(text: String, all: String, admitted: String) throws {
        #expect(try versions(.caret, text, of: all) == admitted)
    }

    @Test(
        "a tilde leaves major and minor",
        arguments: [
            ("1.2.3", "1.2.2 1.2.3-rc 1.2.3 1.2.99 1.3.0-0 1.3.0", "1.2.3 1.2.99"),
            ("1.2", "1.1.9 1.2.0-a 1.2.0 1.2.9 1.3.0", "1.2.0 1.2.9"),
            ("1.2.*", "1.1.9 1.2.0 1.2.9 1.3.0", "1.2.0 1.2.9"),
            ("1", "0.9.9 1.0.0 1.9.9 2.0.0", "1.0.0 1.9.9"),
            ("1.x.3", "0.9.9 1.0.0 1.0.3 1.9.9 2.0.0", "1.0.0 1.0.3 1.9.9"),
            ("0.0.3", "0.0.2 0.0.3 0.0.9 0.1.0", "0.0.3 0.0.9"),
            ("0", "0.0.0 0.9.9 1.0.0", "0.0.0 0.9.9"),
            ("1.2.3-beta.2", "1.2.3-beta.1 1.2.3-beta.4 1.2.4-beta.2 1.2.4 1.3.0", "1.2.3-beta.4 1.2.4"),
            ("1.2.x-beta", "1.2.0-beta 1.2.0 1.2.1 1.3.0", "1.2.0 1.2.1"),
        ]
    )
    func tilde(text: String, all: String, admitted: String) throws {
        #expect(try versions(.tilde, text, of: all) == admitted)
    }

    @Test(arguments: [VersionRange.Kind.tilde, .caret], ["*", "x", "X", "x.x.x", "*.1.2"])
    func `a range of any version admits all but prereleases`(kind: VersionRange.Kind, text: String) throws {
        #expect(try versions(kind, text, of: "0.0.0 1.2.3 99.0.0 0.0.0-0 1.2.3-a") == "0.0.0 1.2.3 99.0.0")
    }

    @Test func `numbers beyond 64 bits are exact`() throws {
        let (below, number, above) = ("18446744073709551615", "18446744073709551616", "18446744073709551617")
        let all = "\(below).0.0 \(number).0.0 \(number).\(above).0 \(above).0.0"
        #expect(try versions(.caret, number, of: all) == "\(number).0.0 \(number).\(above).0")
        #expect(try versions(.tilde, "\(number).\(number)", of: all).isEmpty)
    }

    @Test(
        "the value is a version or a part of one, and no expression",
        arguments: [
            "", "^1.2.3", "~1", ">=1", "=1.2.3", "v1.2.3", " 1.2.3", "1.2.3 ", "1 || 2", "1.2.3 - 2", "1.", ".1", "1.2.", "1.2.3.4", "01",
            "1.02",
            "1.2-beta", "1-beta", "1.x-beta", "1+build", "1.2.3-", "1.2.3-01", "y", "xx", "1.xx", "1.2.3x", "-1", "1.-2", "latest", "٣",
        ]
    )
    func invalid(text: String) {
        #expect(VersionRange(.tilde, text) == nil)
        #expect(VersionRange(.caret, text) == nil)
    }

    @Test func `a value has at most 256 bytes`() {
        #expect(VersionRange(.caret, String(repeating: "1", count: 256)) != nil)
        #expect(VersionRange(.caret, String(repeating: "1", count: 257)) == nil)
    }
}
