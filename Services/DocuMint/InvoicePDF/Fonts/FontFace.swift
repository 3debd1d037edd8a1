internal import CHarfBuzz

/// One opened font, shared by all documents.
///
/// HarfBuzz objects made immutable may be used from many threads at once (HarfBuzz manual, "Object lifecycle and thread safety"):
/// reference counts and lazily loaded tables are atomic.
// @unchecked: the pointers are set once here, are immutable for HarfBuzz, and are released only when nobody holds the face any more.
final class FontFace: @unchecked Sendable {
    let id: FontID
    let file: FontFile
    /// For shaping and metrics.
    let font: OpaquePointer
    /// What is embedded of it.
    let subsettingFace: OpaquePointer
    let metrics: FontMetrics
    let outlines: FontOutlines

    /// - Throws: ``InvoiceError/fontUnusable(path:)`` when the file cannot be read or has no outlines.
    init(opening file: FontFile, as id: FontID) throws(InvoiceError) {
        guard let blob = hb_blob_create_from_file_or_fail(file.path) else { throw .fontUnusable(path: file.path) }
        defer { hb_blob_destroy(blob) }
        let face = hb_face_create(blob, UInt32(file.index))
        defer { hb_face_destroy(face) }
        guard let face, let font = hb_font_create(face) else { throw .fontUnusable(path: file.path) }
        guard let outlines = FontOutlines(of: face), let metrics = FontMetrics(of: font),
            let subsettingFace = Self.subsettingFace(of: face, isUnpacked: id.family == .base)
        else {
            hb_font_destroy(font)
            throw .fontUnusable(path: file.path)
        }
        hb_face_make_immutable(face)
        hb_font_make_immutable(font)
        self.id = id
        self.file = file
        self.font = font
        self.metrics = metrics
        self.outlines = outlines
        hb_face_make_immutable(subsettingFace)
        self.subsettingFace = subsettingFace
    }

    deinit {
        hb_face_destroy(subsettingFace)
        hb_font_destroy(font)
    }

    /// The advance width of a glyph, in font units.
    func advance(of glyph: GlyphID) -> Int {
        Int(hb_font_get_glyph_h_advance(font, UInt32(glyph)))
    }

    /// The glyph of a character that stands alone.
    func glyph(for scalar: Unicode.Scalar) -> GlyphID? {
        var glyph: hb_codepoint_t = 0
        guard hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0, glyph != 0 else { return nil }
        return GlyphID(truncatingIfNeeded: glyph)
    }

    func has(_ scalar: Unicode.Scalar) -> Bool { glyph(for: scalar) != nil }

    /// A glyph without outlines, best one without width.
    var blank: GlyphID? { glyph(for: "\u{200C}") ?? glyph(for: " ") }
}
