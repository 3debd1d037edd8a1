/// Text as it can be set: lines of characters without control characters.
///
/// Input may be anything that a JSON string can hold. Line ends of every system end a line; tabs become spaces; other control
/// characters and invisible formatting characters are dropped, except those that say how to order, join or break
/// (``InvisibleCharacter``). Of more than 30 combining marks in a row the first 30 are kept (Stream-Safe Text Format, UAX #15 §13):
/// placing them takes time that grows with the square of their number; so does ordering by direction marks, of which the first 1 000
/// are kept. Of several empty lines one is kept, of those at the ends
/// none.
struct PrintableText {
    /// The lines; none when nothing is printable.
    private(set) var lines: [[Unicode.Scalar]] = []
    private var current: [Unicode.Scalar] = []
    private var isVisible = false
    private var marksInARow = 0
    private var directionMarks = 0

    init(_ text: String) {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
            current = text.utf8.map { Unicode.Scalar($0) }
            isVisible = current.contains { $0 != " " }
            endLine()
            return
        }
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
        lines.count == 1 ? lines[0] : Array(lines.joined(separator: [" "]))
    }

    /// The same as a string without anything invisible, for the properties of the document.
    var text: String {
        var text = ""
        text.unicodeScalars.append(contentsOf: singleLine.lazy.filter { InvisibleCharacter($0) == nil })
        return text
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if (0x20...0x7E).contains(scalar.value) {
            marksInARow = 0
            isVisible = isVisible || scalar != " "
            return current.append(scalar)
        }
        if let invisible = InvisibleCharacter(scalar) {
            // Joiners, too, belong to the character before them.
            if invisible == .joiner { marksInARow += 1 }
            if invisible == .direction { directionMarks += 1 }
            if marksInARow <= 30, directionMarks <= 1_000 { current.append(scalar) }
            return
        }
        let properties = scalar.properties
        guard properties.generalCategory != .control, !properties.isDefaultIgnorableCodePoint else { return }
        marksInARow = [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory) ? marksInARow + 1 : 0
        isVisible = true
        if marksInARow <= 30 { current.append(scalar) }
    }

    private mutating func endLine() {
        if !isVisible { current = [] }
        while current.last == " " { current.removeLast() }
        let isRedundant = current.isEmpty && lines.last?.isEmpty ?? true
        if !isRedundant { lines.append(current) }
        current = []
        isVisible = false
    }
}
