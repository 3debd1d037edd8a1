internal import CLibCrypto

/// The 32 bytes of a SHA-256 digest or HMAC-SHA-256 tag.
///
/// Comparing two digests takes the same time wherever they differ, so a digest of a secret may be compared with `==`.
public struct Digest: Sendable, Hashable, CustomStringConvertible {
    /// How many bytes a digest has: 32.
    public static let byteCount = 32

    private var words: SIMD4<UInt64>

    /// A digest from its bytes.
    ///
    /// - Returns: `nil` unless there are exactly 32 bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self.init { $0.copyBytes(from: bytes) }
    }

    /// A digest from its 64 hexadecimal digits, in either case.
    ///
    /// - Returns: `nil` unless there are exactly 64 hexadecimal digits.
    public init?(hex: String) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes: bytes)
    }

    init(fill: (UnsafeMutableRawBufferPointer) -> Void) {
        words = .zero
        withUnsafeMutableBytes(of: &words, fill)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { withUnsafeBytes(of: words) { [UInt8]($0) } }

    /// The bytes as 64 lowercase hexadecimal digits: the form in which keys are stored.
    public var hex: String { Hex.encode(bytes) }

    /// Same as ``hex``.
    public var description: String { hex }

    /// Whether both digests have the same bytes, found out in constant time.
    public static func == (left: Digest, right: Digest) -> Bool {
        withUnsafeBytes(of: left.words) { left in
            withUnsafeBytes(of: right.words) { right in
                CRYPTO_memcmp(left.baseAddress, right.baseAddress, byteCount) == 0
            }
        }
    }

    /// Feeds the bytes into the hasher.
    public func hash(into hasher: inout Hasher) {
        withUnsafeBytes(of: words) { hasher.combine(bytes: $0) }
    }
}
