/// A colour of the sRGB space.
public struct AccentColor: Sendable, Hashable {
    /// 0 … 255.
    public let red, green, blue: UInt8

    /// A colour.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#1a2b3c` or `#1ab`, in either case, with or without `#`; `nil` for any other text.
    public init?(parsing text: String) {
        let digits = text.hasPrefix("#") ? text.utf8.dropFirst() : text.utf8[...]
        let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard values.count == digits.count else { return nil }
        switch values.count {
        case 3: self.init(red: UInt8(values[0] * 17), green: UInt8(values[1] * 17), blue: UInt8(values[2] * 17))
        case 6:
            self.init(
                red: UInt8(values[0] * 16 + values[1]),
                green: UInt8(values[2] * 16 + values[3]),
                blue: UInt8(values[4] * 16 + values[5])
            )
        default: return nil
        }
    }
}
