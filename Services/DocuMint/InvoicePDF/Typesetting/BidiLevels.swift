internal import CFriBidi

/// The embedding levels of a paragraph (UAX #9): even is read from left to right, odd from right to left.
struct BidiLevels {
    /// That of the paragraph: 0 or 1.
    let base: UInt8
    /// Of each character.
    var levels: [UInt8]

    /// The levels; `nil` when everything is read from left to right.
    ///
    /// A paragraph has the direction of its first strong character (rules P2, P3): an address in Latin letters stays whole in an Arabic
    /// invoice. One without strong characters is read from left to right if it has digits, as numbers, days and telephone numbers
    /// are in every script, and else has the direction of the document.
    init?(of scalars: [Unicode.Scalar], isRightToLeft: Bool) {
        guard scalars.contains(where: Self.mayReorder) else { return nil }
        let count = FriBidiStrIndex(scalars.count)
        let characters = scalars.map(\.value)
        var types = [FriBidiCharType](repeating: FRIBIDI_TYPE_ON, count: scalars.count)
        fribidi_get_bidi_types(characters, count, &types)
        var brackets = [FriBidiBracketType](repeating: 0, count: scalars.count)
        fribidi_get_bracket_types(characters, count, types, &brackets)
        var direction = Self.direction(types, count, isRightToLeft: isRightToLeft)
        var levels = [FriBidiLevel](repeating: 0, count: scalars.count)
        // It fails only without memory; then the text is shown as it is stored.
        guard fribidi_get_par_embedding_levels_ex(types, brackets, count, &direction, &levels) > 1 else { return nil }
        base = UInt8(direction.rawValue & 1)
        self.levels = levels.map { UInt8(clamping: $0) }
    }

    private static func direction(_ types: [FriBidiCharType], _ count: FriBidiStrIndex, isRightToLeft: Bool) -> FriBidiParType {
        let direction = fribidi_get_par_direction(types, count)
        guard direction == FRIBIDI_PAR_ON else { return direction }
        let hasDigits = types.contains { $0 == FRIBIDI_TYPE_EN || $0 == FRIBIDI_TYPE_AN }
        return isRightToLeft && !hasDigits ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR
    }

    /// Whether it is, or may be, of a right-to-left script, or directs.
    private static func mayReorder(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x590: false
        case ..<0x900, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        case 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    /// The order on the page, from left to right, of neighbours with these levels (rule L2).
    static func visualOrder(of levels: [UInt8]) -> [Int] {
        var order = Array(levels.indices)
        guard let highest = levels.max(), let lowestOdd = levels.lazy.filter({ !$0.isMultiple(of: 2) }).min() else { return order }
        for level in (lowestOdd...highest).reversed() {
            var start = 0
            while start < order.count {
                var end = start
                while end < order.count, levels[order[end]] >= level { end += 1 }
                order[start..<end].reverse()
                start = end + 1
            }
        }
        return order
    }
}
