internal import CLibCrypto

/// One run of AES-256-GCM in one direction: first what is authenticated, then the bytes, then the end.
final class GCMCipher {
    enum Direction: Int32 {
        case open = 0
        case seal = 1
    }

    private let context: OpaquePointer

    init(_ direction: Direction, key: [UInt8], nonce: [UInt8]) {
        // libcrypto asks for no lengths here and would read past the end.
        precondition(key.count == AES256GCM.keyByteCount, "a key of AES-256 has 32 bytes")
        precondition(nonce.count == AES256GCM.nonceByteCount, "a nonce of GCM has 12 bytes")
        guard let context = EVP_CIPHER_CTX_new() else { preconditionFailure("libcrypto has no memory for a cipher") }
        self.context = context
        Self.check(EVP_CipherInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce, direction.rawValue))
    }

    deinit { EVP_CIPHER_CTX_free(context) }

    /// Takes in bytes that are not part of the text but must be the same on both sides.
    func authenticate(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        var count: Int32 = 0
        Self.check(EVP_CipherUpdate(context, nil, &count, bytes, Self.count(of: bytes)))
    }

    /// The bytes, encrypted or decrypted. When they are decrypted, ``finish()`` tells whether they are worth anything.
    func process(_ bytes: [UInt8]) -> [UInt8] {
        guard !bytes.isEmpty else { return [] }
        var result = [UInt8](repeating: 0, count: bytes.count)
        var count: Int32 = 0
        Self.check(EVP_CipherUpdate(context, &result, &count, bytes, Self.count(of: bytes)))
        precondition(Int(count) == result.count, "GCM gives as many bytes as it takes")
        return result
    }

    /// The tag that the bytes must have; before ``finish()`` when they are opened.
    func expect(tag: [UInt8]) {
        var tag = tag
        Self.check(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Self.count(of: tag), &tag))
    }

    /// Ends the run.
    ///
    /// - Returns: whether the tag is the expected one; always when sealing.
    func finish() -> Bool {
        // GCM has nothing left to give at the end, but is shown a place for it.
        var rest = [UInt8](repeating: 0, count: 16)
        var count: Int32 = 0
        return EVP_CipherFinal_ex(context, &rest, &count) == 1
    }

    /// The tag of what was sealed; after ``finish()``.
    var tag: [UInt8] {
        var tag = [UInt8](repeating: 0, count: AES256GCM.tagByteCount)
        Self.check(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Self.count(of: tag), &tag))
        return tag
    }

    private static func count(of bytes: [UInt8]) -> Int32 {
        guard let count = Int32(exactly: bytes.count) else { preconditionFailure("one run of a cipher takes less than 2 GB") }
        return count
    }

    /// Fails only when memory runs out, or in a libcrypto without AES.
    private static func check(_ result: Int32) {
        precondition(result == 1, "libcrypto could not run AES-256-GCM")
    }
}
