/// The number of a glyph in its font; fonts have at most 65 535.
typealias GlyphID = UInt16
