extension ContentStream {
    /// - Parameter box: as ``Mark/Box/raised(from:)`` gives it.
    mutating func fill(_ box: Mark.Box, with ink: Ink) {
        fill(with: ink)
        bytes.append(reals: box.x, box.y, box.width, box.height)
        append(" re f\n")
    }

    mutating func drawImage(_ number: Int, in box: Mark.Box) {
        append("q ")
        bytes.append(reals: box.width, 0, 0, box.height, box.x, box.y)
        append(" cm /\(InvoiceImage.resourceName(number)) Do Q\n")
        if invoice.images[number].alpha != nil { isTransparent = true }
    }

    /// Draws neighbouring dark modules as one rectangle, and all rectangles as one path: filled one by one they would show seams.
    mutating func draw(_ code: QRCode, in box: Mark.Box) {
        guard code.size > 0 else { return }
        fill(with: Ink(level: 0))
        // One unit is a module, and rows count downwards. Scaled twice, because a number has two digits after the point only.
        append("q 0.01 0 0 0.01 ")
        bytes.append(reals: box.x, box.y + box.height)
        append(" cm ")
        bytes.append(reals: 100 * box.width / Double(code.size), 0, 0, -100 * box.height / Double(code.size), 0, 0)
        append(" cm\n")
        for row in 0..<code.size { addPath(ofRow: row, of: code) }
        append("f Q\n")
    }

    private mutating func addPath(ofRow row: Int, of code: QRCode) {
        var column = 0
        while column < code.size {
            let start = column
            while column < code.size, code[column, row] { column += 1 }
            if column > start {
                for number in [start, row, column - start] {
                    bytes.append(integer: number)
                    bytes.append(UInt8(ascii: " "))
                }
                append("1 re\n")
            }
            column += 1
        }
    }
}

extension Mark.Box {
    /// The same with `y` as its lower edge, measured from the foot of the page.
    ///
    /// - Parameter foot: where its row begins, measured from the foot of the page.
    func raised(from foot: Double) -> Mark.Box {
        Mark.Box(x: x, y: foot - y - height, width: width, height: height)
    }

    /// The smallest rectangle around both.
    func union(_ other: Mark.Box) -> Mark.Box {
        let left = min(x, other.x)
        let low = min(y, other.y)
        return Mark.Box(
            x: left,
            y: low,
            width: max(x + width, other.x + other.width) - left,
            height: max(y + height, other.y + other.height) - low
        )
    }
}
