/// Writes the operators that show the glyphs of a run where HarfBuzz put them: kerning, offsets and steps backwards as adjustments in the
/// array of TJ (ISO 32000-1 §9.4.3), heights as text rise (§9.3.7). Lengths are in font units, from the left end of the run.
struct GlyphShower {
    private let font: EmbeddedFont
    private let run: GlyphRun
    private let size: Double
    /// Where the next glyph begins; in a run from right to left, where it ends.
    private var origin: Int
    /// Where a viewer would put the next glyph.
    private var position = 0
    private var rise: Int32 = 0
    private var isOpen = false

    init(_ run: GlyphRun, in font: EmbeddedFont, size: Double) {
        self.run = run
        self.font = font
        self.size = size
        origin = run.isRightToLeft ? run.glyphs.reduce(0) { $0 + Int($1.advance) } : 0
    }

    /// Shows the glyphs of a cluster, which follow those before in the order of reading.
    mutating func show(_ cluster: Range<Int>, to bytes: inout [UInt8]) {
        if run.isRightToLeft {
            for index in cluster.reversed() {
                origin -= Int(run.glyphs[index].advance)
                show(run.glyphs[index], to: &bytes)
            }
        } else {
            for index in cluster {
                show(run.glyphs[index], to: &bytes)
                origin += Int(run.glyphs[index].advance)
            }
        }
    }

    /// Ends the operator, so that others can follow.
    mutating func close(_ bytes: inout [UInt8]) {
        if isOpen { bytes.append(">] TJ\n") }
        isOpen = false
    }

    /// Ends the run.
    mutating func finish(_ bytes: inout [UInt8]) {
        close(&bytes)
        setRise(0, &bytes)
    }

    private mutating func show(_ glyph: Glyph, to bytes: inout [UInt8]) {
        if glyph.yOffset != rise {
            close(&bytes)
            setRise(glyph.yOffset, &bytes)
        }
        if !isOpen { bytes.append("[<") }
        isOpen = true
        let start = origin + Int(glyph.xOffset)
        if start != position {
            bytes.append(">")
            bytes.append(real: font.thousandths(position - start))
            bytes.append("<")
        }
        let (code, advance) = font.subset.entry(for: glyph.id)
        bytes.append(hexadecimal: code)
        position = start + advance
    }

    private mutating func setRise(_ wanted: Int32, _ bytes: inout [UInt8]) {
        guard wanted != rise else { return }
        rise = wanted
        bytes.append(real: Double(wanted) * size / Double(run.unitsPerEm))
        bytes.append(" Ts\n")
    }
}
