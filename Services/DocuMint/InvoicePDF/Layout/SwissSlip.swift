/// The payment part of a Swiss QR-bill with its receipt, at the foot of an A4 page.
///
/// Measures and sizes of letters are those of the Swiss Implementation Guidelines QR-bill 2.3, chapter 3 ("Design specifications").
struct SwissSlip {
    static let millimetre = 72 / 25.4
    /// 105 mm.
    static let height = 105 * millimetre
    /// From its upper edge up to the baseline of the page number.
    static let footerBaseline = 20.0
    /// 210 mm.
    static let width = 210 * millimetre

    let part: SwissPaymentPart
    let code: QRCode
    let typesetter: Typesetter
    let structure: StructureBuilder
    let headings: Headings

    /// The slip, measured from its upper left corner.
    var row: Row {
        var row = Row(height: Self.height, marks: separation)
        addReceipt(to: &row)
        addPaymentPart(to: &row)
        return row
    }

    private static let receiptStyle = Style(heading: 6, value: 8, leading: 9)
    private static let paymentStyle = Style(heading: 8, value: 10, leading: 11)

    private func addReceipt(to row: inout Row) {
        row.marks.append(title(headings.receipt, x: 5))
        place(information(isReceipt: true), at: (5, 12), width: 52, Self.receiptStyle, blank: (52, 20), in: &row)
        place([Entry(headings.currency, [part.currency])], at: (5, 68), width: 14, Self.receiptStyle, in: &row)
        place([Entry(headings.amount, [part.amount])], at: (19, 68), width: 38, Self.receiptStyle, in: &row)
        let line = typesetter.line(headings.acceptancePoint, heading(size: 6), cutTo: points(52))
        row.marks.append(.text(line, rightAlignedAt: points(57), baseline: points(82) + 6, structure.add(.paragraph)))
    }

    private func addPaymentPart(to row: inout Row) {
        row.marks.append(title(headings.paymentPart, x: 67))
        let side = points(SwissPaymentPart.codeSide)
        let box = Mark.Box(x: points(67), y: points(17), width: side, height: side)
        let figure = structure.add(.figure, alternative: headings.paymentPart)
        row.marks.append(Mark(content: .code(code, box), element: figure))
        row.marks += cross(in: box, figure)
        place([Entry(headings.currency, [part.currency])], at: (67, 68), width: 18, Self.paymentStyle, in: &row)
        place([Entry(headings.amount, [part.amount])], at: (85, 68), width: 33, Self.paymentStyle, in: &row)
        place(information(isReceipt: false), at: (118, 5), width: 85, Self.paymentStyle, blank: (65, 25), in: &row)
    }

    private func information(isReceipt: Bool) -> [Entry] {
        var entries = [Entry(headings.account, part.account)]
        if let reference = part.reference { entries.append(Entry(headings.reference, [reference])) }
        if !isReceipt, let text = part.additionalInformation { entries.append(Entry(headings.additional, [text])) }
        entries.append(part.payableBy.map { Entry(headings.payableBy, $0) } ?? Entry(headings.payableByBlank, []))
        return entries
    }
}

/// One heading with what stands below it; nothing where the payer is to write.
private struct Entry {
    let heading: String
    let lines: [String]

    init(_ heading: String, _ lines: [String]) {
        self.heading = heading
        self.lines = lines
    }
}

/// Sizes of letters, and from baseline to baseline.
private struct Style {
    let heading: Double
    let value: Double
    let leading: Double
}

extension SwissSlip {
    private func title(_ text: String, x: Double) -> Mark {
        let line = typesetter.line(text, heading(size: 11), cutTo: points(51))
        return .text(line, x: points(x), baseline: points(5) + 9.5, structure.add(.heading2))
    }

    private func heading(size: Double) -> TextStyle { TextStyle(weight: .bold, size: size, ink: .black) }

    /// - Parameter blank: the size of the box for an entry without lines.
    private func place(
        _ entries: [Entry],
        at origin: (x: Double, y: Double),
        width: Double,
        _ style: Style,
        blank: (width: Double, height: Double) = (0, 0),
        in row: inout Row
    ) {
        let left = points(origin.x)
        var top = points(origin.y)
        for entry in entries {
            let heading = typesetter.line(entry.heading, heading(size: style.heading), fittedTo: points(width))
            row.marks.append(.text(heading, x: left, baseline: top + style.heading, structure.add(.paragraph)))
            top += style.leading
            if entry.lines.isEmpty {
                let box = Mark.Box(x: left, y: top + 2, width: points(blank.width), height: points(blank.height))
                row.marks += corners(of: box)
                continue
            }
            let paragraph = structure.add(.paragraph)
            let value = TextStyle(size: style.value, ink: .black)
            for line in entry.lines.flatMap({ typesetter.lines($0, value, width: points(width)) }) {
                row.marks.append(.text(line, x: left, baseline: top + style.value * 0.95, paragraph))
                top += style.leading
            }
            top += style.leading
        }
    }

    private func points(_ millimetres: Double) -> Double { millimetres * Self.millimetre }

    /// The Swiss cross of 7 mm in the middle of the code: black on white, whose proportions the standard gives as a picture.
    private func cross(in box: Mark.Box, _ element: ElementID) -> [Mark] {
        let (middleX, middleY) = (box.x + box.width / 2, box.y + box.height / 2)
        let parts: [(width: Double, height: Double, ink: Ink)] = [
            (SwissPaymentPart.crossSide, SwissPaymentPart.crossSide, .white), (6, 6, Ink(level: 0)), (1.167, 3.889, .white),
            (3.889, 1.167, .white),
        ]
        return parts.map { part in
            let (width, height) = (points(part.width), points(part.height))
            let box = Mark.Box(x: middleX - width / 2, y: middleY - height / 2, width: width, height: height)
            return Mark(content: .box(box, ink: part.ink), element: element)
        }
    }

    /// Where the slip is to be cut: lines, and words above instead of scissors.
    private var separation: [Mark] {
        let line = typesetter.line(headings.separate, TextStyle(size: 7, ink: .black), cutTo: Self.width * 0.8)
        return [
            .text(line, x: (Self.width - line.width) / 2, baseline: -4),
            .rule(x: 0, y: 0, width: Self.width, thickness: 0.5, ink: .black),
            .box(x: points(62) - 0.25, y: 0, width: 0.5, height: Self.height, ink: .black),
        ]
    }

    /// Marks at the corners of a box that is to be filled in by hand: 3 mm long, 0.75 points thick.
    private func corners(of box: Mark.Box) -> [Mark] {
        let (length, thickness) = (points(3), 0.75)
        return [box.x, box.x + box.width].flatMap { x in
            [box.y, box.y + box.height].flatMap { y -> [Mark] in
                let left = x == box.x ? x : x - length
                let top = y == box.y ? y : y - length
                return [
                    .box(x: left, y: y - thickness / 2, width: length, height: thickness, ink: .black),
                    .box(x: x - thickness / 2, y: top, width: thickness, height: length, ink: .black),
                ]
            }
        }
    }
}
