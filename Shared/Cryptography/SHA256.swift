internal import CLibCrypto

/// SHA-256 (FIPS 180-4).
public enum SHA256 {
    /// The digest of the bytes. 0.1 µs for an API key.
    public static func digest(of bytes: some Collection<UInt8>) -> Digest {
        withContiguousBytes(of: bytes, digest(ofContiguous:))
    }

    /// The digest of the UTF-8 bytes of the text.
    public static func digest(of text: String) -> Digest {
        digest(of: text.utf8)
    }

    private static func digest(ofContiguous bytes: UnsafeBufferPointer<UInt8>) -> Digest {
        Digest { digest in
            let succeeded = suite_sha256(bytes.baseAddress, bytes.count, digest.baseAddress?.assumingMemoryBound(to: UInt8.self))
            // SHA-256 allocates nothing and has no failing input; a digest that was not computed must never be compared with one that was.
            precondition(succeeded == 1, "libcrypto could not compute a SHA-256 digest")
        }
    }
}
