internal import CHarfBuzz

extension FontFace {
    /// A view of a face with the tables that a subset is made of. A viewer needs no others: text is already shaped, and its codes are
    /// numbers of glyphs or of characters in a collection. And HarfBuzz need not look through the characters and the layout rules of
    /// all of Chinese for each subset.
    ///
    /// - Parameter isUnpacked: Whether the tables are unpacked, which halves the time of a subset; of a font with all of Chinese it
    ///   would take 330 MB.
    static func subsettingFace(of face: OpaquePointer, isUnpacked: Bool) -> OpaquePointer? {
        let view = hb_face_create_for_tables(
            { _, tag, face in
                FontFace.embeddedTables.contains { $0.value == tag }
                    ? hb_face_reference_table(OpaquePointer(face), tag) : hb_blob_get_empty()
            },
            UnsafeMutableRawPointer(hb_face_reference(face)),
            { hb_face_destroy(OpaquePointer($0)) }
        )
        guard isUnpacked else { return view }
        defer { hb_face_destroy(view) }
        return hb_subset_preprocess(view)
    }

    private static let embeddedTables: [FontTag] = ["head", "hhea", "hmtx", "maxp", "glyf", "loca", "CFF "]
}
