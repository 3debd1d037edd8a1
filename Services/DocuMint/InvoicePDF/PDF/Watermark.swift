/// The word DEMO in large pale letters across the page, below everything else.
///
/// It is drawn with strokes rather than set as text, so that programs that read the document find no stray letters between its lines.
struct Watermark {
    /// Its name in the resources of a page.
    static let resourceName = "Watermark"

    /// Centre lines of the letters, 100 units high and with the advance at the end of each line.
    private static let letters = """
        0 0 m 0 100 l 22 100 l 58 100 72 78 72 50 c 72 22 58 0 22 0 c s 1 0 0 1 108 0 cm
        52 0 m 0 0 l 0 100 l 52 100 l S 0 50 m 46 50 l S 1 0 0 1 88 0 cm
        0 0 m 0 100 l 42 36 l 84 100 l 84 0 l S 1 0 0 1 120 0 cm
        46 0 m 72 0 92 22 92 50 c 92 78 72 100 46 100 c 20 100 0 78 0 50 c 0 22 20 0 46 0 c s
        """
    private static let width = 408.0

    /// Writes the drawing as a form (ISO 32000-1 §8.10).
    static func write(to writer: inout PDFWriter, pageWidth: Double, pageHeight: Double) -> PDFReference {
        let number = PDFText.number
        let content = """
            \(number(Ink.watermark.red)) G 13 w
            0.82 0.57 -0.57 0.82 \(number(pageWidth / 2)) \(number(pageHeight / 2)) cm
            1 0 0 1 \(number(-width / 2)) -50 cm
            \(letters)
            """
        return writer.writeStream(
            Array(content.utf8),
            entries: "/Type /XObject /Subtype /Form /BBox [0 0 \(number(pageWidth)) \(number(pageHeight))] "
        )
    }
}
