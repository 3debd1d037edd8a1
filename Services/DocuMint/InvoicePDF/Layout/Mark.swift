/// Something to be drawn, at a place measured from the left edge of the page and from the top of its row, in points.
struct Mark: Sendable {
    var content: Content
    /// The element of the document's structure that it belongs to; `nil` is decoration, which screen readers pass over.
    var element: ElementID?

    enum Content: Sendable {
        case text(TextLine, x: Double, baseline: Double)
        case rule(x: Double, y: Double, width: Double, thickness: Double, ink: Ink)
        /// A filled rectangle.
        case box(Box, ink: Ink)
        /// The image with this number in ``LaidOutInvoice/images``.
        case image(Int, Box)
        case code(QRCode, Box)
        /// Where a click leads to; drawn as nothing.
        case link(Box, uri: String)
    }

    /// A rectangle; `y` is its upper edge.
    struct Box: Sendable, Hashable {
        var x: Double
        var y: Double
        var width: Double
        var height: Double
    }

    static func text(_ line: TextLine, x: Double, baseline: Double, _ element: ElementID? = nil) -> Mark {
        Mark(content: .text(line, x: x, baseline: baseline), element: element)
    }

    static func text(_ line: TextLine, rightAlignedAt right: Double, baseline: Double, _ element: ElementID? = nil) -> Mark {
        .text(line, x: right - line.width, baseline: baseline, element)
    }

    static func rule(x: Double, y: Double, width: Double, thickness: Double, ink: Ink) -> Mark {
        Mark(content: .rule(x: x, y: y, width: width, thickness: thickness, ink: ink))
    }

    /// The same, further down.
    func lowered(by distance: Double) -> Mark {
        var mark = self
        switch content {
        case .text(let line, let x, let baseline): mark.content = .text(line, x: x, baseline: baseline + distance)
        case .rule(let x, let y, let width, let thickness, let ink):
            mark.content = .rule(x: x, y: y + distance, width: width, thickness: thickness, ink: ink)
        case .box(let box, let ink): mark.content = .box(box.lowered(by: distance), ink: ink)
        case .image(let number, let box): mark.content = .image(number, box.lowered(by: distance))
        case .code(let code, let box): mark.content = .code(code, box.lowered(by: distance))
        case .link(let box, let uri): mark.content = .link(box.lowered(by: distance), uri: uri)
        }
        return mark
    }
}

extension Mark.Box {
    /// The same, further down.
    func lowered(by distance: Double) -> Mark.Box {
        var box = self
        box.y += distance
        return box
    }
}
