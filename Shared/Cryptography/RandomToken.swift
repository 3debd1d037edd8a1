/// Random text for keys, tokens and identifiers.
public enum RandomToken {
    /// Independent, equally likely base62 characters (``Base62/alphabet``): 5.95 bits of entropy each, so 22 of them carry 131 bits.
    ///
    /// - Parameter count: the length of the text; zero or more.
    /// - Throws: ``RandomSourceFailure`` when there is no secure randomness; a weaker token is never made.
    public static func base62(count: Int) throws(RandomSourceFailure) -> String {
        var characters: [UInt8] = []
        characters.reserveCapacity(count)
        while characters.count < count {
            let missing = count - characters.count
            // One byte in 32 is rejected, so an eighth more than is missing is nearly always enough in one round.
            for byte in try RandomBytes.generate(count: missing + missing / 8 + 4) where characters.count < count {
                // 248 is the largest multiple of 62 in a byte: taking the remainder of the bytes above would favour the first digits.
                if byte < 248 { characters.append(Base62.digits[Int(byte % 62)]) }
            }
        }
        return String(decoding: characters, as: UTF8.self)
    }
}
