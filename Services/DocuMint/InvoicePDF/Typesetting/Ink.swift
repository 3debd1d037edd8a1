/// A grey: 0 is black, 1 is white.
struct Ink: Sendable, Hashable {
    let level: Double

    static let text = Ink(level: 0.13)
    static let secondary = Ink(level: 0.45)
    static let strongRule = Ink(level: 0.3)
    static let rule = Ink(level: 0.88)
    static let watermark = Ink(level: 0.955)
}
