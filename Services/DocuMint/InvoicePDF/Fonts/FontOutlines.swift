internal import CHarfBuzz

/// How a font describes its shapes, which decides how a PDF embeds it (ISO 32000-1 §9.7.4, table 126).
enum FontOutlines: Sendable {
    case glyf
    /// Compact Font Format; characters are found by glyph number.
    case cff
    /// Compact Font Format with a character collection; characters are found by number in it.
    case cidKeyedCFF(CharacterCollection)

    init?(of face: OpaquePointer) {
        guard hb_face_get_glyph_count(face) > 0 else { return nil }
        let hasGlyf = FontTable("glyf", of: face).isPresent
        let cff = FontTable("CFF ", of: face)
        guard hasGlyf || cff.isPresent else { return nil }
        if hasGlyf {
            self = .glyf
        } else if let collection = cff.read({ CharacterCollection(ofCFF: $0) }) {
            self = .cidKeyedCFF(collection)
        } else {
            self = .cff
        }
    }
}

/// One table of a font.
struct FontTable: ~Copyable {
    private let blob: OpaquePointer?

    init(_ tag: FontTag, of face: OpaquePointer?) {
        blob = hb_face_reference_table(face, tag.value)
    }

    deinit {
        hb_blob_destroy(blob)
    }

    var isPresent: Bool { hb_blob_get_length(blob) > 0 }

    func read<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        var length: UInt32 = 0
        let data = hb_blob_get_data(blob, &length)
        return body(UnsafeRawBufferPointer(start: data, count: Int(length)))
    }
}
