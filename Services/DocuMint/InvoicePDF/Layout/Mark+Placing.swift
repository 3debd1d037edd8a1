extension Mark {
    /// The mark for pages that are read from right to left: layouts are computed from the left and mirrored here, once.
    func mirrored(pageWidth: Double) -> Mark {
        var mark = self
        switch content {
        case .text(let line, let x, let baseline):
            mark.content = .text(line, x: pageWidth - x - line.width, baseline: baseline)
        case .rule(let x, let y, let width, let thickness, let ink):
            mark.content = .rule(x: pageWidth - x - width, y: y, width: width, thickness: thickness, ink: ink)
        case .box(let box, let ink): mark.content = .box(box.mirrored(pageWidth: pageWidth), ink: ink)
        case .image(let number, let box): mark.content = .image(number, box.mirrored(pageWidth: pageWidth))
        case .code(let code, let box): mark.content = .code(code, box.mirrored(pageWidth: pageWidth))
        case .link(let box, let uri): mark.content = .link(box.mirrored(pageWidth: pageWidth), uri: uri)
        }
        return mark
    }

    /// Where it begins, from the top of its row; for text, its baseline.
    var top: Double {
        switch content {
        case .text(_, _, let baseline): baseline
        case .rule(_, let y, _, _, _): y
        case .box(let box, _), .image(_, let box), .code(_, let box), .link(let box, _): box.y
        }
    }

    /// The same as decoration, for what is repeated on every page.
    var asArtifact: Mark { Mark(content: content, element: nil) }

    static func box(x: Double, y: Double, width: Double, height: Double, ink: Ink) -> Mark {
        Mark(content: .box(Box(x: x, y: y, width: width, height: height), ink: ink))
    }
}

extension Mark.Box {
    fileprivate func mirrored(pageWidth: Double) -> Mark.Box {
        var box = self
        box.x = pageWidth - x - width
        return box
    }
}
