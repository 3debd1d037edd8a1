extension UInt8 {
    /// Whether it is one of the ASCII digits.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// Whether it is one of the letters A to Z in either case.
    var isASCIILetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self & 0xDF) }

    /// Whether it may stand in a part of a time zone's name: letters, digits, `_`, `+` and `-`.
    var isZoneNameByte: Bool {
        isDigit || isASCIILetter || self == UInt8(ascii: "_") || self == UInt8(ascii: "+") || self == UInt8(ascii: "-")
    }
}
