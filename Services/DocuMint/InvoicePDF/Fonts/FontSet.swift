/// The opened fonts, one face per weight.
struct FontSet: Sendable {
    private let faces: [FontFace]

    /// - Throws: ``InvoiceError/fontUnusable(path:)``.
    init(opening fonts: InvoiceFonts) throws(InvoiceError) {
        faces = [try FontFace(opening: fonts.regular), try FontFace(opening: fonts.bold)]
    }

    subscript(weight: FontWeight) -> FontFace { faces[weight.rawValue] }
}
