/// Reading a notation from front to back; none of it looks beyond ASCII.
extension Collection<UInt8> where SubSequence == Self {
    /// Whether the text begins with this ASCII character, which is then behind.
    @discardableResult
    mutating func skip(one character: Unicode.Scalar) -> Bool {
        guard first == UInt8(ascii: character) else { return false }
        removeFirst()
        return true
    }

    /// Whether the text begins with digits, which are then behind.
    mutating func skipDigits() -> Bool {
        !take { $0.isDigit }.isEmpty
    }

    /// The bytes up to the first that is of another kind; they are then behind.
    mutating func take(while isWanted: (UInt8) -> Bool) -> Self {
        let taken = prefix(while: isWanted)
        self = self[taken.endIndex...]
        return taken
    }
}

extension UInt8 {
    /// Whether it is one of `0`–`9` in ASCII.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// The value of a digit, 0–9. What is no digit has none that makes sense.
    var digitValue: Int { Int(self) - Int(UInt8(ascii: "0")) }
}
