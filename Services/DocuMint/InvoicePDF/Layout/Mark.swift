/// Something to be drawn, at a place measured from the left edge of the page and from the top of its row, in points.
enum Mark: Sendable {
    case text(TextLine, x: Double, baseline: Double)
    case rule(x: Double, y: Double, width: Double, thickness: Double, ink: Ink)

    static func text(_ line: TextLine, rightAlignedAt right: Double, baseline: Double) -> Mark {
        .text(line, x: right - line.width, baseline: baseline)
    }
}
