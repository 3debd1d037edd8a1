import Cryptography

/// A new key: the only moment at which it is known in full.
///
/// Prefix, 30 base62 characters from the system's random source (178 bits), and 6 base62 digits of the CRC-32 of what precedes them, so
/// that a mistyped key can be told from a wrong one and scanners for leaked secrets can match it.
public struct APIKey: Sendable {
    /// What the owner is shown, once.
    public let text: String

    private static let secretLength = 30
    private static let checksumLength = 6

    /// A random key.
    ///
    /// Throws `RandomSourceFailure` rather than ever making a weak one.
    public init(prefix: String) throws {
        let body = prefix + (try RandomToken.base62(count: Self.secretLength))
        text = body + Self.checksum(of: body.utf8)
    }

    /// What is stored: the hexadecimal SHA-256, as for keys of any shape.
    public var hash: String { SHA256.digest(of: text).hex }

    /// The first eight characters, for people to tell their keys apart.
    public var displayPrefix: String { String(text.prefix(8)) }

    /// Whether a text has the shape of our keys but not the right checksum. Never a reason to refuse a key by itself: the original's keys
    /// may have the same shape.
    static func looksMistyped(_ text: String, prefix: String) -> Bool {
        // The length first, and as bytes: the text comes from outside, and comparing it as characters could take forever.
        let bytes = text.utf8
        guard bytes.count == prefix.utf8.count + secretLength + checksumLength, bytes.starts(with: prefix.utf8) else { return false }
        return !bytes.suffix(checksumLength).elementsEqual(checksum(of: bytes.dropLast(checksumLength)).utf8)
    }

    private static func checksum(of bytes: some Collection<UInt8>) -> String {
        Base62.encode(UInt64(CRC32.checksum(of: bytes)), count: checksumLength)
    }
}
