internal import CLibCrypto

/// SHA-256 of bytes that come piece by piece: of a file that is too large to be held in memory.
public struct SHA256Stream: ~Copyable {
    private let context: OpaquePointer

    /// One that has seen nothing yet.
    public init() {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            preconditionFailure("libcrypto could not begin a SHA-256 digest")
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds the next bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        precondition(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1, "libcrypto could not go on with a SHA-256 digest")
    }

    /// The digest of everything that was added.
    public consuming func finish() -> Digest {
        Digest { digest in
            let succeeded = EVP_DigestFinal_ex(context, digest.baseAddress?.assumingMemoryBound(to: UInt8.self), nil)
            precondition(succeeded == 1, "libcrypto could not finish a SHA-256 digest")
        }
    }
}
