internal import CHarfBuzz

/// Finds the font for a letter with its marks: by its script first, and by what the fonts have then, so that no font is opened for
/// nothing.
struct FontChooser {
    let fonts: FontSet
    let weight: FontWeight
    /// For Chinese, Japanese and Korean, whose characters look different in each.
    let eastAsian: FontFamily

    var base: FontFace { fonts[weight] }

    /// - Parameter previous: the font of what stands before it, which spaces and the punctuation of other scripts stay in.
    /// - Returns: `nil` when no single font has all of it.
    func face(for cluster: ArraySlice<Unicode.Scalar>, script: hb_script_t, after previous: FontFace?) -> FontFace? {
        guard let first = cluster.first else { return base }
        if cluster.count == 1 {
            if first == " " || first == "\u{A0}" {
                return previous.flatMap { $0.has(first) ? $0 : nil } ?? base
            }
            if first.value < 0x7F { return base }
        }
        if script == HB_SCRIPT_COMMON, first.value > 0x7F, let previous, covers(previous, cluster) { return previous }
        if Script.isBase(script), covers(base, cluster) { return base }
        let home = Script.isBase(script) ? Script.home(of: first) : FontTag(value: script.rawValue)
        for family in home.map(families) ?? [] {
            if let face = fonts.face(family, weight), covers(face, cluster) { return face }
        }
        if !Script.isBase(script), covers(base, cluster) { return base }
        for family in FontFamily.symbols + [eastAsian] {
            if let face = fonts.face(family, weight), covers(face, cluster) { return face }
        }
        return nil
    }

    private func families(for script: FontTag) -> [FontFamily] {
        Script.isEastAsian(hb_script_t(script.value)) ? [eastAsian] : FontFamily.families(for: script)
    }

    private func covers(_ face: FontFace, _ cluster: ArraySlice<Unicode.Scalar>) -> Bool {
        cluster.allSatisfy { InvisibleCharacter($0) != nil || face.has($0) }
    }
}
