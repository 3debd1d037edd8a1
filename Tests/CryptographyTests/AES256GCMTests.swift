import Testing

@testable import Cryptography

@Suite("AES-256-GCM")
struct AES256GCMTests {
    struct Example: Sendable {
        let key: String
        let nonce: String
        let text: String
        let context: String
        let ciphertext: String
        let tag: String
    }

    /// The test cases 13 to 16 of "The Galois/Counter Mode of Operation" (McGrew and Viega), which NIST SP 800-38D is made from.
    static let examples = [
        Example(
            key: String(repeating: "00", count: 32),
            nonce: String(repeating: "00", count: 12),
            text: "",
            context: "",
            ciphertext: "",
            tag: "530f8afbc74536b9a963b4f1c4cb738b"
        ),
        Example(
            key: String(repeating: "00", count: 32),
            nonce: String(repeating: "00", count: 12),
            text: String(repeating: "00", count: 16),
            context: "",
            ciphertext: "cea7403d4d606b6e074ec5d3baf39d18",
            tag: "d0d1c8a799996bf0265b98b5d48ab919"
        ),
        Example(
            key: String(repeating: "feffe9928665731c6d6a8f9467308308", count: 2),
            nonce: "cafebabefacedbaddecaf888",
            text: """
                d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72\
                1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255
                """,
            context: "",
            ciphertext: """
                522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa\
                8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad
                """,
            tag: "b094dac5d93471bdec1a502270e3cc6c"
        ),
        Example(
            key: String(repeating: "feffe9928665731c6d6a8f9467308308", count: 2),
            nonce: "cafebabefacedbaddecaf888",
            text: """
                d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72\
                1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39
                """,
            context: "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            ciphertext: """
                522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa\
                8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662
                """,
            tag: "76fc6ece0f4e1768cddf8853bb2d551b"
        ),
    ]

    private let key = [UInt8](0..<32)
    private let text = Array("{\"api_key\": \"dm_secret\"}".utf8)
    private let context = Array("row 1".utf8)

    @Test("gives the ciphertexts and tags of the specification, and opens them", arguments: examples)
    func followsExamples(example: Example) throws {
        let key = try #require(Hex.decode(example.key))
        let nonce = try #require(Hex.decode(example.nonce))
        let text = try #require(Hex.decode(example.text))
        let context = try #require(Hex.decode(example.context))
        let sealed = AES256GCM.seal(text, key: key, authenticating: context, nonce: nonce)
        #expect(Hex.encode(sealed) == example.nonce + example.ciphertext + example.tag)
        #expect(AES256GCM.open(sealed, key: key, authenticating: context) == text)
    }

    @Test("what was sealed comes back, however long it is", arguments: [0, 1, 15, 16, 17, 1_000_003])
    func roundTrips(count: Int) throws {
        let bytes = try RandomBytes.generate(count: count)
        let sealed = try AES256GCM.seal(bytes, key: key, authenticating: context)
        #expect(sealed.count == count + AES256GCM.overheadByteCount)
        #expect(AES256GCM.open(sealed, key: key, authenticating: context) == bytes)
    }

    @Test("the same text is sealed differently each time")
    func usesNewNonces() throws {
        let sealed = try Set((0..<1_000).map { _ in try AES256GCM.seal(text, key: key).prefix(AES256GCM.nonceByteCount) })
        #expect(sealed.count == 1_000)
    }

    @Test("nothing opens when any one bit was changed, wherever it stands")
    func everyBitCounts() throws {
        let sealed = try AES256GCM.seal(text, key: key, authenticating: context)
        for bit in 0..<(sealed.count * 8) {
            var changed = sealed
            changed[bit / 8] ^= 1 << (bit % 8)
            #expect(AES256GCM.open(changed, key: key, authenticating: context) == nil)
        }
    }

    @Test("nothing opens with another key or in another context")
    func keyAndContextCount() throws {
        let sealed = try AES256GCM.seal(text, key: key, authenticating: context)
        #expect(AES256GCM.open(sealed, key: key.reversed(), authenticating: context) == nil)
        #expect(AES256GCM.open(sealed, key: key, authenticating: Array("row 2".utf8)) == nil)
        #expect(AES256GCM.open(sealed, key: key) == nil)
    }

    @Test("what was cut short or grew does not open")
    func lengthCounts() throws {
        let sealed = try AES256GCM.seal(text, key: key, authenticating: context)
        for count in 0..<sealed.count {
            #expect(AES256GCM.open(Array(sealed.prefix(count)), key: key, authenticating: context) == nil)
        }
        #expect(AES256GCM.open(sealed + [0], key: key, authenticating: context) == nil)
    }
}
