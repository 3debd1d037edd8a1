import Testing

@testable import InvoicePDF

@Suite("Embedded fonts")
struct FontEmbeddingTests {
    @Test("with a character collection keep its numbers as codes, and its name")
    func characterCollection() throws {
        let fonts = try FontSet(opening: .notoSans)
        let face = try #require(fonts.face(.japanese, .bold))
        guard case .cidKeyedCFF(let collection) = face.outlines else {
            Issue.record("Noto Sans CJK is CID-keyed")
            return
        }
        #expect((collection.registry, collection.ordering, collection.supplement) == ("Adobe", "Identity", 0))
        let glyphs = try ["一", "二", "三"].map { try #require(face.glyph(for: $0)) }.sorted()
        let subset = try #require(FontSubset(of: face, glyphs: glyphs))
        #expect(glyphs.map { subset.entry(for: $0).code } == glyphs.map(collection.identifier))
        #expect(subset.widths.map(\.code) == [0] + glyphs)
        #expect(glyphs.allSatisfy { subset.entry(for: $0).advance == 1_000 })
        #expect(subset.programLength < 20_000)
    }

    @Test("are reduced once for the same glyphs, and forgotten when there are too many")
    func cache() throws {
        let face = try FontSet(opening: .notoSans)[.regular]
        let cache = SubsetCache(capacity: 20_000)
        let first = try #require(cache.subset(of: face, glyphs: [36, 37]))
        #expect(cache.subset(of: face, glyphs: [36, 37]) === first)
        for glyph in 40...80 { _ = cache.subset(of: face, glyphs: [GlyphID(glyph)]) }
        let again = try #require(cache.subset(of: face, glyphs: [36, 37]))
        #expect(again !== first && again.program == first.program)
    }

    @Test("damaged or cut, are refused without reading out of bounds")
    func damagedTables() {
        let table: [UInt8] = [1, 0, 4, 1, 0, 0, 0, 1, 1, 1, 20, 248, 27, 248, 28, 0, 12, 30, 29, 255, 255, 255, 255, 15, 28, 0, 0, 17]
        for length in 0...table.count {
            table[..<length].withUnsafeBytes { #expect(CharacterCollection(ofCFF: $0) == nil) }
        }
        for position in table.indices {
            for value: UInt8 in [0, 1, 4, 12, 28, 29, 30, 127, 255] {
                var damaged = table
                damaged[position] = value
                damaged.withUnsafeBytes { #expect(CharacterCollection(ofCFF: $0) == nil) }
            }
        }
    }

    @Test("of every script are subsets with a map to Unicode, and ghostscript finds nothing wrong in them")
    func judges() async throws {
        let pdf = try renderer.render(.describing("a ✓ ∞ ب ש क ไทย 日本 한국 ქ"))
        let fonts = try await PDFTools.run("pdffonts", on: pdf).split(separator: "\n").dropFirst(2)
        #expect(fonts.count > 9)
        for font in fonts { #expect(font.contains(/[A-Z]{6}\+Noto.* Identity-H +yes yes yes/)) }
        let result = try await PDFTools.run("gs", ["-q", "-dNOSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=bbox", "/dev/stdin"], on: pdf)
        #expect(!result.contains("Error") && !result.contains("Warning"))
    }
}
