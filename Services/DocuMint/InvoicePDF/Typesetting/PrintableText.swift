/// Text as it can be set: lines of characters without control characters.
///
/// Input may be anything that a JSON string can hold. Line ends of every system end a line; tabs become spaces; other control
/// characters and invisible formatting characters are dropped, since they have no glyph. Of more than 30 combining marks in a row
/// the first 30 are kept (Stream-Safe Text Format, UAX #15 §13): placing them takes time that grows with the square of their
/// number. Of several empty lines one is kept, of those at the ends none.
struct PrintableText {
    /// The lines; none when nothing is printable.
    private(set) var lines: [[Unicode.Scalar]] = []
    private var current: [Unicode.Scalar] = []
    private var marksInARow = 0

    init(_ text: String) {
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": endLine()
            case "\t": current.append(" ")
            default: append(scalar)
            }
            previous = scalar
        }
        endLine()
        if lines.last?.isEmpty == true { lines.removeLast() }
    }

    /// Everything on one line.
    var singleLine: [Unicode.Scalar] {
        Array(lines.joined(separator: [" "]))
    }

    /// The same as a string, for the properties of the document.
    var text: String {
        var text = ""
        text.unicodeScalars.append(contentsOf: singleLine)
        return text
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if (0x20...0x7E).contains(scalar.value) {
            marksInARow = 0
            return current.append(scalar)
        }
        let properties = scalar.properties
        guard properties.generalCategory != .control, !properties.isDefaultIgnorableCodePoint else { return }
        marksInARow = [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory) ? marksInARow + 1 : 0
        if marksInARow <= 30 { current.append(scalar) }
    }

    private mutating func endLine() {
        while current.last == " " { current.removeLast() }
        let isRedundant = current.isEmpty && lines.last?.isEmpty ?? true
        if !isRedundant { lines.append(current) }
        current = []
    }
}
