/// Numbers and random text in the 62 letters and digits of ASCII: short, and safe in URLs, shells and double clicks.
public enum Base62 {
    /// The digits in ascending value: `0`–`9`, `A`–`Z`, `a`–`z`.
    public static let alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

    static let digits = [UInt8](alphabet.utf8)

    /// The number in base 62, most significant digit first, with zeros in front up to the count.
    ///
    /// - Parameter count: the least number of digits; a number that needs more gets more. Six hold every `UInt32`.
    public static func encode(_ number: UInt64, count: Int = 1) -> String {
        var reversed: [UInt8] = []
        var rest = number
        while rest > 0 || reversed.count < count {
            reversed.append(digits[Int(rest % 62)])
            rest /= 62
        }
        return String(decoding: reversed.reversed(), as: UTF8.self)
    }
}
