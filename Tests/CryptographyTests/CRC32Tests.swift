import Cryptography
import Testing

@Suite("CRC-32")
struct CRC32Tests {
    @Test(
        "gives the known checksums",
        arguments: [
            ("123456789", 0xCBF4_3926), ("", 0), ("a", 0xE8B7_BE43), ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
        ] as [(String, UInt32)]
    )
    func givesChecksum(text: String, checksum: UInt32) {
        #expect(CRC32.checksum(of: text) == checksum)
        #expect(CRC32.checksum(of: Array(text.utf8)) == checksum)
    }

    @Test("notices every single wrong character and every swap of neighbours")
    func noticesTypos() throws {
        let token = try Array(RandomToken.base62(count: 30).utf8)
        let checksum = CRC32.checksum(of: token)
        for position in token.indices {
            var typo = token
            typo[position] ^= 1
            #expect(CRC32.checksum(of: typo) != checksum)
            guard position > 0, token[position] != token[position - 1] else { continue }
            var swap = token
            swap.swapAt(position, position - 1)
            #expect(CRC32.checksum(of: swap) != checksum)
        }
    }
}
