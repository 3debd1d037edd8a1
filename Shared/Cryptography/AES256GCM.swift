/// Encryption that also shows whether anything was changed: AES with a key of 256 bits in Galois/Counter Mode (NIST SP 800-38D).
public enum AES256GCM {
    /// How many bytes a key has: 32.
    public static let keyByteCount = 32
    /// How many bytes longer than the plain ones the sealed bytes are: 28.
    public static let overheadByteCount = nonceByteCount + tagByteCount

    static let nonceByteCount = 12
    static let tagByteCount = 16

    /// The bytes, so that only who has the key can read them and nobody else can change them unnoticed. 1 ms per megabyte or less.
    ///
    /// With one key at most 2³² times: the nonces are random, and two that are equal would give both texts away.
    ///
    /// - Parameters:
    ///   - key: exactly 32 bytes.
    ///   - context: what must be the same again when the bytes are opened. It is not part of the result.
    /// - Returns: nonce (12 bytes), ciphertext (as long as the bytes), tag (16 bytes).
    /// - Throws: ``RandomSourceFailure`` when there is no secure randomness for the nonce.
    public static func seal(
        _ bytes: [UInt8],
        key: [UInt8],
        authenticating context: [UInt8] = []
    ) throws(RandomSourceFailure) -> [UInt8] {
        let nonce = try RandomBytes.generate(count: nonceByteCount)
        return seal(bytes, key: key, authenticating: context, nonce: nonce)
    }

    /// - Parameter nonce: 12 bytes that were never used with this key.
    static func seal(_ bytes: [UInt8], key: [UInt8], authenticating context: [UInt8], nonce: [UInt8]) -> [UInt8] {
        let cipher = GCMCipher(.seal, key: key, nonce: nonce)
        cipher.authenticate(context)
        let ciphertext = cipher.process(bytes)
        let succeeded = cipher.finish()
        // Sealing has no failing input; bytes that were not sealed must never be stored in the place of ones that were.
        precondition(succeeded, "libcrypto could not compute an AES-256-GCM tag")
        return nonce + ciphertext + cipher.tag
    }

    /// The bytes that were sealed.
    ///
    /// - Parameters:
    ///   - key: exactly 32 bytes.
    ///   - context: as when they were sealed.
    /// - Returns: `nil` if they were sealed with another key or context, or if anything of them was changed since.
    public static func open(_ sealed: [UInt8], key: [UInt8], authenticating context: [UInt8] = []) -> [UInt8]? {
        guard sealed.count >= overheadByteCount else { return nil }
        let cipher = GCMCipher(.open, key: key, nonce: Array(sealed.prefix(nonceByteCount)))
        cipher.authenticate(context)
        let bytes = cipher.process(Array(sealed.dropFirst(nonceByteCount).dropLast(tagByteCount)))
        cipher.expect(tag: Array(sealed.suffix(tagByteCount)))
        // Only now is it known whether the bytes are those that were sealed.
        return cipher.finish() ? bytes : nil
    }
}
