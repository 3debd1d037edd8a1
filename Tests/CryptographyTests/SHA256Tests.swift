import Cryptography
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    /// Examples of NIST for FIPS 180-4.
    static let examples = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
        (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ]

    @Test("gives the digests of the NIST examples", arguments: examples)
    func digestsExamples(message: String, hex: String) {
        #expect(SHA256.digest(of: message).hex == hex)
        #expect(SHA256.digest(of: Array(message.utf8)).hex == hex)
    }

    @Test("gives the same for bytes that come in pieces", arguments: [1, 7, 64, 4_096])
    func digestsPieces(size: Int) {
        for (message, hex) in Self.examples {
            var stream = SHA256Stream()
            let bytes = Array(message.utf8)
            for start in stride(from: 0, to: bytes.count, by: size) {
                bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { stream.update($0) }
            }
            #expect(stream.finish().hex == hex)
        }
    }

    @Test("reads bytes that do not lie in one piece")
    func digestsScatteredBytes() {
        let scattered = Array("cba".utf8).reversed()
        #expect(SHA256.digest(of: scattered) == SHA256.digest(of: "abc"))
    }

    @Test("a digest comes back from its bytes and from its digits")
    func digestRoundTrips() throws {
        let digest = SHA256.digest(of: "abc")
        #expect(Digest(bytes: digest.bytes) == digest)
        #expect(Digest(hex: digest.hex) == digest)
        #expect(Digest(hex: digest.hex.uppercased()) == digest)
        #expect(digest.bytes.count == Digest.byteCount)
        #expect(digest.description == digest.hex)
    }

    @Test("a digest of another length is refused", arguments: [0, 31, 33])
    func refusesOtherLengths(count: Int) {
        #expect(Digest(bytes: [UInt8](repeating: 1, count: count)) == nil)
        #expect(Digest(hex: String(repeating: "01", count: count)) == nil)
    }

    @Test("digests that differ in any one bit are unequal")
    func everyBitCounts() throws {
        let digest = SHA256.digest(of: "abc")
        for bit in 0..<256 {
            var bytes = digest.bytes
            bytes[bit / 8] ^= 1 << (bit % 8)
            #expect(try #require(Digest(bytes: bytes)) != digest)
        }
    }

    @Test("digests work as members of a set")
    func hashes() {
        let set = Set(["a", "b", "a"].map { SHA256.digest(of: $0) })
        #expect(set.count == 2)
        #expect(set.contains(SHA256.digest(of: "b")))
    }
}
