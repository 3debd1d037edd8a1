/// The cyclic redundancy check of IEEE 802.3, gzip and PNG (reflected polynomial 0xEDB88320): finds typos, protects nothing.
public enum CRC32 {
    /// The checksum of the bytes; that of `123456789` is `cbf43926`.
    public static func checksum(of bytes: some Collection<UInt8>) -> UInt32 {
        withContiguousBytes(of: bytes) { bytes in
            let table = table
            return ~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
        }
    }

    /// The checksum of the UTF-8 bytes of the text.
    public static func checksum(of text: String) -> UInt32 {
        checksum(of: text.utf8)
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { remainder, _ in
            remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1
        }
    }
}
