/// A colour of sRGB; each part from 0 to 1.
struct Ink: Sendable, Hashable {
    let red: Double
    let green: Double
    let blue: Double

    /// A grey: 0 is black, 1 is white.
    init(level: Double) { (red, green, blue) = (level, level, level) }

    init(_ color: AccentColor) {
        (red, green, blue) = (Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255)
    }

    static let text = Ink(level: 0.13)
    static let secondary = Ink(level: 0.45)
    static let strongRule = Ink(level: 0.3)
    static let rule = Ink(level: 0.88)
    static let watermark = Ink(level: 0.955)
}
