import Testing

@testable import WebhookVaultService

@Suite struct ByteSearchTests {
    @Test(
        "finds what is there and nothing else",
        arguments: [
            ("", "", true), ("", "a", true), ("a", "", false), ("needle", "a needle", true), ("needle", "a needl", false),
            ("aab", "aaaab", true),
            ("abab", "abaabab", true), ("aabaaab", "aabaabaaab", true), ("aabaaab", "aabaabaaaab", false), ("b", "aaab", true),
            ("aaa", "aa", false),
        ]
    )
    func matches(pattern: String, text: String, isThere: Bool) {
        #expect(ByteSearch(Array(pattern.utf8)).matches(Array(text.utf8)) == isThere)
    }

    @Test func `agrees with the standard library on texts of two letters`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...1, using: &random) }
            let pattern = (0..<Int.random(in: 1...6, using: &random)).map { _ in UInt8.random(in: 0...1, using: &random) }
            #expect(ByteSearch(pattern).matches(text) == (text.firstRange(of: pattern) != nil), "\(pattern) in \(text)")
        }
    }

    @Test func `a text made to be slow is no slower than another`() {
        let text = [UInt8](repeating: 0x61, count: 1 << 20)
        #expect(!ByteSearch([UInt8](repeating: 0x61, count: 1_000) + [0x62]).matches(text))
    }
}
