/// How a text looks.
struct TextStyle: Sendable, Hashable {
    var weight: FontWeight = .regular
    /// In points.
    var size: Double
    var ink: Ink = .text
}
