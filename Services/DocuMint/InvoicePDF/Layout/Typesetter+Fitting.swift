extension Typesetter {
    /// The text on one line, set smaller where it would be wider than `width` points: for what must not be cut, such as amounts.
    func line(_ text: String, _ style: TextStyle, fittedTo width: Double) -> TextLine {
        let line = line(text, style)
        guard line.width > width else { return line }
        var style = style
        style.size *= width / line.width
        return self.line(text, style)
    }
}
