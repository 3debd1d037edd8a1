internal import CLibCrypto

/// Bytes from the random generator of libcrypto, fit for keys and tokens.
public enum RandomBytes {
    /// As many random bytes as asked for.
    ///
    /// - Parameter count: zero or more.
    /// - Throws: ``RandomSourceFailure`` when the generator cannot vouch for the bytes; they are then never handed out.
    public static func generate(count: Int) throws(RandomSourceFailure) -> [UInt8] {
        try generate(count: count, by: RAND_bytes)
    }

    /// - Parameter generator: fills as many bytes as asked for and returns 1, or returns something else.
    static func generate(
        count: Int,
        by generator: (UnsafeMutablePointer<UInt8>?, Int32) -> Int32
    ) throws(RandomSourceFailure) -> [UInt8] {
        precondition(count >= 0 && count <= Int32.max, "a count of random bytes is between 0 and 2 147 483 647")
        guard count > 0 else { return [] }
        var succeeded = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initializedCount in
            succeeded = generator(buffer.baseAddress, Int32(count)) == 1
            initializedCount = succeeded ? count : 0
        }
        guard succeeded else { throw RandomSourceFailure(errorCode: ERR_get_error()) }
        return bytes
    }
}
