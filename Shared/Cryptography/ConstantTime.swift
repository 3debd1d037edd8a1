internal import CLibCrypto

/// Comparison that does not tell, by the time it takes, where two secrets differ.
public enum ConstantTime {
    /// Whether both have the same bytes. Different lengths are unequal at once: the length is not kept secret.
    public static func equal(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
        withContiguousBytes(of: left) { left in
            withContiguousBytes(of: right) { right in
                left.count == right.count && CRYPTO_memcmp(left.baseAddress, right.baseAddress, left.count) == 0
            }
        }
    }

    /// Whether both texts have the same UTF-8 bytes, under the terms of the other overload.
    public static func equal(_ left: String, _ right: String) -> Bool {
        equal(left.utf8, right.utf8)
    }
}
