internal import CLibCrypto

/// Keyed message authentication (RFC 2104).
public enum HMAC {
    /// The HMAC-SHA-256 tag of the message. The key may have any length, also zero.
    public static func sha256(key: some Collection<UInt8>, message: some Collection<UInt8>) -> Digest {
        withContiguousBytes(of: key) { key in
            withContiguousBytes(of: message) { message in
                Digest { tag in
                    // A NULL key means "the key of the call before" to libcrypto, so an empty key needs an address of its own.
                    var none: UInt8 = 0
                    let result = withUnsafePointer(to: &none) { none in
                        CLibCrypto.HMAC(
                            EVP_sha256(),
                            key.baseAddress ?? none,
                            Int32(key.count),
                            message.baseAddress,
                            message.count,
                            tag.baseAddress?.assumingMemoryBound(to: UInt8.self),
                            nil
                        )
                    }
                    // Fails only when memory runs out; a tag that was not computed must never be compared with one that was.
                    precondition(result != nil, "libcrypto could not compute an HMAC-SHA-256 tag")
                }
            }
        }
    }
}
