/// A strip across the page that is never divided.
struct Row: Sendable {
    /// In points.
    var height: Double
    var marks: [Mark] = []
    /// Whether no page may end after it.
    var keepsWithNext = false
    /// Whether a page that begins with it repeats the head of the table.
    var isInTable = false

    static func space(_ height: Double, keepsWithNext: Bool = false) -> Row {
        Row(height: height, keepsWithNext: keepsWithNext)
    }
}

extension Row {
    /// Adds room above everything in the row.
    mutating func lower(by distance: Double) {
        height += distance
        marks = marks.map { mark in
            switch mark {
            case .text(let line, let x, let baseline): .text(line, x: x, baseline: baseline + distance)
            case .rule(let x, let y, let width, let thickness, let ink):
                .rule(x: x, y: y + distance, width: width, thickness: thickness, ink: ink)
            }
        }
    }
}
