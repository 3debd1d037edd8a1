import Cryptography
import Testing

@Suite("Hex, base64 and base62")
struct EncodingTests {
    // MARK: Hex

    /// RFC 4648 §10.
    static let hexExamples = [
        ("", ""), ("f", "66"), ("fo", "666f"), ("foo", "666f6f"), ("foob", "666f6f62"), ("fooba", "666f6f6261"), ("foobar", "666f6f626172"),
    ]

    @Test("hex gives and reads the examples of RFC 4648", arguments: hexExamples)
    func hexExample(text: String, hex: String) {
        #expect(Hex.encode(text.utf8) == hex)
        #expect(Hex.decode(hex) == Array(text.utf8))
        #expect(Hex.decode(hex.uppercased()) == Array(text.utf8))
    }

    @Test(
        "hex refuses what is not digits in pairs",
        arguments: ["6", "666", "6g", "6G", "66 ", " 66", "0x66", "66\n", "é", "６６", "6:6", "@@", "``"]
    )
    func hexRefuses(text: String) {
        #expect(Hex.decode(text) == nil)
    }

    @Test("hex holds every byte")
    func hexHoldsEveryByte() {
        let bytes = Array(UInt8.min...UInt8.max)
        #expect(Hex.encode(bytes).utf8.count == 512)
        #expect(Hex.decode(Hex.encode(bytes)) == bytes)
    }

    // MARK: Base64

    /// RFC 4648 §10, and the characters in which the alphabets differ.
    static let base64Examples: [([UInt8], String, String)] = [
        ([], "", ""),
        (Array("f".utf8), "Zg==", "Zg"),
        (Array("fo".utf8), "Zm8=", "Zm8"),
        (Array("foo".utf8), "Zm9v", "Zm9v"),
        (Array("foob".utf8), "Zm9vYg==", "Zm9vYg"),
        (Array("fooba".utf8), "Zm9vYmE=", "Zm9vYmE"),
        (Array("foobar".utf8), "Zm9vYmFy", "Zm9vYmFy"),
        ([0xFB, 0xEF, 0xFF], "++//", "--__"),
        ([0xFF], "/w==", "_w"),
    ]

    @Test("base64 gives and reads the examples of RFC 4648", arguments: base64Examples)
    func base64Example(bytes: [UInt8], standard: String, urlSafe: String) {
        #expect(Base64.encode(bytes) == standard)
        #expect(Base64.decode(standard) == bytes)
        #expect(Base64.encode(bytes, as: .urlSafe) == urlSafe)
        #expect(Base64.decode(urlSafe, as: .urlSafe) == bytes)
    }

    @Test(
        "base64 refuses every text that encoding would not give",
        arguments: [
            "Zg", "Zg=", "Zg===", "Z", "Z===", "Zm9vY", "=", "==", "===", "====", "Zm9v====", "Zg==Zg==", "Z=g=", "=Zg=",
            "Zh==", "Zm9=", "Zm9v\n", " Zm9v", "Zm 9v", "Zm9v YmFy", "--__", "Zm9*", "Zmé=", "Zm9\0", "Zg==\n", "Zm8=\r\n\r\n",
        ]
    )
    func base64Refuses(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test(
        "URL-safe base64 refuses padding and the standard alphabet",
        arguments: ["Zg==", "Zm8=", "++//", "Z", "Zm9vY", "Zh", "Zm9", "Zg ", "_w="]
    )
    func urlSafeBase64Refuses(text: String) {
        #expect(Base64.decode(text, as: .urlSafe) == nil)
    }

    @Test("base64 holds every byte at every length", arguments: Base64.Variant.allCases)
    func base64RoundTrips(variant: Base64.Variant) {
        let bytes = Array(UInt8.min...UInt8.max)
        for length in 0...bytes.count {
            let piece = bytes.suffix(length)
            #expect(Base64.decode(Base64.encode(piece, as: variant), as: variant) == Array(piece))
        }
    }

    // MARK: Base62

    @Test(
        "base62 writes numbers with the most significant digit first",
        arguments: [
            (0, 1, "0"), (0, 6, "000000"), (9, 1, "9"), (10, 1, "A"), (35, 1, "Z"), (36, 1, "a"), (61, 1, "z"), (62, 1, "10"),
            (3843, 2, "zz"), (3844, 2, "100"),
            (UInt64(UInt32.max), 6, "4gfFC3"), (UInt64.max, 1, "LygHa16AHYF"),
        ] as [(UInt64, Int, String)]
    )
    func base62(number: UInt64, count: Int, text: String) {
        #expect(Base62.encode(number, count: count) == text)
    }
}
