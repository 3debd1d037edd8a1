internal import CHarfBuzz

/// One opened font, shared by all documents.
///
/// HarfBuzz objects made immutable may be used from many threads at once (HarfBuzz manual, "Object lifecycle and thread safety"):
/// reference counts and lazily loaded tables are atomic.
// @unchecked: the pointers are set once here, are immutable for HarfBuzz, and are released only when nobody holds the face any more.
final class FontFace: @unchecked Sendable {
    let file: FontFile
    /// For shaping and metrics.
    let font: OpaquePointer
    /// The same face with its tables unpacked for subsetting, which halves the time of a subset.
    let subsettingFace: OpaquePointer
    let metrics: FontMetrics

    /// - Throws: ``InvoiceError/fontUnusable(path:)`` when the file cannot be read or has no glyf outlines.
    init(opening file: FontFile) throws(InvoiceError) {
        guard let blob = hb_blob_create_from_file_or_fail(file.path) else { throw .fontUnusable(path: file.path) }
        defer { hb_blob_destroy(blob) }
        let face = hb_face_create(blob, 0)
        defer { hb_face_destroy(face) }
        guard let face, let font = hb_font_create(face) else { throw .fontUnusable(path: file.path) }
        guard let metrics = FontMetrics(of: font) else {
            hb_font_destroy(font)
            throw .fontUnusable(path: file.path)
        }
        hb_face_make_immutable(face)
        hb_font_make_immutable(font)
        self.file = file
        self.font = font
        self.metrics = metrics
        subsettingFace = hb_subset_preprocess(face)
        hb_face_make_immutable(subsettingFace)
    }

    deinit {
        hb_face_destroy(subsettingFace)
        hb_font_destroy(font)
    }

    /// The advance width of a glyph, in font units.
    func advance(of glyph: GlyphID) -> Int {
        Int(hb_font_get_glyph_h_advance(font, UInt32(glyph)))
    }
}
