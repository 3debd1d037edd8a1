/// The character collection of a CID-keyed font (ISO 32000-1 §9.7.3): what its characters are numbered by.
struct CharacterCollection: Sendable, Hashable {
    let registry: String
    let ordering: String
    let supplement: Int
    /// By glyph; `nil` when each glyph has the number of its character.
    private let identifiers: [UInt16]?

    /// The number of a glyph in the collection.
    func identifier(of glyph: GlyphID) -> UInt16 {
        guard let identifiers else { return glyph }
        return identifiers.indices.contains(Int(glyph)) ? identifiers[Int(glyph)] : 0
    }

    /// - Parameter table: the `CFF ` table of a font.
    /// - Returns: `nil` when the font is not CID-keyed, or damaged.
    init?(ofCFF table: UnsafeRawBufferPointer) {
        var reader = CFFReader(table, at: 2)
        guard let headerSize = reader.byte() else { return nil }
        reader.position = headerSize
        guard reader.index() != nil, let top = reader.index()?.first, let strings = reader.index() else { return nil }
        let topOperators = reader.dictionary(top)
        guard let ros = topOperators?[Self.ros], ros.count == 3,
            let registry = Self.string(ros[0], strings, reader), let ordering = Self.string(ros[1], strings, reader),
            let charset = topOperators?[Self.charset]?.first, let glyphs = topOperators?[Self.charStrings]?.first
        else { return nil }
        self.registry = registry
        self.ordering = ordering
        supplement = ros[2]
        guard let count = CFFReader(table, at: glyphs).count,
            let identifiers = Self.identifiers(CFFReader(table, at: charset), count: count)
        else { return nil }
        self.identifiers = identifiers.enumerated().allSatisfy { $0.offset == Int($0.element) } ? nil : identifiers
    }

    /// A charset (§13).
    private static func identifiers(_ charset: CFFReader, count: Int) -> [UInt16]? {
        var reader = charset
        guard let format = reader.byte(), (0...2).contains(format) else { return nil }
        var identifiers: [UInt16] = [0]
        identifiers.reserveCapacity(count)
        while identifiers.count < count {
            guard let first = reader.number(size: 2), let left = format == 0 ? 0 : reader.number(size: format) else { return nil }
            for identifier in first...(first + left) {
                guard let identifier = UInt16(exactly: identifier) else { return nil }
                identifiers.append(identifier)
            }
        }
        return identifiers
    }

    /// Strings with lower numbers are standard ones (appendix A), among which are no names of collections.
    private static func string(_ number: Int, _ strings: [Range<Int>], _ reader: CFFReader) -> String? {
        let index = number - 391
        guard strings.indices.contains(index) else { return nil }
        let text = reader.text(strings[index])
        return text.utf8.allSatisfy { $0 < 0x80 && Character(Unicode.Scalar($0)).isLetter || (0x30...0x39).contains($0) } ? text : nil
    }

    // Operators of the top dictionary (§9, §18).
    private static let ros = 1_230
    private static let charset = 15
    private static let charStrings = 17
}

extension CFFReader {
    /// The number of entries of the index here.
    fileprivate var count: Int? {
        var reader = self
        return reader.number(size: 2)
    }
}
