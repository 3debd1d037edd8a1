internal import CHarfBuzz

/// A font reduced to the glyphs that one document uses, ready to be embedded.
///
/// Codes are what the content of a page shows: numbers of characters in a character collection, or else of glyphs in the subset.
final class FontSubset: Sendable {
    /// The font program in the zlib format: a TrueType file, or a bare `CFF ` table.
    let program: [UInt8]
    /// The length of the program when it is not compressed.
    let programLength: Int
    /// The original glyphs, in ascending order.
    let glyphs: [GlyphID]
    private let codes: [UInt16]
    private let advances: [Int32]
    /// The advance widths in font units of all codes of the program, in ascending order of code.
    let widths: [(code: UInt16, advance: Int)]

    /// - Parameter glyphs: glyphs of `face`, in ascending order.
    /// - Returns: `nil` when HarfBuzz refuses, which it does only when it runs out of memory or the font is damaged.
    init?(of face: FontFace, glyphs: [GlyphID]) {
        guard let plan = Self.plan(of: face, glyphs: glyphs) else { return nil }
        defer { hb_subset_plan_destroy(plan) }
        guard let subset = hb_subset_plan_execute_or_fail(plan) else { return nil }
        defer { hb_face_destroy(subset) }
        let bytes = Self.program(subset, face.outlines)
        guard !bytes.isEmpty else { return nil }
        program = Deflater().compressed(bytes)
        programLength = bytes.count

        let toNew = hb_subset_plan_old_to_new_glyph_mapping(plan)
        let toOld = hb_subset_plan_new_to_old_glyph_mapping(plan)
        func code(_ original: GlyphID) -> UInt16 {
            if case .cidKeyedCFF(let collection) = face.outlines { return collection.identifier(of: original) }
            return UInt16(truncatingIfNeeded: hb_map_get(toNew, UInt32(original)))
        }
        self.glyphs = glyphs
        codes = glyphs.map(code)
        advances = glyphs.map { Int32(face.advance(of: $0)) }
        widths = (0..<hb_face_get_glyph_count(subset)).map { new in
            let original = GlyphID(truncatingIfNeeded: hb_map_get(toOld, new))
            return (code(original), face.advance(of: original))
        }.sorted { $0.code < $1.code }
    }

    /// The code and the advance width, in font units, of a glyph that the subset was made for.
    func entry(for glyph: GlyphID) -> (code: UInt16, advance: Int) {
        var lower = 0
        var upper = glyphs.count - 1
        while lower < upper {
            let middle = (lower + upper) / 2
            if glyphs[middle] < glyph { lower = middle + 1 } else { upper = middle }
        }
        return (codes[lower], Int(advances[lower]))
    }

    private static func plan(of face: FontFace, glyphs: [GlyphID]) -> OpaquePointer? {
        guard let input = hb_subset_input_create_or_fail() else { return nil }
        defer { hb_subset_input_destroy(input) }
        for glyph in glyphs {
            hb_set_add(hb_subset_input_glyph_set(input), UInt32(glyph))
        }
        hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue)
        return hb_subset_plan_create_or_fail(face.subsettingFace, input)
    }

    private static func program(_ subset: OpaquePointer, _ outlines: FontOutlines) -> [UInt8] {
        guard case .glyf = outlines else { return FontTable("CFF ", of: subset).read { [UInt8]($0) } }
        let blob = hb_face_reference_blob(subset)
        defer { hb_blob_destroy(blob) }
        var length: UInt32 = 0
        let data = hb_blob_get_data(blob, &length)
        return [UInt8](UnsafeRawBufferPointer(start: data, count: Int(length)))
    }
}
