/// Words of HTTP without regard to case, byte by byte: their letters are those of ASCII (RFC 9110 §5.6.2).
///
/// Comparing text from outside as characters could take forever (``CombiningMarks``).
enum ASCIICase {
    /// The byte, or the lowercase letter if it is an uppercase one.
    static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    /// Whether a text is a word, in any case.
    ///
    /// - Parameter word: in lower case.
    static func equal(_ text: some Collection<UInt8>, _ word: String) -> Bool {
        text.count == word.utf8.count && zip(text, word.utf8).allSatisfy { lowercased($0) == $1 }
    }
}
