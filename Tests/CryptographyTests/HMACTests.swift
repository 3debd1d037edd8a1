import Cryptography
import Testing

@Suite("HMAC-SHA-256")
struct HMACTests {
    struct Example: Sendable {
        let key: [UInt8]
        let message: [UInt8]
        let tag: String
    }

    /// The test cases of RFC 4231 §4; of the fifth only the first 16 bytes of the tag are given.
    static let examples = [
        Example(
            key: [UInt8](repeating: 0x0B, count: 20),
            message: Array("Hi There".utf8),
            tag: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        Example(
            key: Array("Jefe".utf8),
            message: Array("what do ya want for nothing?".utf8),
            tag: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        Example(
            key: [UInt8](repeating: 0xAA, count: 20),
            message: [UInt8](repeating: 0xDD, count: 50),
            tag: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        Example(
            key: Array(1...25),
            message: [UInt8](repeating: 0xCD, count: 50),
            tag: "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
        ),
        Example(
            key: [UInt8](repeating: 0x0C, count: 20),
            message: Array("Test With Truncation".utf8),
            tag: "a3b6167473100ee06e0c796c2955552b"
        ),
        Example(
            key: [UInt8](repeating: 0xAA, count: 131),
            message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            tag: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        Example(
            key: [UInt8](repeating: 0xAA, count: 131),
            message: Array(
                """
                This is a test using a larger than block-size key and a larger than block-size data. \
                The key needs to be hashed before being used by the HMAC algorithm.
                """.utf8
            ),
            tag: "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
        ),
    ]

    @Test("gives the tags of RFC 4231", arguments: examples)
    func givesTags(example: Example) {
        #expect(HMAC.sha256(key: example.key, message: example.message).hex.hasPrefix(example.tag))
    }

    @Test("takes an empty key and an empty message, whatever key came before")
    func takesNothing() {
        _ = HMAC.sha256(key: "another key".utf8, message: [])
        #expect(
            HMAC.sha256(key: [], message: []).hex == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"
        )
    }
}
