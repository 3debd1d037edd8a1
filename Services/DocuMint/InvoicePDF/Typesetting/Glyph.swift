/// One shaped glyph. Lengths are in font units.
struct Glyph: Sendable {
    let id: GlyphID
    /// Whether the line must be shaped anew when it is broken before the characters of this glyph.
    let isUnsafeToBreak: Bool
    /// Where its characters begin in the text of its line.
    let textStart: Int32
    /// How many characters it stands for: 2 for a ligature of two; 0 for all but the first glyph of a cluster.
    let textCount: Int32
    let advance: Int32
    let xOffset: Int32
    let yOffset: Int32
}
