import Testing

@testable import FlagRules

@Suite struct `Semantic versions` {
    @Test(
        "the grammar is that of SemVer 2.0.0",
        arguments: [
            "0.0.4", "1.2.3", "10.20.30", "1.1.2-prerelease+meta", "1.1.2+meta", "1.0.0-alpha", "1.0.0-alpha.0valid", "1.0.0-0A.is.legal",
            "1.0.0-rc.1+build.1", "2.0.0+build.1848", "1.2.3----RC-SNAPSHOT.12.9.1--.12+788", "1.0.0+0.build.1-rc.10000aaa-kk-0.1",
            "99999999999999999999999.999999999999999999.99999999999999999", "1.0.0--", "1.0.0-0", "1.0.0-a.0.0a", "1.0.0+001.-",
        ]
    )
    func valid(text: String) {
        #expect(SemanticVersion(text) != nil)
    }

    @Test(
        "all else is no version",
        arguments: [
            "", "1", "1.2", "1.2.3.4", "v1.2.3", "=1.2.3", "01.2.3", "1.02.3", "1.2.03", "1.2.3-01", "1.2.3-a.00", "1.2.3-", "1.2.3+",
            "1.2.3-+",
            "1.2.3-a..b", "1.2.3-.a", "1.2.3-a.", "1.2.3+a..b", "1.2.3+a+b", "1.2.3-a_b", "1.2.3-é", "1.2.3 ", " 1.2.3", "1.2.3\n",
            "1.2.-3",
            "+1.2.3", "-1.2.3", "1..3", "1.2.", ".2.3", "a.b.c", "1.2.x", "1.2.3\0", "٣.2.3", "1,2,3", "alpha",
        ]
    )
    func invalid(text: String) {
        #expect(SemanticVersion(text) == nil)
    }

    @Test func `precedence is that of SemVer 2 from the first to the last`() throws {
        let texts = [
            "0.0.0-0", "0.0.0", "0.0.9", "0.0.10", "0.9.0", "0.10.0", "1.0.0-0", "1.0.0-1", "1.0.0-9", "1.0.0-10",
            "1.0.0-18446744073709551616",
            "1.0.0--", "1.0.0--1", "1.0.0-0a", "1.0.0-Beta", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.1.0", "1.0.0-alpha.beta",
            "1.0.0-alpha-1", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.1.0", "2.0.0", "10.0.0",
            "9007199254740992.0.0", "9007199254740993.0.0", "18446744073709551616.0.0", "18446744073709551617.0.0",
        ]
        let versions = try texts.map { try #require(SemanticVersion($0)) }
        for (index, version) in versions.enumerated() {
            for (other, otherVersion) in versions.enumerated() {
                #expect((version < otherVersion) == (index < other), "\(texts[index]) < \(texts[other])")
                #expect((version == otherVersion) == (index == other), "\(texts[index]) == \(texts[other])")
            }
        }
    }

    @Test(arguments: [("1.2.3+a", "1.2.3"), ("1.2.3+a", "1.2.3+b"), ("1.2.3-a.1+b", "1.2.3-a.1+c.01")])
    func `build metadata has no precedence`(one: String, other: String) throws {
        let (one, other) = (try #require(SemanticVersion(one)), try #require(SemanticVersion(other)))
        #expect(one == other)
        #expect(!(one < other))
        #expect(!(other < one))
    }

    @Test func `a version has at most 256 bytes`() {
        for (start, filler) in [("1.2.", "3"), ("1.2.3-", "a"), ("1.2.3+", "0"), ("1.2.3-", "-")] {
            let longest = start + String(repeating: filler, count: 256 - start.utf8.count)
            #expect(SemanticVersion(longest) != nil)
            #expect(SemanticVersion(longest + filler) == nil)
        }
    }
}
