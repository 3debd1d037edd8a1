import Cryptography
import Testing

@Suite("Constant-time comparison")
struct ConstantTimeTests {
    @Test(
        "says whether both are the same bytes",
        arguments: [
            ("", "", true), ("a", "a", true), ("secret", "secret", true), ("secret", "secreT", false), ("secret", "Secret", false),
            ("secret", "secre", false), ("secre", "secret", false), ("", "a", false), ("a\0b", "a\0c", false), ("a\0b", "a\0b", true),
        ]
    )
    func compares(left: String, right: String, areEqual: Bool) {
        #expect(ConstantTime.equal(left, right) == areEqual)
        #expect(ConstantTime.equal(Array(left.utf8), Array(right.utf8)) == areEqual)
    }

    @Test("texts that Unicode calls equivalent are different secrets")
    func comparesBytes() {
        #expect("\u{E9}" == "e\u{301}")
        #expect(!ConstantTime.equal("\u{E9}", "e\u{301}"))
    }
}
