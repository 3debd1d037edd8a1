extension InvoiceLayout {
    /// The logo in a box of at most this size, with its aspect kept; small ones are not blown up.
    ///
    /// - Parameter place: gives the left edge for a width.
    func logo(maximumWidth: Double, maximumHeight: Double, place: (Double) -> Double) -> Row? {
        guard let logo = request.appearance.logo else { return nil }
        let (width, height) = (Double(max(logo.width, 1)), Double(max(logo.height, 1)))
        // At most as large as at 96 pixels an inch.
        let scale = min(maximumWidth / width, maximumHeight / height, 0.75)
        let box = Mark.Box(x: place(width * scale), y: 0, width: width * scale, height: height * scale)
        let name = PrintableText(request.from.name).text
        let figure = structure.add(.figure, alternative: name.isEmpty ? "Logo" : name)
        return Row(height: box.height, marks: [Mark(content: .image(0, box), element: figure)])
    }
}
