internal import CHarfBuzz

/// A stretch of text of one direction, script and font, which is what HarfBuzz shapes at a time.
struct TextItem {
    var range: Range<Int>
    let level: UInt8
    var script: hb_script_t
    let face: FontFace

    var isRightToLeft: Bool { !level.isMultiple(of: 2) }
}
