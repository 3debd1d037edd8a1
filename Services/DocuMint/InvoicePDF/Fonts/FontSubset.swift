internal import CHarfBuzz

/// A font reduced to the glyphs that one document uses, ready to be embedded.
struct FontSubset {
    /// The font file.
    let bytes: [UInt8]
    /// The advance widths of the new glyphs, in font units, by their number.
    let advances: [Int]
    /// Indexed by the number of a glyph in the original font.
    private let newGlyphs: [GlyphID]

    /// - Parameter glyphs: glyphs of `face`, in ascending order.
    /// - Returns: `nil` when HarfBuzz refuses, which it does only when it runs out of memory or the font is damaged.
    init?(of face: FontFace, glyphs: [GlyphID]) {
        guard let input = hb_subset_input_create_or_fail() else { return nil }
        defer { hb_subset_input_destroy(input) }
        for glyph in glyphs {
            hb_set_add(hb_subset_input_glyph_set(input), UInt32(glyph))
        }
        let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for tag in Self.droppedTables {
            hb_set_add(dropped, tag.value)
        }
        hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue)

        guard let plan = hb_subset_plan_create_or_fail(face.subsettingFace, input) else { return nil }
        defer { hb_subset_plan_destroy(plan) }
        guard let subset = hb_subset_plan_execute_or_fail(plan) else { return nil }
        defer { hb_face_destroy(subset) }
        let blob = hb_face_reference_blob(subset)
        defer { hb_blob_destroy(blob) }
        bytes = [UInt8](bytesOf: blob)

        let toNew = hb_subset_plan_old_to_new_glyph_mapping(plan)
        var newGlyphs = [GlyphID](repeating: 0, count: Int(glyphs.last ?? 0) + 1)
        for glyph in glyphs {
            newGlyphs[Int(glyph)] = GlyphID(truncatingIfNeeded: hb_map_get(toNew, UInt32(glyph)))
        }
        self.newGlyphs = newGlyphs
        let toOld = hb_subset_plan_new_to_old_glyph_mapping(plan)
        advances = (0..<hb_face_get_glyph_count(subset)).map { new in
            face.advance(of: GlyphID(truncatingIfNeeded: hb_map_get(toOld, new)))
        }
    }

    /// The number in this subset of a glyph that it was made for.
    func glyph(for original: GlyphID) -> GlyphID {
        newGlyphs[Int(original)]
    }

    /// What a viewer does not need: text is already shaped (and without layout tables HarfBuzz adds no glyphs that they could
    /// reach), and codes are glyph numbers.
    private static let droppedTables: [FontTag] = ["GSUB", "GPOS", "GDEF", "cmap", "name", "post", "OS/2", "DSIG"]
}
