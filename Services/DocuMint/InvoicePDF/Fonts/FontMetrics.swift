internal import CHarfBuzz

/// What a PDF font descriptor says about a font (ISO 32000-1 §9.8), in font units.
struct FontMetrics: Sendable {
    let postScriptName: String
    let unitsPerEm: Int
    let ascent: Int
    let descent: Int
    let capHeight: Int
    let boundingBox: [Int]
    /// The width of stems, in thousandths of an em; estimated, since fonts do not say it.
    let stemWidth: Int

    /// The metrics, or `nil` when the font has no head table.
    init?(of font: OpaquePointer) {
        let face = hb_font_get_face(font)
        let box = FontTable("head", of: face).read { head in
            head.count < 54 ? nil : [36, 38, 40, 42].map { Int(Int16(bitPattern: UInt16(head[$0]) << 8 | UInt16(head[$0 + 1]))) }
        }
        guard let box else { return nil }
        boundingBox = box

        var extents = hb_font_extents_t()
        hb_font_get_h_extents(font, &extents)
        ascent = Int(extents.ascender)
        descent = Int(extents.descender)

        var capHeight: hb_position_t = 0
        hb_ot_metrics_get_position_with_fallback(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &capHeight)
        self.capHeight = Int(capHeight)

        unitsPerEm = Int(hb_face_get_upem(face))
        postScriptName = Self.postScriptName(of: face)
        let weight = Double(hb_style_get_value(font, HB_STYLE_TAG_WEIGHT))
        stemWidth = Int(50 + (weight / 65) * (weight / 65))
    }

    private static func postScriptName(of face: OpaquePointer?) -> String {
        var length: UInt32 = 64
        let name = [CChar](unsafeUninitializedCapacity: Int(length)) { buffer, count in
            hb_ot_name_get_utf8(face, hb_ot_name_id_t(HB_OT_NAME_ID_POSTSCRIPT_NAME), nil, &length, buffer.baseAddress)
            count = Int(length)
        }
        let letters = name.map { UInt8(bitPattern: $0) }.filter(Self.isRegular)
        return letters.isEmpty ? "Font" : String(decoding: letters, as: UTF8.self)
    }

    /// Whether a byte may stand unescaped in a PDF name (ISO 32000-1 §7.3.5), and is a letter, digit or hyphen.
    private static func isRegular(_ byte: UInt8) -> Bool {
        let character = Character(Unicode.Scalar(byte))
        return character.isASCII && (character.isLetter || character.isNumber || character == "-")
    }
}
