/// An indirect reference to an object (ISO 32000-1 §7.3.10); its text is what stands in the file: `5 0 R`.
struct PDFReference: CustomStringConvertible {
    let number: Int

    var description: String { "\(number) 0 R" }
}
